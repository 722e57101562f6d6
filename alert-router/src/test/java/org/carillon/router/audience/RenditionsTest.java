package org.carillon.router.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.AudienceEntryCodec;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.Level;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RenditionsTest {
    private static final List<String> CATALOGUE = List.of("en", "es", "es-MX", "pt-BR", "zh-Hant", "so");
    private static final List<ContentFormat> BOTH = List.of(ContentFormat.STANDARD, ContentFormat.PLAIN);

    @ParameterizedTest
    @CsvSource({
        "en,,en", // to the letter
        "es-MX,,es-MX", // to the letter, though es comes first
        "zh-Hant,,zh", // by the primary subtag
        "pt-BR,,pt-PT", // by the primary subtag of both
        "so,es,es", // the second language
        "so,zh-Hant,zh", // the second language by its primary subtag
        "so,,en", // the first of the alert
        "en,es,en" // the second is not asked when the first is there
    })
    void shouldChooseTheLanguage(String first, @Nullable String second, String expected) {
        List<String> languages = List.of("en", "es", "es-MX", "zh", "pt-PT");
        Renditions renditions = renditions(languages, BOTH);

        int place = renditions.language(view(first, second, ContentFormat.STANDARD));

        assertThat(languages.get(place)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(ContentFormat.class)
    void shouldGiveTheFormatAskedForWhereItExists(ContentFormat wanted) {
        AudienceEntryView entry = view("en", null, wanted);

        assertThat(renditions(List.of("en"), BOTH).format(entry, 0)).isEqualTo(wanted);
        for (ContentFormat only : ContentFormat.values()) {
            assertThat(renditions(List.of("en"), List.of(only)).format(entry, 0))
                    .isEqualTo(only);
        }
    }

    @Test
    void shouldGiveOnlyWhatTheChannelHas() {
        // Given an alert in three languages, of which this channel has two, and one of them only plain
        Renditions renditions = new Renditions(
                CATALOGUE, List.of("en", "es", "so"), Map.of("es", BOTH, "so", List.of(ContentFormat.PLAIN)));

        // Then
        assertThat(renditions.language(view("en", null, ContentFormat.STANDARD)))
                .as("the first that it has")
                .isEqualTo(1);
        assertThat(renditions.language(view("en", "so", ContentFormat.STANDARD)))
                .isEqualTo(2);
        assertThat(renditions.format(view("so", null, ContentFormat.STANDARD), 2))
                .isEqualTo(ContentFormat.PLAIN);
        assertThat(renditions.format(view("es", null, ContentFormat.STANDARD), 1))
                .isEqualTo(ContentFormat.STANDARD);
    }

    private static Renditions renditions(List<String> languages, List<ContentFormat> formats) {
        return new Renditions(
                CATALOGUE, languages, languages.stream().collect(Collectors.toMap(tag -> tag, tag -> formats)));
    }

    private static AudienceEntryView view(String first, @Nullable String second, ContentFormat format) {
        AudienceEntry entry = new AudienceEntry(
                List.of(0),
                CATALOGUE.indexOf(first),
                second == null ? -1 : CATALOGUE.indexOf(second),
                Level.ALL,
                0,
                format,
                0,
                ContactChannel.SMS,
                AudienceDriver.contact(1));
        return new AudienceEntryView().over(AudienceEntryCodec.encode(entry), 0);
    }
}
