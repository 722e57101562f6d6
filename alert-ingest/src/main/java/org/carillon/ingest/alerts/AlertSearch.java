package org.carillon.ingest.alerts;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.text.Folding;

/** Finds alerts by state, area and words, the newest first. */
public final class AlertSearch {
    private AlertSearch() {}

    /**
     * Those that fit; what is empty does not count.
     *
     * @param state as {@code pending-approval}
     * @param area code of a district
     * @param words part of a text, of the identifier, the sender or the verification code; case and accents do not matter
     */
    public static List<Alert> find(Collection<Alert> alerts, String state, String area, String words) {
        String folded = words.isBlank() ? "" : Folding.fold(words);
        return alerts.stream()
                .filter(alert -> state.isEmpty() || alert.state().wireName().equals(state))
                .filter(alert -> area.isEmpty() || alert.content().districts().contains(area))
                .filter(alert ->
                        folded.isEmpty() || Folding.fold(searchable(alert)).contains(folded))
                .sorted(Comparator.comparing(Alert::submittedAt).reversed().thenComparing(Alert::id))
                .toList();
    }

    private static String searchable(Alert alert) {
        StringBuilder text = new StringBuilder()
                .append(alert.content().identifier())
                .append(' ')
                .append(alert.content().sender())
                .append(' ')
                .append(alert.verificationCode());
        alert.content()
                .texts()
                .values()
                .forEach(t -> Stream.of(t.event(), t.headline(), t.description(), t.instruction(), t.plain())
                        .filter(Objects::nonNull)
                        .forEach(part -> text.append(' ').append(part)));
        return text.toString();
    }
}
