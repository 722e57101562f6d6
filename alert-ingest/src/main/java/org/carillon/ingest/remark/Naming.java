package org.carillon.ingest.remark;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.carillon.schemas.cap.WireNamed;
import org.jspecify.annotations.Nullable;

/** How the sentences name things: to programs by their codes, to officers by their names. Pure; safe for threads. */
public interface Naming {
    /** As programs know them. */
    Naming CODES = new Codes();

    /** A word or number from elsewhere, as it may stand in a sentence. */
    String word(String word);

    /** Several of them. */
    String list(Collection<String> words);

    /** A language by its BCP 47 code. */
    String language(String code);

    /** A value of CAP; {@code list} is as {@code severity}. */
    String value(String list, WireNamed value);

    /** A moment, or that there is none. */
    String time(@Nullable Instant time);

    /** Districts by their codes, or that there are none. */
    String districts(Set<String> codes);
}
