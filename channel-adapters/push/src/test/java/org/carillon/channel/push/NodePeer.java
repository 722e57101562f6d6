package org.carillon.channel.push;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The reference libraries for web push, in a process of their own; skips the test where they are not installed. */
public final class NodePeer implements AutoCloseable {
    private static final Path SCRIPTS =
            Path.of(System.getProperty("carillon.root", "../.."), "channel-adapters", "push", "src", "test", "node");

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter requests;

    private NodePeer(Process process) {
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.requests = process.outputWriter(StandardCharsets.UTF_8);
    }

    public static NodePeer start() throws IOException {
        Path installed = Path.of(System.getenv()
                .getOrDefault("CARILLON_NODE_TOOLS", System.getProperty("user.home") + "/.cache/carillon/web-push"));
        Assumptions.assumeTrue(
                Files.isDirectory(installed.resolve("node_modules/web-push")) && hasNode(),
                "no web-push to compare with; to have it: mkdir -p " + installed + " && cp " + SCRIPTS
                        + "/package.json " + installed + " && npm install --prefix " + installed);
        return new NodePeer(
                new ProcessBuilder("node", SCRIPTS.resolve("peer.js").toString(), installed.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start());
    }

    private static boolean hasNode() {
        try {
            return new ProcessBuilder("node", "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Asks it to do something. */
    public JsonObject ask(String what, JsonObject with) {
        try {
            requests.write(with.copy().put("do", what).encode() + "\n");
            requests.flush();
            JsonObject answer = new JsonObject(answers.readLine());
            if (answer.containsKey("error")) {
                throw new IllegalStateException(answer.getString("error"));
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        requests.close();
        process.onExit()
                .orTimeout(5, TimeUnit.SECONDS)
                .exceptionally(late -> process.destroyForcibly())
                .join();
    }
}
