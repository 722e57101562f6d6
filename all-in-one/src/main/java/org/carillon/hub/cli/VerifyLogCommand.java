package org.carillon.hub.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.carillon.hub.verify.HttpLog;
import org.carillon.hub.verify.LogSource;
import org.carillon.hub.verify.LogVerdict;
import org.carillon.hub.verify.LogVerifier;
import org.carillon.hub.verify.SeenLog;
import org.carillon.schemas.transparency.note.LogKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-log URL [--key PUBLIC_KEY] [--state FILE]}. */
@Command(
        name = "verify-log",
        description =
                "Reads the whole public log of a hub and checks every entry, trusting nothing but its public key.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class VerifyLogCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "Base URL of the hub.")
    private URI url;

    @Option(
            names = "--key",
            paramLabel = "PUBLIC_KEY",
            description =
                    "The log's public key (name+hash+key). Without it, that of the last check or, the first time, the hub's.")
    private @Nullable String key;

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "What was seen at the last check: a log that was cut or forked since is found. Written anew.")
    private @Nullable Path state;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (url.getScheme() == null || url.getHost() == null) {
            throw new ParameterException(spec.commandLine(), url + " is no URL");
        }
        Optional<SeenLog> seen = seen();
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            LogSource source = new HttpLog(http, url);
            LogKey trusted = trusted(source, seen);
            if (seen.isPresent() && !seen.get().key().equals(trusted)) {
                return say(
                        "WRONG: the key is not that of the last check, "
                                + seen.get().key(),
                        ExitCode.SOFTWARE);
            }
            return end(new LogVerifier(source, trusted, seen).verify(), seen);
        }
    }

    private int end(LogVerdict verdict, Optional<SeenLog> seen) throws IOException {
        return switch (verdict) {
            case LogVerdict.WrongEntry wrong ->
                say("WRONG from entry " + wrong.index() + " on: " + wrong.reason(), ExitCode.SOFTWARE);
            case LogVerdict.WrongHead wrong -> say("WRONG: " + wrong.reason(), ExitCode.SOFTWARE);
            case LogVerdict.Sound sound -> {
                if (state != null) {
                    sound.log().write(state);
                }
                yield say(
                        "The log is sound: " + sound.log().leaves().size() + " entries, root "
                                + sound.log().head().checkpoint().root() + ", signed by "
                                + sound.log().key()
                                + seen.map(before -> ". It begins with the "
                                                + before.leaves().size() + " entries of the last check")
                                        .orElse("")
                                + ".",
                        ExitCode.OK);
            }
        };
    }

    private LogKey trusted(LogSource source, Optional<SeenLog> seen) throws IOException, InterruptedException {
        if (key != null) {
            try {
                return LogKey.parse(key);
            } catch (IllegalArgumentException e) {
                throw new ParameterException(spec.commandLine(), "--key: " + e.getMessage(), e);
            }
        }
        if (seen.isPresent()) {
            return seen.get().key();
        }
        try {
            LogKey given = LogKey.parse(source.key());
            spec.commandLine()
                    .getErr()
                    .println(
                            "No key was given: the hub's own word is taken for it. Compare it, and give it with --key: "
                                    + given);
            return given;
        } catch (IllegalArgumentException e) {
            throw new IOException("the hub gives no key: " + e.getMessage(), e);
        }
    }

    private Optional<SeenLog> seen() {
        if (state == null || !Files.exists(state)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SeenLog.read(state));
        } catch (IOException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), state + " is not what a check has written: " + e.getMessage(), e);
        }
    }

    private int say(String verdict, int exitCode) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(verdict);
        out.flush();
        return exitCode;
    }
}
