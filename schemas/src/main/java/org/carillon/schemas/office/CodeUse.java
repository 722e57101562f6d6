package org.carillon.schemas.office;

import org.jspecify.annotations.Nullable;

/**
 * A code that was right when the edge checked it: the router says whether it is the first use.
 *
 * @param step time step of an authenticator app's code (RFC 6238), or null
 * @param recoveryHash hex SHA-256 of a recovery code, or null
 */
public record CodeUse(@Nullable Long step, @Nullable String recoveryHash) {
    public CodeUse {
        if ((step == null) == (recoveryHash == null)) {
            throw new IllegalArgumentException("either a step or a recovery code");
        }
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "CodeUse[" + (step == null ? "recovery" : "step") + ']';
    }
}
