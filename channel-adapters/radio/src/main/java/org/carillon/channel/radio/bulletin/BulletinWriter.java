package org.carillon.channel.radio.bulletin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.carillon.channel.radio.bulletin.Bulletin.Form;
import org.carillon.channel.radio.bulletin.Bulletin.LeftOut;
import org.carillon.channel.radio.bulletin.Bulletin.Reason;
import org.carillon.channel.radio.bulletin.Bulletin.Told;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.radio.SpeakingPace;
import org.carillon.rendering.radio.SpokenTimes;
import org.carillon.schemas.city.Localized;

/**
 * Puts bulletins together: first the core of every alert, the gravest first, as far as they fit; then, with what time is left, until when
 * each holds; then the whole of them. Pure: the same alerts in force are the same bulletin. Safe for threads.
 */
public final class BulletinWriter {
    private final Catalogue catalogue;
    private final SpeakingPace pace;
    private final SpokenTimes times;
    private final Localized hub;
    private final ZoneId zone;

    /** {@code hub} is who answers for the hub, {@code zone} the city's time. */
    public BulletinWriter(Catalogue catalogue, SpokenTimes times, Localized hub, ZoneId zone) {
        this.catalogue = catalogue;
        this.pace = new SpeakingPace(catalogue);
        this.times = times;
        this.hub = hub;
        this.zone = zone;
    }

    /**
     * Writes one.
     *
     * @param language one that the catalogue has
     * @param slot seconds, which the bulletin never exceeds
     * @param inForce the gravest first
     */
    public Composition write(String language, int slot, List<InForce> inForce) {
        return new Draft(language, slot, inForce).compose();
    }

    /** How much of a script. */
    private enum Part {
        CORE,
        MORE,
        FULL
    }

    /** One bulletin while it grows. */
    private final class Draft {
        private final String language;
        private final int slot;
        private final List<InForce> inForce;
        private final Map<InForce, Part> told = new LinkedHashMap<>();
        private boolean dated;

        Draft(String language, int slot, List<InForce> inForce) {
            this.language = language;
            this.slot = slot;
            this.inForce = inForce;
        }

        Composition compose() {
            List<InForce> tellable =
                    inForce.stream().filter(one -> one.script().isPresent()).toList();
            cores(tellable);
            if (told.isEmpty() && !tellable.isEmpty()) {
                told.put(tellable.getFirst(), Part.CORE);
                return new Composition.TooShort(seconds());
            }
            grow(Part.MORE);
            dated = true;
            dated = seconds() <= slot;
            grow(Part.FULL);
            return seconds() <= slot ? new Composition.Fits(bulletin()) : new Composition.TooShort(seconds());
        }

        /** As much of each, the gravest first, as there is time for. */
        private void grow(Part part) {
            for (InForce one : List.copyOf(told.keySet())) {
                Part before = told.getOrDefault(one, Part.CORE);
                told.put(one, part);
                if (seconds() > slot) {
                    told.put(one, before);
                }
            }
        }

        /** None takes the place of a graver one that did not fit: who hears the lesser would think that there is nothing worse. */
        private void cores(List<InForce> tellable) {
            int leftOutRank = -1;
            for (InForce one : tellable) {
                if (one.severity().rank() >= leftOutRank) {
                    told.put(one, Part.CORE);
                    if (seconds() > slot) {
                        told.remove(one);
                        leftOutRank = one.severity().rank();
                    }
                }
            }
        }

        private int seconds() {
            return pace.seconds(language, Bulletin.text(intro(), items(), outro()));
        }

        private Bulletin bulletin() {
            List<Told> items = items();
            String intro = intro();
            String outro = outro();
            String text = Bulletin.text(intro, items, outro);
            return new Bulletin(
                    BulletinId.of(language, text, items, leftOut()),
                    language,
                    slot,
                    pace.seconds(language, text),
                    intro,
                    items,
                    leftOut(),
                    outro,
                    inForce.stream()
                            .map(InForce::expires)
                            .min(Comparator.naturalOrder())
                            .orElse(null));
        }

        private List<Told> items() {
            return told.entrySet().stream()
                    .map(item -> told(item.getKey(), item.getValue()))
                    .toList();
        }

        private Told told(InForce one, Part part) {
            Script script = one.script().orElseThrow();
            String text = switch (part) {
                case FULL -> script.full();
                case MORE -> script.more();
                case CORE -> script.core();
            };
            Form form = text.equals(script.full()) ? Form.FULL : Form.CORE;
            return new Told(one.alertId(), one.severity(), form, text, pace.seconds(language, text));
        }

        private List<LeftOut> leftOut() {
            return inForce.stream()
                    .filter(one -> !told.containsKey(one))
                    .map(one -> new LeftOut(
                            one.alertId(),
                            one.headline(),
                            one.script().isPresent() ? Reason.NO_ROOM : Reason.OTHER_LANGUAGE))
                    .toList();
        }

        private String intro() {
            List<String> sentences = new ArrayList<>(List.of(said("intro", Map.of("hub", hub.in(language)))));
            if (inForce.isEmpty()) {
                sentences.add(said("nothing", Map.of()));
            }
            newest().filter(newest -> dated)
                    .ifPresent(newest ->
                            sentences.add(said("newest", Map.of("time", times.time(newest.atZone(zone), language)))));
            return String.join(" ", sentences);
        }

        private Optional<Instant> newest() {
            return inForce.stream().map(InForce::sent).max(Comparator.naturalOrder());
        }

        private String outro() {
            Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
            leftOut().forEach(one -> counts.merge(one.reason(), 1, Integer::sum));
            List<String> paragraphs = new ArrayList<>();
            counts.forEach((reason, count) ->
                    paragraphs.add(said(key(reason), Map.of("count", count, "hub", hub.in(language)))));
            paragraphs.add(said("end", Map.of()));
            return String.join(Script.BETWEEN, paragraphs);
        }

        private String said(String key, Map<String, ?> args) {
            return catalogue.text(language, "radio.bulletin." + key, args);
        }
    }

    private static String key(Reason reason) {
        return switch (reason) {
            case NO_ROOM -> "left-out";
            case OTHER_LANGUAGE -> "other-language";
        };
    }
}
