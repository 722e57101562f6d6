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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The story that shows what the hub does: residents join in three languages by SMS, one browser subscribes, an officer publishes, a
 * second approves, every channel tells it word for word as the preview showed it; an update and an all-clear follow, and in the end a
 * resident has everything erased. Told through the public interfaces alone.
 */
public final class DemoStory {
    private static final String DISTRICT = "D03";
    private static final Pattern DIGITS = Pattern.compile("\\b[0-9]{4,6}\\b");

    private final DemoFile demo;
    private final Narrator narrator;
    private final Clock clock;
    private final PushAddress pushAddress;
    private final Map<String, Long> elapsedMs = new LinkedHashMap<>();
    private final Map<String, String> failed = new LinkedHashMap<>();

    /**
     * Makes a teller.
     *
     * @param out gets the story in plain sentences
     * @param pushAddress where the push service that the story brings listens
     */
    public DemoStory(DemoFile demo, PushAddress pushAddress, PrintWriter out, Clock clock) {
        this.demo = demo;
        this.pushAddress = pushAddress;
        this.narrator = new Narrator(out);
        this.clock = clock;
    }

    /**
     * How it ended; the JSON object of {@code demo --json}.
     *
     * @param failed by channel, why it did not deliver; empty where all did
     */
    public record Outcome(
            boolean ok,
            Map<String, List<Map<String, Object>>> channels,
            Map<String, Long> elapsedMs,
            Map<String, String> failed) {
        public Outcome {
            channels = Collections.unmodifiableMap(new LinkedHashMap<>(channels));
            elapsedMs = Collections.unmodifiableMap(new LinkedHashMap<>(elapsedMs));
            failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        }

        /** The story could not be told to its end. */
        public static Outcome broken(String reason) {
            return new Outcome(false, Map.of(), Map.of(), Map.of("story", reason));
        }
    }

    /**
     * Plays it.
     *
     * @throws StoryException where a step that all channels need did not go as it should
     */
    public Outcome play() {
        long from = System.nanoTime();
        List<Resident> residents = residents();
        List<String> languages = residents.stream().map(Resident::language).toList();
        try (DemoHttp http = new DemoHttp();
                PushSide push = new PushSide(http, demo.baseUrl(), pushAddress, DISTRICT, "es", narrator)) {
            SmsSide sms = new SmsSide(http, demo.simulatorUrl(), residents, narrator);
            List<ChannelSide> sides = List.of(
                    sms,
                    new WebSide(http, demo.baseUrl(), languages, narrator),
                    new RadioSide(http, demo.baseUrl(), demo.stations(), narrator, clock),
                    push);
            for (Resident resident : residents) {
                narrator.paragraph(resident.name() + " joins by SMS in " + resident.language() + ".");
                step("join " + resident.language(), sms, () -> sms.join(resident));
            }
            narrator.paragraph("A browser subscribes to push in Spanish.");
            step("subscribe", push, push::subscribe);
            String first =
                    publish(http, sides, "The alert", "/api/v1/alerts", form("Alert", DemoTexts.boilWater()), null);
            String update = publish(
                    http,
                    sides,
                    "The update",
                    "/api/v1/alerts/" + first + "/update",
                    form("Update", DemoTexts.waterTrucks()),
                    first);
            Map<String, Object> clear = form("Update", DemoTexts.allClear());
            clear.put("responseType", List.of("AllClear"));
            publish(http, sides, "The all-clear", "/api/v1/alerts/" + update + "/update", clear, update);
            narrator.paragraph("Who wants to be forgotten is forgotten.");
            step("forget", sms, () -> forget(sms, residents.getFirst()));
            step("erase", push, push::erase);
            elapsedMs.put("story", millisSince(from));
            return outcome(sides);
        }
    }

