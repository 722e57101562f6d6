package org.carillon.router.audience;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.carillon.router.audience.index.Criteria;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntryView;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.delivery.DeliveryBatchWriter;
import org.jspecify.annotations.Nullable;

/** What is worked out once per alert: codes turned into positions, renditions chosen, groups set up. Never stored. */
final class CutPlan {
    private final AudienceConfig config;
    private final Cut cut;
    private final Renditions renditions;
    private final Map<Integer, RenditionGroup> groups = new LinkedHashMap<>();
    private final @Nullable Criteria criteria;
    private @Nullable BitSet cutSet;
    private @Nullable RenditionGroup lastGroup;
    private int lastGroupKey = -1;

    CutPlan(AudienceConfig config, Cut cut) {
        this.config = config;
        this.cut = cut;
        this.renditions = new Renditions(config.languages(), cut.languages(), cut.formats());
        this.criteria = cut.match() == null ? null : criteria(config, cut.match());
    }

    Criteria criteria() {
        return Objects.requireNonNull(criteria, "the alert only follows others");
    }

    /** The group of the rendition that this subscription gets. */
    RenditionGroup group(AudienceEntryView entry) {
        int language = renditions.language(entry);
        ContentFormat format = renditions.format(entry);
        int key = (entry.purpose() << 8 | language) << 1 | format.code();
        RenditionGroup group = lastGroup;
        if (group == null || key != lastGroupKey) {
            group = groups.computeIfAbsent(key, k -> newGroup(entry.purpose(), language, format));
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

    private RenditionGroup newGroup(int purpose, int language, ContentFormat format) {
        DeliveryBatchWriter writer = new DeliveryBatchWriter(
                cut.version(),
                AudienceNodes.SMS,
                cut.lane(),
                config.purposes().get(purpose),
                cut.languages().get(language),
                format,
                cut.issuedAt(),
                cut.expires());
        return new RenditionGroup(language, writer);
    }

    private static Criteria criteria(AudienceConfig config, Match match) {
        List<Integer> districts = match.districts().stream()
                .map(config.districts()::indexOf)
                .filter(place -> place >= 0)
                .toList();
        int topic = config.topics().indexOf(match.topic());
        return new Criteria(config.purposes().indexOf(match.purpose()), districts, topic, match.severity());
    }
}
