package org.carillon.ingest.http;

/** The bytes of a request. */
public final class RequestBody {
    public static final RequestBody EMPTY = new RequestBody(new byte[0]);
    private final byte[] bytes;

    private RequestBody(byte[] bytes) {
        this.bytes = bytes;
    }

    public static RequestBody of(byte[] bytes) {
        return new RequestBody(bytes.clone());
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }
}
