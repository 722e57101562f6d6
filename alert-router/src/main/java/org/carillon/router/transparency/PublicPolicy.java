package org.carillon.router.transparency;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.carillon.router.lifecycle.LifecyclePolicy;
import org.carillon.schemas.transparency.LogFact;

/**
 * The rules by which the hub works, in the words of the log. Each is named here one by one: what an installation may configure can
 * hold a name or a number, and must not become public by itself.
 */
final class PublicPolicy {
    private PublicPolicy() {}

    /** All of them, in the order of their names: equal where nothing has changed. */
    static List<LogFact.Setting> of(LifecyclePolicy lifecycle, Map<String, LocalDate> sunsets) {
        SortedMap<String, String> all = new TreeMap<>();
        all.put(
                "administration.acts",
                "second-administrator; the first may make the second alone; an operator may give an officer a new start");
        all.put("approval.actual-public", "second-person");
        Duration alone = lifecycle.aloneAfter();
        all.put("approval.alone-after", alone == null ? "never" : alone.toString());
        all.put("approval.deputies-after", lifecycle.deputiesAfter().toString());
        all.put("approval.second-factor-counts", lifecycle.secondFactorLife().toString());
        all.put("approval.cancel", "one-person");
        all.put("approval.correction", "one-person");
        all.put("approval.signed-partner", "none for reviewed languages");
        all.put("approval.trusted-feed", "none for reviewed languages");
        all.put("channels.cut", String.join(" ", lifecycle.batchedChannels()));
        all.put("correction.window", lifecycle.correctionWindow().toString());
        all.put("reached.kept", lifecycle.keepReached().toString());
        lifecycle
                .actsFor()
                .forEach((sender, others) ->
                        all.put("sender." + sender + ".acts-for", String.join(" ", new TreeSet<>(others))));
        sunsets.forEach((purpose, last) -> all.put("purpose." + purpose + ".sunset", last.toString()));
        return all.entrySet().stream()
                .map(setting -> new LogFact.Setting(setting.getKey(), setting.getValue()))
                .toList();
    }
}
