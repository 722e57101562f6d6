package org.carillon.router.audience;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.carillon.router.audience.index.Criteria;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.delivery.ContactChannel;
import org.carillon.schemas.delivery.DeliveryBatchWriter;
import org.jspecify.annotations.Nullable;

/** What is worked out once per alert: codes turned into positions, renditions chosen, groups set up. Never stored. */
final class CutPlan {
    private final AudienceConfig config;
    private final Cut cut;
    private final ChannelRenditions renditions;
    private final Map<Integer, RenditionGroup> groups = new LinkedHashMap<>();
    private final @Nullable Criteria criteria;
    private @Nullable BitSet cutSet;
    private @Nullable RenditionGroup lastGroup;
    private int lastGroupKey = -1;

    CutPlan(AudienceConfig config, CityPlaces places, Cut cut) {
        this.config = config;
        this.cut = cut;
        this.renditions = ChannelRenditions.of(config.languages(), cut);
        this.criteria = cut.match() == null ? null : places.criteria(cut.alertId(), cut.match());
    }

    Criteria criteria() {
        return Objects.requireNonNull(criteria, "the alert only follows others");
    }

    /** The group of the rendition that this subscription gets; null where the alert does not go to its channel. */
    @Nullable
    RenditionGroup group(AudienceEntryView entry) {
        ContactChannel channel = entry.channel();
        Renditions ofChannel = renditions.of(channel);
        if (ofChannel == null) {
            return null;
        }
        int language = ofChannel.language(entry);
        ContentFormat format = ofChannel.format(entry, language);
        int key = ((entry.purpose() << 8 | language) << 1 | format.code()) << 4 | channel.code();
        RenditionGroup group = lastGroup;
        if (group == null || key != lastGroupKey) {
            group = groups.computeIfAbsent(key, k -> newGroup(entry.purpose(), channel, language, format));
            lastGroup = group;
            lastGroupKey = key;
        }
        return group;
    }

    Collection<RenditionGroup> groups() {
        return groups.values();
    }

    /** Whom this alert was already cut for; null until {@link #cutSet(BitSet)}. */
    @Nullable
    BitSet cutSet() {
        return cutSet;
    }

    void cutSet(BitSet ordinals) {
        cutSet = ordinals;
    }

    private RenditionGroup newGroup(int purpose, ContactChannel channel, int language, ContentFormat format) {
        DeliveryBatchWriter writer = new DeliveryBatchWriter(
                cut.version(),
                channel.wireName(),
                cut.lane(),
                config.purposes().get(purpose),
                cut.languages().get(language),
                format,
                cut.issuedAt(),
                cut.expires());
        return new RenditionGroup(channel, language, writer);
    }
}
