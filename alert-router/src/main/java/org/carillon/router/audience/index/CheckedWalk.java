package org.carillon.router.audience.index;

import org.carillon.schemas.audience.AudienceEntryView;

/** Reads the entry behind each posting and drops those that do not match: the entry decides, a posting only proposes. */
final class CheckedWalk implements AudienceIndex.Walk {
    private final AudienceIndex index;
    private final Criteria criteria;
    private final PostingsUnion postings;
    private final AudienceEntryView entry = new AudienceEntryView();
    private int ordinal = -1;
    private int district = -1;

    CheckedWalk(AudienceIndex index, Criteria criteria, PostingsUnion postings) {
        this.index = index;
        this.criteria = criteria;
        this.postings = postings;
    }

    @Override
    public boolean next() {
        for (int candidate = postings.next(); candidate >= 0; candidate = postings.next()) {
            if (index.read(candidate, entry)) {
                district = criteria.match(entry);
                if (district >= 0) {
                    ordinal = candidate;
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public int ordinal() {
        return ordinal;
    }

    @Override
    public int district() {
        return district;
    }

    @Override
    public AudienceEntryView entry() {
        return entry;
    }
}
