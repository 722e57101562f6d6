package org.carillon.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.carillon.hub.verify.HttpLog;
import org.carillon.hub.verify.LogSource;
import org.carillon.hub.verify.LogVerdict;
import org.carillon.hub.verify.LogVerifier;
import org.carillon.hub.verify.SeenLog;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.transparency.note.LogKey;

/** The public log over all kills: sound each time, grown from what it was, and each alert in it once. */
final class LogWatch implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final LogSource source;
    private final LogKey key;
    private Optional<SeenLog> seen = Optional.empty();

    /** Takes the hub's word for its key, as it was before anything was killed. */
    LogWatch(URI hub) throws IOException, InterruptedException {
        source = new HttpLog(http, hub);
        key = LogKey.parse(source.key());
    }

    /** Whether the log, now or within {@code seconds}, tells of each of these alerts, of no alert twice, and is sound. */
    boolean tells(List<String> alerts, long seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Map<String, Integer> told = told();
        while (!told.keySet().containsAll(alerts) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
            told = told();
        }
        LogVerdict verdict = new LogVerifier(source, key, seen).verify();
        if (verdict instanceof LogVerdict.Sound sound) {
            seen = Optional.of(sound.log());
        }
        return verdict instanceof LogVerdict.Sound
                && told.keySet().containsAll(alerts)
                && told.values().stream().allMatch(times -> times == 1);
    }

    /** How often the log tells of each alert. */
    private Map<String, Integer> told() throws IOException, InterruptedException {
        Map<String, Integer> told = new HashMap<>();
        long index = 0;
        for (List<byte[]> page = source.entries(0); !page.isEmpty(); page = source.entries(index)) {
            for (byte[] leaf : page) {
                JsonNode alert = Json.mapper().readTree(leaf).at("/fact/alert/id");
                if (!alert.isMissingNode()) {
                    told.merge(alert.asText(), 1, Integer::sum);
                }
                index++;
            }
        }
        return told;
    }

    @Override
    public void close() {
        http.close();
    }
}
