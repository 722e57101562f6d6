package org.carillon.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.carillon.bench.hub.DemoCity;
import org.carillon.bench.hub.HubProcess;
import org.carillon.hub.demo.DemoFile;
import org.carillon.hub.demo.DemoHttp;
import org.carillon.hub.demo.Phone;

/**
 * Residents subscribe through the simulator, and browsers to push; then, alert by alert, the hub is killed at a random moment of the
 * fan-out, or of the fan-out of the alert's cancellation, and started again with the same data. Who was missed or doubled is counted by
 * sets of numbers at the simulator and the push service, which the hub cannot reach.
 */
public final class KillProof {
    private static final String DISTRICT = "D03";
    private static final int RESIDENTS_PER_BROWSER = 50;
    private static final Duration SETTLE = Duration.ofMinutes(4);
    private static final long LOG_SECONDS = 30;

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
        try (HubProcess hub = new HubProcess(folder, port, Map.of());
                DemoHttp http = new DemoHttp();
                Browsers browsers = new Browsers()) {
            Duration ready = hub.start();
            say.accept("ready in " + ready.toMillis() + " ms");
            DemoFile demo = DemoFile.read(hub.data()).orElseThrow();
            return run(hub, ready, http, demo, browsers);
        }
    }

    private KillReport run(HubProcess hub, Duration ready, DemoHttp http, DemoFile demo, Browsers browsers)
            throws IOException, InterruptedException {
        try (LogWatch log = new LogWatch(URI.create(demo.baseUrl()))) {
            List<String> numbers = IntStream.range(0, residents)
                    .mapToObj(i -> String.format(Locale.ROOT, "+1500556%04d", i))
                    .toList();
            DemoCity city = new DemoCity(http, demo);
            city.join(DISTRICT, numbers);
            browsers.subscribe(http, demo, DISTRICT, Math.max(2, residents / RESIDENTS_PER_BROWSER));
            say.accept(residents + " residents and " + browsers.count() + " browsers have joined");
            long undisturbed = undisturbed(city, numbers);
            say.accept("an undisturbed alert takes " + undisturbed + " ms");
            List<KillRun> done = new ArrayList<>();
            for (int i = 0; i < runs; i++) {
                Scene scene = new Scene(hub, city, numbers, browsers, log, undisturbed);
                KillRun run = i % 2 == 0 ? killed(scene) : killedWhileCancelling(scene);
                done.add(run);
                say.accept("run " + (i + 1) + ": " + run);
            }
            return new KillReport(
                    residents, ready.toMillis(), undisturbed, done, hub.stop().toMillis());
        }
    }

    private long undisturbed(DemoCity city, List<String> numbers) throws InterruptedException {
        JsonNode alert = issue(city);
        long from = System.nanoTime();
        settle(city, alert.path("id").asText(), numbers.size());
        return (System.nanoTime() - from) / 1_000_000;
    }

    /** Where it all happens. */
    private record Scene(
            HubProcess hub, DemoCity city, List<String> numbers, Browsers browsers, LogWatch log, long undisturbedMs) {
        Map<String, Long> copies(String code) {
            Map<String, Long> copies = new LinkedHashMap<>();
            numbers.forEach(number -> copies.put(number, KillProof.copies(city, number, code)));
            return copies;
        }
    }

    private KillRun killed(Scene scene) throws IOException, InterruptedException {
        JsonNode alert = issue(scene.city());
        String id = alert.path("id").asText();
        long wait = random.nextLong(Math.max(1, scene.undisturbedMs()));
        TimeUnit.MILLISECONDS.sleep(wait);
        scene.hub().kill();
        Duration ready = scene.hub().start();
        String code = alert.path("verificationCode").asText();
        int before =
                (int) scene.copies(code).values().stream().filter(n -> n > 0).count();
        long from = System.nanoTime();
        boolean addsUp = settle(scene.city(), id, scene.numbers().size())
                && until(
                        () -> sum(scene, id, "push", "sent") == scene.browsers().count());
        long settled = (System.nanoTime() - from) / 1_000_000;
        int missed = scene.browsers().count() - scene.browsers().reached(id).size();
        int doubled = 0;
        for (long copies : scene.copies(code).values()) {
            missed += copies == 0 ? 1 : 0;
            doubled += copies > 1 ? 1 : 0;
        }
        boolean logged = scene.log().tells(List.of(id), LOG_SECONDS);
        return new KillRun(
                KillRun.Kind.ALERT, wait, before, ready.toMillis(), settled, missed, doubled, addsUp, logged);
    }

    /** The alert may still be going out when it is cancelled: who had got it gets the Cancel, and nobody else. */
    private KillRun killedWhileCancelling(Scene scene) throws IOException, InterruptedException {
        JsonNode alert = issue(scene.city());
        String id = alert.path("id").asText();
        TimeUnit.MILLISECONDS.sleep(random.nextLong(Math.max(1, scene.undisturbedMs())));
        JsonNode cancel = scene.city().cancel(id);
        String cancelId = cancel.path("id").asText();
        long wait = random.nextLong(Math.max(1, scene.undisturbedMs()));
        TimeUnit.MILLISECONDS.sleep(wait);
        scene.hub().kill();
        Duration ready = scene.hub().start();
        String code = alert.path("verificationCode").asText();
        int before =
                (int) scene.copies(code).values().stream().filter(n -> n > 0).count();
        long from = System.nanoTime();
        boolean addsUp = until(() -> complete(scene, cancelId)
                && sum(scene, id, "sms", "queued") + sum(scene, id, "push", "queued") == 0
                && sum(scene, cancelId, "sms", "sent") == sum(scene, id, "sms", "sent")
                && sum(scene, cancelId, "push", "queued") == 0);
        long settled = (System.nanoTime() - from) / 1_000_000;
        Map<String, Long> told = scene.copies(code);
        Map<String, Long> taken = scene.copies(cancel.path("verificationCode").asText());
        int missed = 0;
        int doubled = 0;
        for (String number : scene.numbers()) {
            long alerts = told.getOrDefault(number, 0L);
            long cancels = taken.getOrDefault(number, 0L);
            missed += alerts > 0 && cancels == 0 ? 1 : 0;
            doubled += alerts > 1 || cancels > 1 || cancels > alerts ? 1 : 0;
        }
        List<Integer> unaware = new ArrayList<>(scene.browsers().reached(id));
        unaware.removeAll(scene.browsers().reached(cancelId));
        boolean logged = scene.log().tells(List.of(id, cancelId), LOG_SECONDS);
        return new KillRun(
                KillRun.Kind.CANCEL,
                wait,
                before,
                ready.toMillis(),
                settled,
                missed + unaware.size(),
                doubled,
                addsUp,
                logged);
    }

    private static boolean complete(Scene scene, String id) {
        return scene.city().reach(id).path("complete").asBoolean();
    }

    private static int sum(Scene scene, String id, String channel, String count) {
        return scene.city().reach(id).path("channels").path(channel).path(count).asInt();
    }

    private static boolean until(BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end) {
            if (done.getAsBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private static JsonNode issue(DemoCity city) {
        return city.approve(city.submit(DISTRICT));
    }

    private static long copies(DemoCity city, String number, String code) {
        return new Phone(city.http(), city.demo().simulatorUrl(), number)
                .received().stream().filter(m -> m.body().contains(code)).count();
    }

    /** Waits until the hub has nobody queued any more; whether its sums are those of this audience. */
    private static boolean settle(DemoCity city, String id, int audience) throws InterruptedException {
        long end = System.nanoTime() + SETTLE.toNanos();
        while (System.nanoTime() < end) {
            JsonNode reach = city.reach(id);
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
}
