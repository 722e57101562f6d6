package org.carillon.schemas.alert;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The feed that an alert came by, and what its reader thought of it.
 *
 * @param feed name of the feed
 * @param trusted whether an administrator has let this feed issue without a second person
 * @param suspicion why a person must look at it first, or null
 * @param repairs what a lenient reading mended, each as a sentence; the document is then the mended message
 */
public record AlertSource(
        String feed, boolean trusted, @Nullable String suspicion, List<String> repairs) {
    public AlertSource {
        Objects.requireNonNull(feed, "feed");
        repairs = List.copyOf(repairs);
    }
}
