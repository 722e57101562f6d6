package org.carillon.rendering.template;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns what a form sent into {@link Arguments} and finds all that is wrong with it. */
final class ArgumentReader {
    /** A longer name leaves a text message no room for what to do. */
    private static final int LONGEST_NAME = 40;

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{2,15}");
    private static final Pattern PHONE_SPACES = Pattern.compile("[ ()/.-]");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Template template;
    private final Map<String, ?> given;
    private final Collection<String> languages;
    private final List<Arguments.Fault> faults = new ArrayList<>();
    private final Map<String, Argument> values = new LinkedHashMap<>();

    ArgumentReader(Template template, Map<String, ?> given, Collection<String> languages) {
        this.template = template;
        this.given = given;
        this.languages = languages;
    }

    Arguments.Reading read() {
        given.keySet().stream()
                .filter(name -> template.parameter(name).isEmpty())
                .forEach(name -> wrong(
                        name,
                        "is not asked; " + template.id() + " asks "
                                + template.parameters().stream()
                                        .map(Parameter::name)
                                        .toList()));
        for (Parameter parameter : template.parameters()) {
            Object value = given.get(parameter.name());
            if (value == null || value.toString().isBlank()) {
                wrong(parameter.name(), "is missing");
            } else {
                argument(parameter, value).ifPresent(argument -> values.put(parameter.name(), argument));
            }
        }
        template.parameters().forEach(this::order);
        return faults.isEmpty()
                ? new Arguments.Reading.Complete(new Arguments(template, values))
                : new Arguments.Reading.Faulty(faults);
    }

    private Optional<Argument> argument(Parameter parameter, Object value) {
        return switch (parameter) {
            case Parameter.Count count -> count(count, value.toString().strip());
            case Parameter.Time time -> time(time, value.toString().strip());
            case Parameter.Date date -> date(date, value.toString().strip());
            case Parameter.Place place -> place(place, value);
            case Parameter.Phone phone -> phone(phone, value.toString().strip());
            case Parameter.Choice choice -> choice(choice, value.toString().strip());
        };
    }

    private Optional<Argument> count(Parameter.Count count, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= count.from() && number <= count.to()) {
                return Optional.of(new Argument.Count(number));
            }
        } catch (NumberFormatException e) {
            // Said below: what is no number lies outside the range, too.
        }
        return wrong(count.name(), "has to be a whole number from " + count.from() + " to " + count.to());
    }

    private Optional<Argument> time(Parameter.Time time, String text) {
        try {
            return Optional.of(new Argument.Time(OffsetDateTime.parse(text)));
        } catch (DateTimeParseException e) {
            return wrong(time.name(), "has to be a time with an offset, such as 2026-11-22T18:00:00+01:00");
        }
    }

    private Optional<Argument> date(Parameter.Date date, String text) {
        try {
            return Optional.of(new Argument.Date(LocalDate.parse(text)));
        } catch (DateTimeParseException e) {
            return wrong(date.name(), "has to be a day, such as 2026-11-22");
        }
    }

    private Optional<Argument> phone(Parameter.Phone phone, String text) {
        String number = PHONE_SPACES.matcher(text).replaceAll("");
        return PHONE.matcher(number).matches()
                ? Optional.of(new Argument.Phone(number))
                : wrong(phone.name(), "has to be a telephone number: digits, with a plus before a country's code");
    }

    private Optional<Argument> choice(Parameter.Choice choice, String text) {
        return choice.of().contains(text)
                ? Optional.of(new Argument.Choice(text))
                : wrong(choice.name(), "has to be one of " + choice.of());
    }

    private Optional<Argument> place(Parameter.Place place, Object value) {
        Map<String, String> names = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((language, name) ->
                    names.put(String.valueOf(language), String.valueOf(name).strip()));
        } else {
            names.put(Argument.Place.ANY, value.toString().strip());
        }
        Argument.Place argument = new Argument.Place(names);
        List<String> unnamed = languages.stream()
                .filter(language ->
                        argument.in(language).filter(n -> !n.isBlank()).isEmpty())
                .toList();
        if (!unnamed.isEmpty()) {
            return wrong(place.name(), "has no name in " + unnamed + ": give one, or a single text for all languages");
        }
        if (names.values().stream()
                .anyMatch(n -> n.codePointCount(0, n.length()) > LONGEST_NAME
                        || UNPRINTABLE.matcher(n).find())) {
            return wrong(place.name(), "has to be one line of at most " + LONGEST_NAME + " characters");
        }
        return Optional.of(argument);
    }

    private void order(Parameter parameter) {
        parameter.laterThan().ifPresent(earlier -> {
            Argument first = values.get(earlier);
            Argument second = values.get(parameter.name());
            if (!isLater(first, second)) {
                wrong(parameter.name(), "has to be later than " + earlier);
            }
        });
    }

    /** True also where one of them is missing, which has been said. */
    private static boolean isLater(@Nullable Argument first, @Nullable Argument second) {
        if (first instanceof Argument.Time one && second instanceof Argument.Time two) {
            return two.value().isAfter(one.value());
        }
        if (first instanceof Argument.Date one && second instanceof Argument.Date two) {
            return two.value().isAfter(one.value());
        }
        return true;
    }

    private Optional<Argument> wrong(String parameter, String message) {
        faults.add(new Arguments.Fault(parameter, message));
        return Optional.empty();
    }
}
