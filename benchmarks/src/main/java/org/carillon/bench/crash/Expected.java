package org.carillon.bench.crash;

import java.util.BitSet;

/** Who is meant by the alerts of one run: those who matched throughout, those who matched for a part of it, and nobody else. */
final class Expected {
    private final BitSet must;
    private final BitSet may;
    private final short[] before;
    private final short[] after;

    Expected(BitSet must, BitSet may, short[] before, short[] after) {
        this.must = must;
        this.may = may;
        this.before = before;
        this.after = after;
    }

    int least() {
        return must.cardinality();
    }

    /** Of those who must be told, how many were not. */
    int missed(BitSet told) {
        BitSet rest = (BitSet) must.clone();
        rest.andNot(told);
        return rest.cardinality();
    }

    /** How many were told who matched at no time. */
    int strangers(BitSet told) {
        BitSet rest = (BitSet) told.clone();
        rest.andNot(must);
        rest.andNot(may);
        return rest.cardinality();
    }

    /** Whether they read that language, before their change or after it. */
    boolean reads(int subscription, int language) {
        return isLanguage(before[subscription], language) || isLanguage(after[subscription], language);
    }

    private static boolean isLanguage(short resident, int language) {
        return resident != Resident.NOBODY && Resident.language(resident) == language;
    }
}
