package org.carillon.schemas.cap.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/** How a document came: what is changed in its text goes back into bytes in the same way. */
final class XmlEncoding {

    private final Charset charset;
    private final byte[] mark;

    XmlEncoding(Charset charset, byte[] mark) {
        this.charset = charset;
        this.mark = mark.clone();
    }

    byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(mark);
        out.writeBytes(text.getBytes(charset));
        return out.toByteArray();
    }
}
