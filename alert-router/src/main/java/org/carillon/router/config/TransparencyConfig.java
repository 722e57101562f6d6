package org.carillon.router.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.carillon.schemas.city.Purpose;
import org.carillon.schemas.transparency.note.HeadSigner;

/**
 * What the public log needs beside the policy that it tells of.
 *
 * @param signer with the log's own key
 * @param sunsets the last day of each purpose
 */
public record TransparencyConfig(HeadSigner signer, Map<String, LocalDate> sunsets) {
    public TransparencyConfig {
        Objects.requireNonNull(signer, "signer");
        sunsets = Map.copyOf(sunsets);
    }

    /** With the purposes of a city pack. */
    public static TransparencyConfig of(HeadSigner signer, List<Purpose> purposes) {
        return new TransparencyConfig(
                signer,
                purposes.stream()
                        .collect(Collectors.toMap(
                                purpose -> purpose.id().value(),
                                Purpose::sunset,
                                (one, other) -> other,
                                TreeMap::new)));
    }
}
