package org.carillon.ingest.console.alert;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.ingest.console.form.ComposeBody;
import org.carillon.ingest.console.form.FieldsBuilder;
import org.carillon.ingest.console.form.Shapes;
import org.carillon.ingest.console.hazard.Hazard;
import org.carillon.ingest.console.hazard.Parameter;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.WireNamed;
import org.jspecify.annotations.Nullable;

/** The form of an alert: what, where, until when, in which languages. One page, so that nothing has to be carried along. */
public final class FillPage {
    private static final Duration FREE_LIFETIME = Duration.ofHours(24);

    private final CityView city;
    private final Words words;
    private final List<String> channels;
    private final ComposeBody bodies;
    private final Hinting hinting;

    /** {@code channels} are those that this hub has. */
    FillPage(CityView city, Words words, List<String> channels, Hinting hinting) {
        this.city = city;
        this.words = words;
        this.channels = List.copyOf(channels);
        this.hinting = hinting;
        this.bodies = new ComposeBody(city.pack().timeZone());
    }

    /**
     * The page.
     *
     * @param action where it is sent to
     * @param back where one goes without saving
     * @param hazard whose texts are used, or null for free text
     * @param intro what to know before filling it in, or empty
     */
    public record Fill(
            String action,
            String back,
            @Nullable Hazard hazard,
            String intro,
            Fields typed,
            FormErrors errors,
            AreaView area,
            List<Line> languages,
            List<Choice> severities,
            List<Choice> urgencies,
            List<Choice> certainties,
            List<Choice> categories,
            List<Choice> responses,
            List<Choice> topics,
            List<Choice> channels,
            Map<String, HintBoxes> hints,
            boolean exercise) {
        /** What a field shows: what was typed. */
        public String value(String field) {
            return typed.text(field);
        }

        /** The type of a parameter's field. */
        public String type(Parameter parameter) {
            return switch (parameter.kind()) {
                case TIME -> "datetime-local";
                case DATE -> "date";
                case PHONE -> "tel";
                case COUNT, PLACE, CHOICE -> "text";
            };
        }

        /** Whether the cursor waits there: in the first gap of a form that nobody has sent yet. */
        public boolean waiting(Parameter parameter) {
            return errors.isEmpty()
                    && hazard != null
                    && parameter.equals(hazard.parameters().getFirst())
                    && value("p." + parameter.name()).isEmpty();
        }

        /** The words of a choice. */
        public List<Choice> options(Parameter parameter) {
            String chosen = value("p." + parameter.name());
            return parameter.options().stream()
                    .map(option -> new Choice(
                            option.value(), option.label(), option.value().equals(chosen)))
                    .toList();
        }

        /** Whether a place has another name in some language, or should have. */
        public boolean namedApart(Parameter parameter) {
            String prefix = "p." + parameter.name() + '.';
            return languages.stream()
                    .map(line -> prefix + line.code())
                    .anyMatch(field -> !value(field).isEmpty() || errors.of(field) != null);
        }

        /** The hints about a language of the form. */
        public HintBoxes hints(Line line) {
            return Objects.requireNonNull(hints.get(line.code()));
        }

        /** Whether some language has other words than the template, or should have. */
        public boolean ownWording() {
            return languages.stream().anyMatch(Line::open);
        }

        /** Whether something that is folded away has to be mended. */
        public boolean openDetails() {
            return Stream.of("severity", "urgency", "certainty", "topic", "channels")
                    .anyMatch(field -> errors.of(field) != null);
        }
    }

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * A language in the form.
     *
     * @param texts whether there is an approved text or something typed
     * @param residents who speak it at home in the chosen area
     * @param residentsText the same for people
     */
    public record Line(
            String code,
            String name,
            String direction,
            boolean texts,
            boolean reviewed,
            String review,
            long residents,
            String residentsText,
            boolean open) {}

    /** What the fields of a new alert begin with. */
    Fields fresh(@Nullable Hazard hazard) {
        Duration lifetime = hazard == null ? FREE_LIFETIME : hazard.lifetime();
        Instant until = words.now().plus(lifetime).truncatedTo(ChronoUnit.MINUTES);
        FieldsBuilder typed = new FieldsBuilder()
                .put("key", UUID.randomUUID().toString())
                .put("expires", words.field(until))
                .put("channels", hazard == null ? channels : playbook(hazard));
        if (hazard == null) {
            typed.put("urgency", Urgency.IMMEDIATE.wireName()).put("certainty", Certainty.OBSERVED.wireName());
        } else {
            typed.put("severity", hazard.severity().wireName())
                    .put("urgency", hazard.urgency().wireName())
                    .put("certainty", hazard.certainty().wireName())
                    .put("topic", hazard.topic());
            hazard.parameters().stream()
                    .filter(p -> p.kind() == Parameter.Kind.COUNT && p.from() == p.to())
                    .forEach(p -> typed.put("p." + p.name(), Integer.toString(p.from())));
        }
        return typed.build();
    }

