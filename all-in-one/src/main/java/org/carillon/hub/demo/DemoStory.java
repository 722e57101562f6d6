package org.carillon.hub.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The story that shows what the hub does: three residents join in three languages, an officer publishes, a second approves, the
 * residents are told; an update and an all-clear follow. Told through the public interfaces alone.
 */
public final class DemoStory {
    private static final String DISTRICT = "D03";

    private final DemoFile demo;
    private final PrintWriter out;
    private final Clock clock;
    private final Map<String, Long> elapsedMs = new LinkedHashMap<>();
    private final List<Map<String, Object>> sms = new ArrayList<>();

    /**
     * Makes a teller.
     *
     * @param out gets the story in plain sentences
     */
    public DemoStory(DemoFile demo, PrintWriter out, Clock clock) {
        this.demo = demo;
        this.out = out;
        this.clock = clock;
    }

    /** How it ended; the JSON object of {@code demo --json}. */
    public record Outcome(boolean ok, Map<String, List<Map<String, Object>>> channels, Map<String, Long> elapsedMs) {
        public Outcome {
            channels = Map.copyOf(channels);
            elapsedMs = Collections.unmodifiableMap(new LinkedHashMap<>(elapsedMs));
        }
    }

    /**
     * Plays it.
     *
     * @throws StoryException where a step did not go as it should
     */
    public Outcome play() {
        long from = System.nanoTime();
        try (DemoHttp http = new DemoHttp()) {
            Map<Resident, Phone> phones = new LinkedHashMap<>();
            for (Resident resident : residents()) {
                Phone phone = new Phone(http, demo.simulatorUrl(), resident.phone());
                timed("join " + resident.language(), () -> join(resident, phone));
                phones.put(resident, phone);
            }
            String first = timed(
                    "publish",
                    () -> publish(http, "/api/v1/alerts", form("Alert", DemoTexts.boilWater(), List.of("Prepare"))));
            timed(
                    "alert",
                    () -> told(
                            phones,
                            "The alert",
                            "author submitted, the second officer approved",
                            approve(http, first)));
            String update = publish(
                    http,
                    "/api/v1/alerts/" + first + "/update",
                    form("Update", DemoTexts.waterTrucks(), List.of("Prepare")));
            timed("update", () -> told(phones, "The update", "it takes the alert's place", approve(http, update)));
            String clear = publish(
                    http,
                    "/api/v1/alerts/" + update + "/update",
                    form("Update", DemoTexts.allClear(), List.of("AllClear")));
            timed(
                    "all-clear",
                    () -> told(phones, "The all-clear", "it goes to those who were warned", approve(http, clear)));
        }
        elapsedMs.put("story", (System.nanoTime() - from) / 1_000_000);
        say("");
        say("Where to look: phones " + demo.simulatorUrl() + "/ · API " + demo.baseUrl()
                + "/api/v1/openapi.json · readiness " + demo.managementUrl() + "/readyz");
        return new Outcome(true, Map.of("sms", List.copyOf(sms)), elapsedMs);
    }

    private static List<Resident> residents() {
        SecureRandom random = new SecureRandom();
        String exchange = "+1500555" + (1 + random.nextInt(9)) + random.nextInt(10) + random.nextInt(10);
        return List.of(
                new Resident("Ann", exchange + "1", "en", "JOIN " + DISTRICT, "YES"),
                new Resident("Benito", exchange + "2", "es", "ALTA " + DISTRICT, "SÍ"),
                new Resident("Dalia", exchange + "3", "ar", "اشتراك " + DISTRICT, "نعم"));
    }

    private String join(Resident resident, Phone phone) {
        say("");
        say(resident.name() + " texts: " + resident.join());
        phone.text(resident.join());
        say("  the hub asks: "
                + indented(phone.next("The consent question in " + resident.language())
                        .body()));
        phone.text(resident.yes());
        say(resident.name() + " texts: " + resident.yes());
        say("  the hub answers: "
                + indented(
                        phone.next("The confirmation in " + resident.language()).body()));
        return resident.phone();
    }

    private String publish(DemoHttp http, String path, Map<String, Object> form) {
        JsonNode alert = http.post(demo.baseUrl() + path, token("author"), form);
        if (!alert.path("state").asText().equals("pending-approval")) {
            throw new StoryException("the alert is " + alert.path("state").asText() + " and not pending-approval");
        }
        return alert.path("id").asText();
    }

    private JsonNode approve(DemoHttp http, String id) {
        return http.post(demo.baseUrl() + "/api/v1/alerts/" + id + "/approve", token("approver"), Map.of());
    }

    private String told(Map<Resident, Phone> phones, String what, String how, JsonNode alert) {
        say("");
        say(what + " " + alert.path("verificationCode").asText() + " is out (" + how + "):");
        phones.forEach((resident, phone) -> {
            Phone.Received received = phone.next(what + " in " + resident.language());
            String code = alert.path("verificationCode").asText();
            if (!received.body().contains(code)) {
                throw new StoryException(what + " in " + resident.language() + " does not carry the code " + code);
            }
            sms.add(Map.of(
                    "to",
                    resident.phone(),
                    "lang",
                    resident.language(),
                    "body",
                    received.body(),
                    "parts",
                    received.parts()));
            say("  " + resident.name() + " (" + resident.language() + ", " + received.parts() + " parts "
                    + received.encoding() + "): " + indented(received.body()));
        });
        return alert.path("id").asText();
    }

    private Map<String, Object> form(String msgType, Map<String, Object> texts, List<String> responseTypes) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("topic", "water");
        form.put("status", "Actual");
        form.put("msgType", msgType);
        form.put("scope", "Public");
        form.put("category", "Health");
        form.put("severity", "Severe");
        form.put("urgency", "Immediate");
        form.put("certainty", "Observed");
        form.put("responseType", responseTypes);
        form.put("areas", List.of(DISTRICT));
        form.put(
                "expires",
                clock.instant()
                        .plus(Duration.ofHours(24))
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
        form.put("texts", texts);
        return form;
    }

    private String token(String officer) {
        DemoFile.Officer known = demo.officers().get(officer);
        if (known == null) {
            throw new StoryException("the demo has no " + officer);
        }
        return known.token();
    }

    private <T> T timed(String step, Supplier<T> work) {
        long from = System.nanoTime();
        T result = work.get();
        elapsedMs.put(step, (System.nanoTime() - from) / 1_000_000);
        return result;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }

    private static String indented(String body) {
        return body.replace("\n", "\n      ");
    }
}
