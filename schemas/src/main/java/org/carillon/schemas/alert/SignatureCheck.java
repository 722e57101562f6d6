package org.carillon.schemas.alert;

import org.jspecify.annotations.Nullable;

/**
 * The result of checking a message's signature.
 *
 * @param signer who signed, as the certificate or pinned key names it, or null
 */
public record SignatureCheck(SignatureState state, @Nullable String signer) {
    public static final SignatureCheck UNSIGNED = new SignatureCheck(SignatureState.NONE, null);
}
