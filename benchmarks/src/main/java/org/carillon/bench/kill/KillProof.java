package org.carillon.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.hub.demo.DemoTexts;
import org.carillon.hub.demo.Phone;

/**
 * Residents subscribe through the simulator; then, alert by alert, the hub is killed at a random moment of the fan-out and started
 * again with the same data. Who was missed or doubled is counted by sets of numbers at the simulator, which the hub cannot reach.
 */
public final class KillProof {
    private static final String DISTRICT = "D03";
    private static final int AT_ONCE = 16;
    private static final Duration SETTLE = Duration.ofMinutes(4);
    private static final List<String[]> WORDS =
            List.of(new String[] {"JOIN " + DISTRICT, "YES"}, new String[] {"ALTA " + DISTRICT, "SI"}, new String[] {
                "اشتراك " + DISTRICT, "نعم"
            });

    private final int residents;
    private final int runs;
    private final int port;
    private final Random random;
    private final Consumer<String> say;

    /**
     * Prepares a proof.
     *
     * @param port the hub's public port; the next one and the tenth after it are used, too
     * @param say gets a line for each step
     */
    public KillProof(int residents, int runs, int port, Random random, Consumer<String> say) {
        this.residents = residents;
        this.runs = runs;
        this.port = port;
        this.random = random;
        this.say = say;
    }

    /** Runs it in an empty folder. */
    public KillReport run(Path folder) throws IOException, InterruptedException {
        try (HubProcess hub = new HubProcess(folder, port);
                DemoHttp http = new DemoHttp()) {
            Duration ready = hub.start();
            say.accept("ready in " + ready.toMillis() + " ms");
            DemoFile demo = DemoFile.read(hub.data()).orElseThrow();
            List<String> numbers = IntStream.range(0, residents)
                    .mapToObj(i -> String.format(Locale.ROOT, "+1500556%04d", i))
                    .toList();
            join(http, demo, numbers);
            say.accept(residents + " residents have joined");
            long undisturbed = undisturbed(http, demo, numbers);
            say.accept("an undisturbed alert takes " + undisturbed + " ms");
            List<KillRun> done = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                KillRun run = killed(hub, http, demo, numbers, undisturbed);
                done.add(run);
                say.accept("run " + (i + 1) + ": " + run);
            }
            return new KillReport(
                    residents, ready.toMillis(), undisturbed, done, hub.stop().toMillis());
        }
    }

    private static void join(DemoHttp http, DemoFile demo, List<String> numbers) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<String>> joins = IntStream.range(0, numbers.size())
                    .<Callable<String>>mapToObj(i -> () -> {
                        String[] words = WORDS.get(i % WORDS.size());
                        Phone phone = new Phone(http, demo.simulatorUrl(), numbers.get(i));
                        phone.text(words[0]);
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

    private long undisturbed(DemoHttp http, DemoFile demo, List<String> numbers) throws InterruptedException {
        JsonNode alert = issue(http, demo);
        long from = System.nanoTime();
        settle(http, demo, alert.path("id").asText(), numbers.size());
        return (System.nanoTime() - from) / 1_000_000;
    }

    private KillRun killed(HubProcess hub, DemoHttp http, DemoFile demo, List<String> numbers, long undisturbedMs)
            throws IOException, InterruptedException {
        JsonNode alert = issue(http, demo);
        String code = alert.path("verificationCode").asText();
        long wait = random.nextLong(Math.max(1, undisturbedMs));
        TimeUnit.MILLISECONDS.sleep(wait);
        hub.kill();
        Duration ready = hub.start();
        int before = 0;
        for (String number : numbers) {
            before += copies(http, demo, number, code) > 0 ? 1 : 0;
        }
        long from = System.nanoTime();
        boolean addsUp = settle(http, demo, alert.path("id").asText(), numbers.size());
        long settled = (System.nanoTime() - from) / 1_000_000;
        int missed = 0;
        int doubled = 0;
        for (String number : numbers) {
            long copies = copies(http, demo, number, code);
            missed += copies == 0 ? 1 : 0;
            doubled += copies > 1 ? 1 : 0;
        }
        return new KillRun(wait, before, ready.toMillis(), settled, missed, doubled, addsUp);
    }

    private static long copies(DemoHttp http, DemoFile demo, String number, String code) {
        return new Phone(http, demo.simulatorUrl(), number)
                .received().stream().filter(m -> m.body().contains(code)).count();
    }

    private static JsonNode issue(DemoHttp http, DemoFile demo) {
        Map<String, Object> form = Map.of(
                "status", "Actual",
                "scope", "Public",
                "category", "Health",
                "severity", "Severe",
                "urgency", "Immediate",
                "certainty", "Observed",
                "areas", List.of(DISTRICT),
                "texts", DemoTexts.boilWater());
        JsonNode alert = http.post(demo.baseUrl() + "/api/v1/alerts", token(demo, "author"), form);
        return http.post(
                demo.baseUrl() + "/api/v1/alerts/" + alert.path("id").asText() + "/approve",
                token(demo, "approver"),
                Map.of());
    }

    /** Waits until the hub has nobody queued any more; whether its sums are those of this audience. */
    private static boolean settle(DemoHttp http, DemoFile demo, String id, int audience) throws InterruptedException {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode reach = http.get(demo.baseUrl() + "/api/v1/alerts/" + id + "/reach", token(demo, "author"));
            JsonNode sms = reach.path("channels").path("sms");
            if (reach.path("complete").asBoolean()
                    && sms.path("audience").asInt() == audience
                    && sms.path("queued").asInt() == 0) {
                return sms.path("sent").asInt() == audience;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private static String token(DemoFile demo, String officer) {
        DemoFile.Officer known = demo.officers().get(officer);
        if (known == null) {
            throw new IllegalStateException("the demo has no " + officer);
        }
        return known.token();
    }
}
