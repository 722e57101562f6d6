package org.carillon.ingest.imports;

import java.util.List;

/** A list as it was read: each line is an entry or a refusal. */
record NumberList(List<Entry> entries, List<Refusal> refused) {
    NumberList {
        entries = List.copyOf(entries);
        refused = List.copyOf(refused);
    }

    int lines() {
        return entries.size() + refused.size();
    }

    @Override
    public String toString() {
        return "NumberList[entries=" + entries.size() + ", refused=" + refused.size() + ']';
    }
}
