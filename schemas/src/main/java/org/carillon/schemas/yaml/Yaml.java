package org.carillon.schemas.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a YAML 1.2 file of keys and values. Tags and aliases are refused: a file that says what it means needs neither,
 * and both are ways to make a small file expensive.
 */
public final class Yaml {
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 32;

    private Yaml() {}

    /** Reads a file; empty if it cannot be used at all, and then {@code problems} says why. */
    public static Optional<YamlObject> read(Path file, Problems problems) {
        return read(file, file.toString(), problems);
    }

    /** Reads a file that problems name by {@code label}. */
    public static Optional<YamlObject> read(Path file, String label, Problems problems) {
        try {
            if (Files.exists(file) && Files.size(file) > MAX_BYTES) {
                problems.add(Problem.ofFile(label, "is larger than " + MAX_BYTES + " bytes"));
                return Optional.empty();
            }
            return parse(label, text(Files.readAllBytes(file)), problems);
        } catch (NoSuchFileException e) {
            problems.add(Problem.ofFile(label, "is missing"));
        } catch (CharacterCodingException e) {
            problems.add(Problem.ofFile(label, "is not UTF-8: save it with that encoding"));
        } catch (IOException e) {
            problems.add(Problem.ofFile(
                    label,
                    "cannot be read (" + e.getClass().getSimpleName() + "): let the user that runs the hub read it"));
        }
        return Optional.empty();
    }

    /** Reads a text that problems name by {@code label}. */
    public static Optional<YamlObject> parse(String label, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(label)
                .setCodePointLimit(MAX_BYTES)
                .build();
        try {
            if (!isPlain(label, new Parse(settings).parseString(text), problems)) {
                return Optional.empty();
            }
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.orElse(null) instanceof MappingNode mapping) {
                return Optional.of(new YamlObject(label, "", mapping, problems));
            }
            problems.add(new Problem(label, 1, 1, "", "expected keys and values, such as \"name: …\""));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            String message = "is not YAML: " + e.getProblem() + (e.getContext() == null ? "" : ", " + e.getContext());
            problems.add(new Problem(label, line(mark), column(mark), "", message));
        } catch (YamlEngineException e) {
            String message = e.getMessage() == null ? "it cannot be parsed" : e.getMessage();
            problems.add(Problem.ofFile(label, "is not YAML: " + message));
        }
        return Optional.empty();
    }

    static int line(Optional<Mark> mark) {
        return mark.map(m -> m.getLine() + 1).orElse(0);
    }

    static int column(Optional<Mark> mark) {
        return mark.map(m -> m.getColumn() + 1).orElse(0);
    }

    /** Looks at the events, which need no recursion, before anything is built from them. */
    private static boolean isPlain(String label, Iterable<Event> events, Problems problems) {
        boolean plain = true;
        int depth = 0;
        for (Event event : events) {
            Optional<String> tag = Optional.empty();
            switch (event.getEventId()) {
                case Alias -> plain = refuse(label, event, "aliases (*) are not allowed: repeat the value", problems);
                case Scalar -> tag = ((ScalarEvent) event).getTag();
                case MappingStart, SequenceStart -> {
                    tag = ((CollectionStartEvent) event).getTag();
                    depth++;
                }
                case MappingEnd, SequenceEnd -> depth--;
                case Comment, DocumentEnd, DocumentStart, StreamEnd, StreamStart -> {}
            }
            if (tag.isPresent()) {
                plain = refuse(label, event, "tags (!) are not allowed: remove it", problems);
            }
            if (depth > MAX_DEPTH) {
                return refuse(label, event, "is nested more than " + MAX_DEPTH + " deep", problems);
            }
        }
        return plain;
    }

    private static boolean refuse(String label, Event event, String message, Problems problems) {
        problems.add(label, line(event.getStartMark()), column(event.getStartMark()), "", message);
        return false;
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