    Fill page(
            String action,
            String back,
            @Nullable Hazard hazard,
            String intro,
            Fields typed,
            FormErrors errors,
            Hinting.Form form) {
        List<Line> lines = lines(hazard, typed, errors);
        return new Fill(
                action,
                back,
                hazard,
                intro,
                typed,
                errors,
                city.area(typed.all("areas"), Map.of(), typed.text("shapes")),
                lines,
                choices("severity", Severity.class, typed.text("severity"), Severity.UNKNOWN),
                choices("urgency", Urgency.class, typed.text("urgency"), Urgency.UNKNOWN),
                choices("certainty", Certainty.class, typed.text("certainty"), Certainty.UNKNOWN),
                choices("category", Category.class, typed.text("category"), null),
                choices("response", ResponseType.class, typed.text("response"), null),
                city.pack().topics().stream()
                        .map(t -> new Choice(
                                t.code(),
                                t.names().in(words.language()),
                                t.code().equals(typed.text("topic"))))
                        .toList(),
                channels.stream()
                        .map(c -> new Choice(
                                c, words.channel(c), typed.all("channels").contains(c)))
                        .toList(),
                lines.stream()
                        .collect(Collectors.toMap(
                                Line::code, line -> hinting.of(typed, form, line.code(), city.languages()))),
                form.exercise());
    }

    /** What is new to say of the texts in one language since the page was shown. */
    HintBoxes hints(Fields typed, Hinting.Form form, String language) {
        return hinting.of(typed, form, language, city.languages()).changed(typed);
    }

    /** The JSON form that follows from the fields; where the shapes cannot be read, what is wrong with them. */
    Optional<ObjectNode> body(Fields typed, @Nullable Hazard hazard, Status status) {
        Shapes.Read shapes = Shapes.read(typed.text("shapes"));
        return shapes.faults().isEmpty()
                ? Optional.of(bodies.of(typed, hazard, city.languages(), status, shapes.rings()))
                : Optional.empty();
    }

    /** What is wrong with the shapes. */
    FormErrors shapeErrors(Fields typed) {
        FormErrors errors = new FormErrors();
        Shapes.read(typed.text("shapes"))
                .faults()
                .forEach(fault -> errors.add("shapes", words.t("alerts.shape." + fault.what(), "line", fault.line())));
        return errors;
    }

    private List<String> playbook(Hazard hazard) {
        return channels.stream()
                .filter(c -> hazard.channels().isEmpty() || hazard.channels().contains(c))
                .toList();
    }

    /** Unfolded: the officer's own language, whatever is written already, and where something has to be mended. */
    private boolean open(boolean free, String code, Fields typed, FormErrors errors) {
        String prefix = "t." + code + '.';
        return (free && code.equals(words.language()))
                || typed.names().stream()
                        .anyMatch(name ->
                                name.startsWith(prefix) && !typed.text(name).isEmpty())
                || errors.all().stream().anyMatch(error -> error.field().startsWith(prefix));
    }

    private List<Line> lines(@Nullable Hazard hazard, Fields typed, FormErrors errors) {
        return city.languages().stream()
                .map(code -> {
                    Optional<Hazard.Wording> wording = hazard == null
                            ? Optional.empty()
                            : hazard.wordings().stream()
                                    .filter(w -> w.language().equals(code))
                                    .findFirst();
                    long residents = city.residents(typed.all("areas"), code);
                    return new Line(
                            code,
                            city.languageName(code),
                            city.direction(code),
                            wording.isPresent()
                                    || !typed.text("t." + code + ".headline").isEmpty(),
                            wording.map(Hazard.Wording::reviewed).orElse(false),
                            wording.map(Hazard.Wording::review).orElse(""),
                            residents,
                            words.count(residents),
                            open(hazard == null, code, typed, errors));
                })
                .filter(line -> line.texts() || hazard == null || line.residents() > 0)
                .toList();
    }

    private <E extends Enum<E> & WireNamed> List<Choice> choices(
            String list, Class<E> type, String chosen, @Nullable E last) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant != last || constant.wireName().equals(chosen))
                .map(constant -> new Choice(
                        constant.wireName(),
                        words.code(list, constant),
                        constant.wireName().equals(chosen)))
                .toList();
    }
}
