package org.carillon.router.audience.index;

import java.util.Arrays;
import org.carillon.schemas.audience.AudienceEntryView;
import org.jspecify.annotations.Nullable;

/**
 * {@link AudienceIndex} in memory: the encoded entries in pages by ordinal, and posting lists by purpose, district and LEVEL or
 * topic. Costs an append per list for those who come in the order of their ordinals, and little more for those who do not.
 */
public final class MemoryIndex implements AudienceIndex {
    private final AudienceEntryView old = new AudienceEntryView();
    private final AudienceEntryView fresh = new AudienceEntryView();
    private final AudienceEntryView probe = new AudienceEntryView();
    private @Nullable EntryPage[] pages = new EntryPage[16];
    private @Nullable DistrictPostings[][] districts = new DistrictPostings[1][0];
    private int size;

    @Override
    public void put(int ordinal, byte[] entry) {
        EntryPage page = page(ordinal);
        int slot = ordinal & EntryPage.SLOTS - 1;
        fresh.over(entry, 0);
        boolean replaces = page.read(slot, old);
        if (replaces && samePostings(old, fresh)) {
            page.put(slot, entry, probe);
            return;
        }
        byte[] before = replaces ? old.toBytes() : null;
        page.put(slot, entry, probe);
        if (before == null) {
            size++;
        } else {
            leave(old.over(before, 0), fresh);
        }
        join(ordinal, fresh, before == null ? null : old);
    }

    @Override
    public void remove(int ordinal) {
        EntryPage page = pageOf(ordinal);
        int slot = ordinal & EntryPage.SLOTS - 1;
        if (page == null || !page.read(slot, old)) {
            return;
        }
        byte[] before = old.toBytes();
        page.remove(slot, probe);
        size--;
        if (page.isEmpty()) {
            pages[ordinal >>> EntryPage.BITS] = null;
        }
        leave(old.over(before, 0), null);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public boolean read(int ordinal, AudienceEntryView into) {
        EntryPage page = pageOf(ordinal);
        return page != null && page.read(ordinal & EntryPage.SLOTS - 1, into);
    }

    @Override
    public Walk walk(Criteria criteria, int after) {
        PostingsUnion union = new PostingsUnion(after);
        if (criteria.purpose() >= 0 && criteria.purpose() < districts.length) {
            @Nullable DistrictPostings[] ofPurpose = districts[criteria.purpose()];
            criteria.districts().stream().takeWhile(d -> d < ofPurpose.length).forEach(d -> {
                DistrictPostings postings = ofPurpose[d];
                if (postings != null) {
                    postings.relevant(criteria, union::add);
                }
            });
        }
        return new CheckedWalk(this, criteria, union);
    }

    private void join(int ordinal, AudienceEntryView entry, @Nullable AudienceEntryView before) {
        for (int i = 0; i < entry.districts(); i++) {
            int district = entry.district(i);
            long lists = DistrictPostings.listsOf(entry) & ~listsIn(before, entry.purpose(), district);
            DistrictPostings postings = postings(entry.purpose(), district);
            for (long rest = lists; rest != 0; rest &= rest - 1) {
                postings.list(Long.numberOfTrailingZeros(rest)).add(ordinal);
            }
        }
    }

    private void leave(AudienceEntryView entry, @Nullable AudienceEntryView after) {
        int purpose = entry.purpose();
        for (int i = 0; i < entry.districts(); i++) {
            int district = entry.district(i);
            long lists = DistrictPostings.listsOf(entry) & ~listsIn(after, purpose, district);
            DistrictPostings postings = postings(purpose, district);
            for (long rest = lists; rest != 0; rest &= rest - 1) {
                int list = Long.numberOfTrailingZeros(rest);
                postings.list(list).remove(ordinal -> belongs(ordinal, purpose, district, list));
            }
        }
    }

    private boolean belongs(int ordinal, int purpose, int district, int list) {
        return read(ordinal, probe)
                && probe.purpose() == purpose
                && DistrictPostings.holds(list, probe)
                && isIn(probe, district);
    }

    private static long listsIn(@Nullable AudienceEntryView entry, int purpose, int district) {
        return entry != null && entry.purpose() == purpose && isIn(entry, district)
                ? DistrictPostings.listsOf(entry)
                : 0;
    }

    private static boolean isIn(AudienceEntryView entry, int district) {
        for (int i = 0; i < entry.districts(); i++) {
            if (entry.district(i) == district) {
                return true;
            }
        }
        return false;
    }

    private static boolean samePostings(AudienceEntryView a, AudienceEntryView b) {
        if (a.purpose() != b.purpose()
                || DistrictPostings.listsOf(a) != DistrictPostings.listsOf(b)
                || a.districts() != b.districts()) {
            return false;
        }
        for (int i = 0; i < a.districts(); i++) {
            if (a.district(i) != b.district(i)) {
                return false;
            }
        }
        return true;
    }

    private DistrictPostings postings(int purpose, int district) {
        if (purpose >= districts.length) {
            int had = districts.length;
            districts = Arrays.copyOf(districts, purpose + 1);
            Arrays.fill(districts, had, purpose + 1, new DistrictPostings[0]);
        }
        if (district >= districts[purpose].length) {
            districts[purpose] = Arrays.copyOf(districts[purpose], district + 1);
        }
        DistrictPostings postings = districts[purpose][district];
        if (postings == null) {
            postings = new DistrictPostings();
            districts[purpose][district] = postings;
        }
        return postings;
    }

    private @Nullable EntryPage pageOf(int ordinal) {
        int page = ordinal >>> EntryPage.BITS;
        return page < pages.length ? pages[page] : null;
    }

    private EntryPage page(int ordinal) {
        int number = ordinal >>> EntryPage.BITS;
        if (number >= pages.length) {
            pages = Arrays.copyOf(pages, Math.max(number + 1, pages.length * 2));
        }
        EntryPage page = pages[number];
        if (page == null) {
            page = new EntryPage();
            pages[number] = page;
        }
        return page;
    }
}
