package org.carillon.bench.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.hub.demo.DemoTexts;
import org.carillon.hub.demo.Phone;

/** The officers and residents of a hub that runs its demo. */
public record DemoCity(DemoHttp http, DemoFile demo) implements AutoCloseable {
    private static final int AT_ONCE = 16;

    /** How residents join and agree, each in a language of theirs. */
    private static final List<String[]> WORDS =
            List.of(new String[] {"JOIN ", "YES"}, new String[] {"ALTA ", "SI"}, new String[] {"اشتراك ", "نعم"});

    /** That of a hub that runs. */
    public static DemoCity of(HubProcess hub) {
        return new DemoCity(new DemoHttp(), DemoFile.read(hub.data()).orElseThrow());
    }

    /** These numbers (E.164) join in that district, each in one of three languages. */
    public void join(String district, List<String> numbers) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<String>> joins = IntStream.range(0, numbers.size())
                    .<Callable<String>>mapToObj(i -> () -> {
                        String[] words = WORDS.get(i % WORDS.size());
                        Phone phone = new Phone(http, demo.simulatorUrl(), numbers.get(i));
                        phone.text(words[0] + district);
                        phone.next("The consent question");
                        phone.text(words[1]);
                        return phone.next("The confirmation").body();
                    })
                    .toList();
            for (Future<String> join : threads.invokeAll(joins)) {
                join.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a resident could not join: " + e.getCause(), e);
        }
    }

    /** The author submits a severe alert for that district. */
    public JsonNode submit(String district) {
        Map<String, Object> form = Map.of(
                "status", "Actual",
                "scope", "Public",
                "category", "Health",
                "severity", "Severe",
                "urgency", "Immediate",
                "certainty", "Observed",
                "areas", List.of(district),
                "texts", DemoTexts.boilWater());
        return http.post(alerts(), token("author"), form);
    }

    /** The second person approves it. */
    public JsonNode approve(JsonNode alert) {
        return http.post(alerts() + "/" + alert.path("id").asText() + "/approve", token("approver"), Map.of());
    }

    /** The author takes it back. */
    public JsonNode cancel(String id) {
        return http.post(alerts() + "/" + id + "/cancel", token("author"), Map.of());
    }

    /** What has become of it. */
    public JsonNode reach(String id) {
        return http.get(alerts() + "/" + id + "/reach", token("author"));
    }

    @Override
    public void close() {
        http.close();
    }

    private String alerts() {
        return demo.baseUrl() + "/api/v1/alerts";
    }

    private String token(String officer) {
        DemoFile.Officer known = demo.officers().get(officer);
        if (known == null) {
            throw new IllegalStateException("the demo has no " + officer);
        }
        return known.token();
    }
}
