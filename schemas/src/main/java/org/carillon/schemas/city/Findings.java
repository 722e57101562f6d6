package org.carillon.schemas.city;

import org.carillon.schemas.yaml.Problems;

/**
 * What is wrong with a pack, and what is only odd.
 *
 * @param errors keep the pack from being used
 * @param warnings do not
 */
record Findings(Problems errors, Problems warnings) {
    Findings() {
        this(new Problems(), new Problems());
    }
}
