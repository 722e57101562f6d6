package org.carillon.ingest.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carillon.rendering.check.FactsCheck;
import org.carillon.rendering.check.Finding;
import org.carillon.rendering.check.LanguageFacts;
import org.carillon.rendering.check.ReadingLevel;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;

/** What an officer should look at before an alert goes out: languages that say different things, or say them hard to read. */
public final class LanguageChecks {
    private final Districts districts;

    public LanguageChecks(City city) {
        this.districts = new Districts(city);
    }

    /**
     * One thing to look at.
     *
     * @param code the fact that it is about, as {@code severity}, {@code instruction}, {@code reading-level}, {@code geocode}
     * @param language BCP 47
     */
    public record Warning(String code, String language, String message) {}

    /** All of them, in the order of the message's languages. */
    public List<Warning> of(CapAlert message) {
        Map<String, CapInfo> infos = Texts.infos(message);
        if (infos.isEmpty()) {
            return List.of();
        }
        List<LanguageFacts> facts = new ArrayList<>();
        infos.forEach((language, info) -> facts.add(facts(language, info)));
        List<Warning> warnings = new ArrayList<>();
        for (Finding finding : FactsCheck.check(facts, needsInstruction(message))) {
            warnings.add(new Warning(code(finding.fact()), finding.language(), finding.message()));
        }
        infos.forEach((language, info) -> readingLevel(language, info, warnings));
        infos.forEach((language, info) -> districts
                .unknownCodes(info.areas())
                .forEach(code -> warnings.add(new Warning(
                        "geocode",
                        language,
                        code.name() + "=" + code.value()
                                + " names no district of the city: nobody is warned because of it"))));
        return List.copyOf(warnings);
    }

    private LanguageFacts facts(String language, CapInfo info) {
        return new LanguageFacts(
                language,
                info.severity(),
                info.urgency(),
                info.certainty(),
                info.expires() == null ? null : info.expires().instant(),
                districts.codes(info.areas()),
                info.instruction(),
                info.parameter(Texts.PLAIN).orElse(null));
    }

    private static boolean needsInstruction(CapAlert message) {
        return message.msgType() != MsgType.CANCEL
                && message.infos().stream()
                        .noneMatch(info -> info.responseTypes().contains(ResponseType.ALL_CLEAR));
    }

    private static void readingLevel(String language, CapInfo info, List<Warning> warnings) {
        String text = Stream.of(info.description(), info.instruction())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        OptionalInt lix = ReadingLevel.lix(text, language);
        if (lix.isPresent() && lix.getAsInt() >= ReadingLevel.HARD) {
            warnings.add(new Warning(
                    "reading-level",
                    language,
                    "is hard to read (LIX " + lix.getAsInt() + "): shorter sentences and words reach more people"));
        }
    }

    private static String code(Finding.Fact fact) {
        return fact.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
