package org.carillon.schemas.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.SealedContact;

class AudienceEntryViewTest {
    @Property(tries = 200)
    void shouldReadWhatTheCodecWrote(
            @ForAll @Size(min = 1, max = 5) Set<@IntRange(max = 60_000) Integer> districts,
            @ForAll @IntRange(max = 120) int language,
            @ForAll @IntRange(min = -1, max = 120) int second,
            @ForAll Level level,
            @ForAll ContentFormat format,
            @ForAll long topics,
            @ForAll @IntRange(max = 200) int purpose,
            @ForAll ContactChannel channel,
            @ForAll @NotEmpty @Size(max = 2047) byte[] contact) {
        // Given
        List<Integer> ascending = districts.stream().sorted().toList();
        byte[] entry = AudienceEntryCodec.encode(new AudienceEntry(
                ascending, language, second, level, topics, format, purpose, channel, SealedContact.ofBytes(contact)));
        byte[] page = new byte[entry.length + 20];
        System.arraycopy(entry, 0, page, 7, entry.length);

        // When
        AudienceEntryView view = new AudienceEntryView().over(page, 7);

        // Then
        assertThat(view.level()).isEqualTo(level);
        assertThat(view.format()).isEqualTo(format);
        assertThat(view.channel()).isEqualTo(channel);
        assertThat(view.purpose()).isEqualTo(purpose);
        assertThat(view.language()).isEqualTo(language);
        assertThat(view.secondLanguage()).isEqualTo(second);
        assertThat(view.topics()).isEqualTo(topics);
        for (int topic = 0; topic < Long.SIZE; topic++) {
            assertThat(view.hasTopic(topic)).isEqualTo((topics >>> topic & 1) != 0);
        }
        assertThat(view.districts()).isEqualTo(ascending.size());
        assertThat(view.district(ascending.size() - 1)).isEqualTo(ascending.getLast());
        assertThat(view.length()).isEqualTo(entry.length);
        assertThat(view.toBytes()).isEqualTo(entry);
        byte[] copy = new byte[view.contactLength()];
        System.arraycopy(view.array(), view.contactStart(), copy, 0, copy.length);
        assertThat(copy).isEqualTo(contact);
    }
}
