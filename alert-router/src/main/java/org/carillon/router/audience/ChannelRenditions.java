package org.carillon.router.audience;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.jspecify.annotations.Nullable;

/** The channels of an alert that have an audience and something to say to it, each with its renditions. */
final class ChannelRenditions {
    /** {@link ContactChannel#code()} is less. */
    static final int CHANNEL_CODES = 16;

    private final Set<ContactChannel> channels = EnumSet.noneOf(ContactChannel.class);
    private final @Nullable Renditions[] byChannel = new Renditions[CHANNEL_CODES];

    private ChannelRenditions(
            List<String> catalogue,
            List<String> names,
            List<String> languages,
            List<ContentFormat> formats,
            @Nullable List<Made> made) {
        for (String name : names) {
            ContactChannel.named(name).ifPresent(channel -> {
                Map<String, List<ContentFormat>> of =
                        made == null ? everywhere(languages, formats) : madeFor(name, languages, made);
                if (!of.isEmpty()) {
                    channels.add(channel);
                    byChannel[channel.code()] = new Renditions(catalogue, languages, of);
                }
            });
        }
    }

    static ChannelRenditions of(List<String> catalogue, Cut cut) {
        return new ChannelRenditions(catalogue, cut.channels(), cut.languages(), formats(cut), cut.made());
    }

    /** A count asks for languages only. */
    static ChannelRenditions of(List<String> catalogue, Count count) {
        return new ChannelRenditions(
                catalogue, count.channels(), count.languages(), List.of(ContentFormat.STANDARD), count.made());
    }

    Set<ContactChannel> channels() {
        return channels;
    }

    /** Those of that channel; null where the alert does not go there. */
    @Nullable
    Renditions of(ContactChannel channel) {
        return byChannel[channel.code()];
    }

    /** Everything has at least its standard text. */
    private static List<ContentFormat> formats(Cut cut) {
        return cut.formats().isEmpty() ? List.of(ContentFormat.STANDARD) : cut.formats();
    }

    private static Map<String, List<ContentFormat>> everywhere(List<String> languages, List<ContentFormat> formats) {
        Map<String, List<ContentFormat>> all = new LinkedHashMap<>();
        languages.forEach(language -> all.put(language, formats));
        return all;
    }

    private static Map<String, List<ContentFormat>> madeFor(String channel, List<String> languages, List<Made> made) {
        Map<String, List<ContentFormat>> of = new LinkedHashMap<>();
        made.stream()
                .filter(one -> one.channel().equals(channel) && languages.contains(one.language()))
                .forEach(one -> of.computeIfAbsent(one.language(), language -> new ArrayList<>())
                        .add(one.format()));
        return of;
    }
}
