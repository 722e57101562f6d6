package org.carillon.hub.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapVerdict;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.carillon.schemas.topic.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate [--lenient] [--json] FILE…}: CAP 1.2 verdicts without a server. */
@Command(
        name = "validate",
        description = "Says of each file whether it is valid CAP 1.2, and all that is wrong with it.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // set by picocli
final class ValidateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--lenient", description = "Accept what can be repaired, and say what was repaired.")
    private boolean lenient;

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CAP messages.")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        ObjectMapper mapper = Json.mapper();
        boolean allValid = true;
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new ParameterException(spec.commandLine(), file + " cannot be read");
            }
        }
        for (Path file : files) {
            CapVerdict verdict = CapVerdict.of(bytes(file), lenient ? Strictness.LENIENT : Strictness.STRICT);
            allValid &= verdict.valid();
            if (json) {
                out.println(mapper.writeValueAsString(verdict.json(file.toString())));
            } else {
                print(out, file, verdict);
            }
        }
        out.flush();
        return allValid ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, Path file, CapVerdict verdict) {
        out.println(file + ": " + (verdict.valid() ? "valid" : "INVALID"));
        verdict.violations().forEach(v -> print(out, "error", v));
        verdict.warnings().forEach(v -> print(out, "warning", v));
    }

    private static void print(PrintWriter out, String weight, CapViolation v) {
        out.println("  " + v.line() + ":" + v.column() + " " + weight + " " + v.rule() + " " + v.path() + ": "
                + v.message());
    }

    /** No more than a byte above what is taken: enough to be refused for its size. */
    private static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(CapReader.MOST_BYTES + 1);
        }
    }
}
