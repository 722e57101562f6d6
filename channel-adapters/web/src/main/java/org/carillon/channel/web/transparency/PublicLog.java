package org.carillon.channel.web.transparency;

import java.util.List;
import java.util.Optional;
import org.carillon.schemas.transparency.note.LogKey;

/** The log as it stands; asked by many threads at once. */
public interface PublicLog {
    /** The key that signs its heads. */
    LogKey key();

    /** What it holds; empty while it is being read, and where what was read is not whole. */
    Optional<LogView> view();

    /**
     * Entries to the byte, in their order; may block. Fewer than asked where they are large, none where they cannot be had just now.
     *
     * @param from index of the first, which the view has
     */
    List<byte[]> entries(long from, int most);
}