    private Outcome outcome(List<ChannelSide> sides) {
        Map<String, List<Map<String, Object>>> channels = new LinkedHashMap<>();
        for (ChannelSide side : sides) {
            channels.put(side.name(), side.delivered());
            if (side.delivered().isEmpty()) {
                failed.putIfAbsent(side.name(), "it delivered nothing");
            }
        }
        failed.forEach((channel, reason) -> narrator.paragraph("FAILED " + channel + ": " + reason));
        narrator.paragraph("How long it took: " + elapsedMs + " ms");
        narrator.say("Where to look next:");
        narrator.say("  phones        " + demo.simulatorUrl() + "/");
        narrator.say("  web           " + demo.baseUrl() + "/");
        narrator.say("  feeds         " + demo.baseUrl() + "/feed/cap.atom, /feed/alerts.geojson");
        narrator.say("  bulletin      " + demo.baseUrl() + "/radio/v1/bulletin (keys in demo.json)");
        narrator.say("  API           " + demo.baseUrl() + "/api/v1/openapi.json");
        narrator.say("  operation     " + demo.managementUrl() + "/readyz");
        return new Outcome(failed.isEmpty(), channels, elapsedMs, failed);
    }

    private static List<Resident> residents() {
        SecureRandom random = new SecureRandom();
        String exchange = "+1500555" + (1 + random.nextInt(9)) + random.nextInt(10) + random.nextInt(10);
        return List.of(
                new Resident("Ann", exchange + "1", "en", "JOIN " + DISTRICT, "YES"),
                new Resident("Benito", exchange + "2", "es", "ALTA " + DISTRICT, "SÍ"),
                new Resident("Dalia", exchange + "3", "ar", "اشتراك " + DISTRICT, "نعم"));
    }

    private static void forget(SmsSide sms, Resident resident) {
        Matcher digits = DIGITS.matcher(sms.ask(resident, "FORGET", "The question before erasing"));
        if (!digits.find()) {
            throw new StoryException("FORGET was not answered with digits");
        }
        sms.ask(resident, "FORGET " + digits.group(), "The proof of erasure");
    }

    /** Submits, shows the preview, approves, and hears every channel that has not failed. */
    private String publish(
            DemoHttp http,
            List<ChannelSide> sides,
            String what,
            String path,
            Map<String, Object> form,
            @Nullable String replaces) {
        JsonNode alert = timed(what + ": submit", () -> http.post(demo.baseUrl() + path, token("author"), form));
        if (!alert.path("state").asText().equals("pending-approval")) {
            throw new StoryException("the alert is " + alert.path("state").asText() + " and not pending-approval");
        }
        String id = alert.path("id").asText();
        String url = demo.baseUrl() + "/api/v1/alerts/" + id;
        List<Told.Shown> shown = new ArrayList<>();
        http.get(url + "/preview", token("approver"))
                .path("renditions")
                .forEach(r -> shown.add(new Told.Shown(
                        r.path("channel").asText(),
                        r.path("language").asText(),
                        r.path("format").asText(),
                        r.path("body").asText(),
                        r.path("attributes"))));
        // By name, for hubs on which the demo's languages do not count as reviewed.
        timed(
                what + ": approve",
                () -> http.post(
                        url + "/approve", token("approver"), Map.of("acknowledgeUnreviewed", List.of("es", "ar"))));
        String code = alert.path("verificationCode").asText();
        narrator.paragraph(what + " " + code + " is out: one officer submitted it, a second approved it.");
        Told told = new Told(what, id, code, shown, replaces);
        for (ChannelSide side : sides) {
            step(what + ": " + side.name(), side, () -> side.hear(told));
        }
        return id;
    }

    private Map<String, Object> form(String msgType, Map<String, Object> texts) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("topic", "water");
        form.put("status", "Actual");
        form.put("msgType", msgType);
        form.put("scope", "Public");
        form.put("category", "Health");
        form.put("severity", "Severe");
        form.put("urgency", "Immediate");
        form.put("certainty", "Observed");
        form.put("responseType", List.of("Prepare"));
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

    /** One channel's part: where it fails the others go on, and it is not asked again. */
    private void step(String step, ChannelSide side, Runnable work) {
        if (failed.containsKey(side.name())) {
            return;
        }
        long from = System.nanoTime();
        try {
            work.run();
        } catch (StoryException e) {
            failed.put(side.name(), e.reason());
            narrator.say("  " + side.name() + " FAILED: " + e.reason());
        }
        elapsedMs.put(step, millisSince(from));
    }

    private <T> T timed(String step, Supplier<T> work) {
        long from = System.nanoTime();
        T result = work.get();
        elapsedMs.put(step, millisSince(from));
        return result;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
