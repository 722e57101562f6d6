package org.carillon.ingest.remark;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.schemas.cap.WireNamed;
import org.jspecify.annotations.Nullable;

/** Things by their codes. */
final class Codes implements Naming {
    @Override
    public String word(String word) {
        return word;
    }

    @Override
    public String list(Collection<String> words) {
        return String.join(", ", words);
    }

    @Override
    public String language(String code) {
        return code;
    }

    @Override
    public String value(String list, WireNamed value) {
        return value.toString();
    }

    @Override
    public String time(@Nullable Instant time) {
        return String.valueOf(time);
    }

    @Override
    public String districts(Set<String> codes) {
        return new TreeSet<>(codes).toString();
    }
}
