package org.carillon.router.audience;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.carillon.schemas.delivery.ContactChannel;
import org.jspecify.annotations.Nullable;

/** The channels of an alert that have an audience and something to say to it, each with its renditions. */
final class ChannelRenditions {
    private final Map<ContactChannel, Renditions> byChannel = new EnumMap<>(ContactChannel.class);

    private ChannelRenditions(
            List<String> catalogue,
            List<String> channels,
            List<String> languages,
            List<ContentFormat> formats,
            @Nullable List<Made> made) {
        for (String name : channels) {
            ContactChannel.named(name).ifPresent(channel -> {
                Map<String, List<ContentFormat>> of =
                        made == null ? everywhere(languages, formats) : madeFor(name, languages, made);
                if (!of.isEmpty()) {
                    byChannel.put(channel, new Renditions(catalogue, languages, of));
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
        return byChannel.keySet();
    }

    /** Those of that channel; null where the alert does not go there. */
    @Nullable
    Renditions of(ContactChannel channel) {
        return byChannel.get(channel);
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
