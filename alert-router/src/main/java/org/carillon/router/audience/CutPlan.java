package org.carillon.router.audience;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.carillon.router.audience.index.Criteria;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.delivery.DeliveryBatchWriter;
import org.jspecify.annotations.Nullable;

/** What is worked out once per alert: codes turned into positions, renditions chosen, groups set up. Never stored. */
final class CutPlan {
    private final AudienceConfig config;
    private final Cut cut;
    private final ChannelRenditions renditions;
    private final List<RenditionGroup> groups = new ArrayList<>();
    private final @Nullable RenditionGroup[][] byPurpose;
    private final @Nullable Criteria criteria;
    private @Nullable CutSet cutSet;

    CutPlan(AudienceConfig config, CityPlaces places, Cut cut) {
        this.config = config;
        this.cut = cut;
        this.renditions = ChannelRenditions.of(config.languages(), cut);
        this.byPurpose = new RenditionGroup[config.purposes().size()][];
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
        // Positions in arrays: a map with boxed keys was seen to cost a quarter of all that is done for a recipient.
        @Nullable RenditionGroup[] ofPurpose = ofPurpose(entry.purpose());
        int place = ((language << 1) | format.code()) * ChannelRenditions.CHANNEL_CODES + channel.code();
        RenditionGroup group = ofPurpose[place];
        if (group == null) {
            group = newGroup(entry.purpose(), channel, language, format);
            ofPurpose[place] = group;
            groups.add(group);
        }
        return group;
    }

    private @Nullable RenditionGroup[] ofPurpose(int purpose) {
        @Nullable RenditionGroup[] ofPurpose = byPurpose[purpose];
        if (ofPurpose == null) {
            ofPurpose = new RenditionGroup[(cut.languages().size() << 1) * ChannelRenditions.CHANNEL_CODES];
            byPurpose[purpose] = ofPurpose;
        }
        return ofPurpose;
    }

    /** In the order in which their first recipients came. */
    List<RenditionGroup> groups() {
        return groups;
    }

    /** Whom this alert was already cut for, gathered from the chunks that there are when it is first asked for. */
    CutSet cutSet(int chunks) {
        CutSet known = cutSet;
        if (known == null) {
            known = new CutSet(chunks);
            cutSet = known;
        }
        return known;
    }

    /** Ordinals, gathered chunk by chunk; whoever cuts afterwards adds their own. */
    static final class CutSet {
        private final BitSet ordinals = new BitSet();
        private final int chunks;
        private int gathered;

        private CutSet(int chunks) {
            this.chunks = chunks;
        }

        /** The number of the next chunk that is still to be gathered, or -1. */
        int next() {
            return gathered < chunks ? gathered++ : -1;
        }

        boolean isGathered() {
            return gathered == chunks;
        }

        BitSet ordinals() {
            return ordinals;
        }
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
