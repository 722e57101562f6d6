/** Merkle trees as RFC 9162 (and RFC 6962) hashes them, and the proofs that they give. */
@NullMarked
package org.carillon.schemas.transparency.merkle;

import org.jspecify.annotations.NullMarked;
