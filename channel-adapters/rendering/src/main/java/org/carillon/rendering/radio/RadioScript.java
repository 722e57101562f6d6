package org.carillon.rendering.radio;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;
import org.carillon.rendering.notice.Notice;
import org.carillon.rendering.notice.SameWords;
import org.carillon.schemas.alert.ContentFormat;

/**
 * One alert as paragraphs.
 *
 * @param core what has to be said for anybody to act rightly, by itself a whole message
 * @param details what may follow it
 */
record RadioScript(List<String> core, List<String> details) {
    private static final String BETWEEN = "\n\n";

    RadioScript {
        core = List.copyOf(core);
        details = List.copyOf(details);
    }

    String coreText() {
        return String.join(BETWEEN, core);
    }

    String text() {
        return Stream.concat(core.stream(), details.stream()).collect(Collectors.joining(BETWEEN));
    }

    /** Writes the script of a notice; {@code emergencyNumber} as people dial it. */
    static RadioScript of(
            Notice notice, ContentFormat format, Catalogue catalogue, LocalStyle style, String emergencyNumber) {
        return new Writing(
                        notice,
                        format == ContentFormat.PLAIN,
                        catalogue,
                        style,
                        new Speaker(catalogue, style, notice.language(), emergencyNumber))
                .script();
    }

    private record Writing(Notice notice, boolean plain, Catalogue catalogue, LocalStyle style, Speaker speaker) {
        RadioScript script() {
            List<String> core = new ArrayList<>();
            List<String> details = new ArrayList<>();
            core.add(said("lead." + lead(), Map.of("authority", speaker.phrase(notice.authority()))));
            what(core);
            if (!notice.areas().isEmpty()) {
                List<String> names =
                        notice.areas().stream().map(speaker::phrase).toList();
                core.add(said("where", Map.of("areas", style.list(names, notice.language()))));
            }
            SpokenText instruction = instruction();
            core.add(instruction.text());
            ZonedDateTime expires = notice.expires();
            if (expires != null && !notice.kind().withdraws()) {
                details.add(said("until", Map.of("time", time(expires))));
            }
            Notice.Earlier earlier = notice.earlier();
            if (earlier != null && !notice.kind().withdraws()) {
                details.add(said("updated", Map.of("time", time(earlier.sent()))));
            }
            if (!notice.kind().withdraws()) {
                instruction.dialled().forEach(number -> details.add(said("again", Map.of("number", number))));
            }
            if (!plain) {
                details.add(speaker.speak(notice.description()).text());
            }
            details.add(said(
                    "check", Map.of("code", new SpokenNumber(catalogue, notice.language()).of(notice.code()))));
            core.removeIf(String::isEmpty);
            details.removeIf(String::isEmpty);
            if (notice.exercise()) {
                // At both ends of the whole, and of the core, after which a station may stop.
                String mark = said("exercise", Map.of());
                core.addFirst(mark);
                core.add(mark);
                details.add(mark);
            }
            return new RadioScript(core, details);
        }

        private void what(List<String> core) {
            Notice.Earlier earlier = notice.earlier();
            String event = speaker.speak(notice.event()).text();
            String headline = speaker.speak(notice.headline()).text();
            if (notice.kind().withdraws() && earlier != null) {
                Map<String, Object> args = new HashMap<>();
                args.put("event", speaker.phrase(earlier.event()));
                args.put("time", time(earlier.sent()));
                String frame = said(notice.kind().frame(), args);
                core.add(frame);
                if (!SameWords.contains(frame, headline)) {
                    core.add(headline);
                }
                return;
            }
            if (headline.isEmpty() || isPlainGiven()) {
                core.add(event);
            } else {
                core.add(SameWords.contains(headline, event) ? headline : SpokenText.joined(event, headline));
            }
        }

        /** The plain text speaks for itself; an instruction is announced. */
        private SpokenText instruction() {
            if (isPlainGiven()) {
                return speaker.speak(notice.plain());
            }
            SpokenText instruction = speaker.speak(notice.instruction());
            return instruction.text().isEmpty()
                    ? instruction
                    : new SpokenText(said("do", Map.of("instruction", instruction.text())), instruction.dialled());
        }

        private boolean isPlainGiven() {
            String text = notice.plain();
            return plain && text != null && !text.isBlank();
        }

        /** An urgent update is announced like an alert: who listens now may not have heard the first. */
        private String lead() {
            boolean urgentUpdate =
                    notice.kind() == Notice.Kind.UPDATE && notice.severity().isUrgent();
            return urgentUpdate ? "urgent-update" : notice.label();
        }

        private String time(ZonedDateTime time) {
            return new SpokenTimes(catalogue, style).time(time, notice.language());
        }

        private String said(String key, Map<String, ?> args) {
            return catalogue.text(notice.language(), "radio." + key, args);
        }
    }
}
