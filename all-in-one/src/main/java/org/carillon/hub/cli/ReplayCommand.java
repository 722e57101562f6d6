package org.carillon.hub.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.carillon.hub.replay.Replay;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code replay DIR --url URL --token T}. */
@Command(
        name = "replay",
        description = "Submits every CAP file of a folder and prints accepted or refused, with reasons.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "DIR", description = "Folder with .xml files.")
    private Path folder;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "Base URL of the hub.")
    private URI url;

    @Option(names = "--token", required = true, paramLabel = "T", description = "Bearer token of an author or partner.")
    private String token;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), folder + " is no folder");
        }
        if (url.getScheme() == null || url.getHost() == null) {
            throw new ParameterException(spec.commandLine(), url + " is no URL");
        }
        try (HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            boolean answered =
                    new Replay(http, url, token).run(folder, spec.commandLine().getOut());
            return answered ? ExitCode.OK : ExitCode.SOFTWARE;
        }
    }
}
