package org.carillon.ingest.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.feed.Feed;
import org.carillon.schemas.net.EndpointGuard;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** Reads what an administrator says of a feed; tells all that is wrong at once. */
final class FeedForm {
    private static final String RULE = "HUB_FORM";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern SENDER = Pattern.compile("[^\\s,<&]{1,255}");
    private static final int SHORTEST = 10;
    private static final int LONGEST = 86_400;
    private static final int USUAL = 60;
    private static final int LONGEST_URL = 2000;

    private final CityPack city;
    private final EndpointGuard guard;

    FeedForm(CityPack city, EndpointGuard guard) {
        this.city = city;
        this.guard = guard;
    }

    /**
     * What was sent.
     *
     * @param reason why the feed needs no second person; empty where it does need one
     */
    record Sent(Feed feed, String reason) {}

    Sent read(RequestBody body, String user, Instant now) {
        JsonNode form = json(body);
        List<CapViolation> faults = new ArrayList<>();
        String name = text(form, "name")
                .filter(value -> NAME.matcher(value).matches())
                .orElse("");
        if (name.isEmpty()) {
            faults.add(fault("name", "a small letter, then up to 39 small letters, digits or hyphens"));
        }
        String url = text(form, "url").orElse("");
        url(url, faults);
        List<String> senders = senders(form, faults);
        boolean lenient = mode(form, faults);
        String purpose = known(
                form,
                "purpose",
                city.purposes().stream().map(p -> p.id().value()).toList(),
                faults);
        String topic = known(form, "topic", city.topicCodes(), faults);
        boolean secondPerson = flag(form, "secondPerson", faults);
        boolean active = flag(form, "active", faults);
        int interval = interval(form, faults);
        String reason = text(form, "reason").orElse("");
        if (!secondPerson && active && reason.isEmpty()) {
            faults.add(fault("reason", "why its alerts need no second person"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.unprocessable("The feed has faults; nothing was stored.", faults);
        }
        Feed feed = new Feed(name, url, senders, lenient, purpose, topic, !secondPerson, interval, active, user, now);
        return new Sent(feed, reason);
    }

    private static JsonNode json(RequestBody body) {
        try {
            JsonNode form = Json.mapper().readTree(body.bytes());
            if (form != null && form.isObject()) {
                return form;
            }
        } catch (IOException e) {
            // said below
        }
        throw ProblemException.badRequest("Send a JSON object with name, url and senders.");
    }

    private void url(String url, List<CapViolation> faults) {
        if (url.length() > LONGEST_URL) {
            faults.add(fault("url", "at most " + LONGEST_URL + " characters"));
            return;
        }
        switch (guard.look(url)) {
            case EndpointGuard.Answer.Forbidden forbidden ->
                faults.add(fault("url", "the address of a feed on the public internet; " + forbidden.reason()));
            case EndpointGuard.Answer.Unresolved unresolved ->
                faults.add(fault("url", "an address that is there; its host is not known to the name service"));
            case EndpointGuard.Answer.Allowed allowed -> {}
        }
    }

    private List<String> senders(JsonNode form, List<CapViolation> faults) {
        List<String> senders = new ArrayList<>();
        form.path("senders").forEach(sender -> senders.add(sender.asText()));
        boolean plain = form.path("senders").isArray()
                && !senders.isEmpty()
                && senders.stream().allMatch(sender -> SENDER.matcher(sender).matches());
        if (!plain) {
            faults.add(fault("senders", "a list of the CAP senders that may come by it, at least one"));
        }
        senders.stream()
                .filter(sender ->
                        city.sender(sender).map(known -> !known.isAllowed()).orElse(false))
                .forEach(sender -> faults.add(fault("senders", "others than " + sender + ", which the city bars")));
        return senders.stream().distinct().toList();
    }

    private static boolean mode(JsonNode form, List<CapViolation> faults) {
        String mode = text(form, "mode").orElse("strict");
        if (!mode.equals("strict") && !mode.equals("lenient")) {
            faults.add(fault("mode", "strict or lenient"));
        }
        return mode.equals("lenient");
    }

    private static @Nullable String known(JsonNode form, String key, List<String> codes, List<CapViolation> faults) {
        Optional<String> value = text(form, key);
        if (value.isPresent() && !codes.contains(value.get())) {
            faults.add(fault(key, "one of " + codes));
        }
        return value.orElse(null);
    }

    private static boolean flag(JsonNode form, String key, List<CapViolation> faults) {
        JsonNode value = form.path(key);
        if (!value.isMissingNode() && !value.isBoolean()) {
            faults.add(fault(key, "true or false"));
        }
        return value.asBoolean(true);
    }

    private static int interval(JsonNode form, List<CapViolation> faults) {
        JsonNode value = form.path("intervalSeconds");
        int seconds = value.isMissingNode() ? USUAL : value.asInt(0);
        if (seconds < SHORTEST || seconds > LONGEST) {
            faults.add(fault("intervalSeconds", "a number from " + SHORTEST + " to " + LONGEST));
        }
        return seconds;
    }

    private static Optional<String> text(JsonNode form, String key) {
        JsonNode value = form.path(key);
        return value.isTextual() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    private static CapViolation fault(String key, String expected) {
        return new CapViolation(RULE, '/' + key, 0, 0, '/' + key + ": expected " + expected);
    }
}
