package org.carillon.hub.verify;

import java.io.IOException;
import java.util.List;
import org.carillon.schemas.transparency.merkle.ConsistencyProof;
import org.carillon.schemas.transparency.merkle.InclusionProof;

/** A log that is to be checked; nothing that it says is believed. */
public interface LogSource {
    /** Its public key as it gives it, which proves nothing. */
    String key() throws IOException, InterruptedException;

    /** The signed head. */
    String head() throws IOException, InterruptedException;

    /** The bytes of entries from that index on, as many as it likes to give; empty at the end. */
    List<byte[]> entries(long from) throws IOException, InterruptedException;

    InclusionProof inclusion(long index, long size) throws IOException, InterruptedException;

    ConsistencyProof consistency(long first, long second) throws IOException, InterruptedException;
}
