package org.carillon.schemas.alert;

import org.jspecify.annotations.Nullable;

/**
 * The result of checking a message's signature.
 *
 * @param signer who signed, as the certificate or pinned key names it, or null
 * @param detail why it is not valid, for a person, or null
 */
public record SignatureCheck(
        SignatureState state,
        @Nullable String signer,
        @Nullable String detail) {
    public static final SignatureCheck UNSIGNED = new SignatureCheck(SignatureState.NONE, null, null);
}
