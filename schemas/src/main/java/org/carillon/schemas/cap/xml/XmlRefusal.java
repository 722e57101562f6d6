package org.carillon.schemas.cap.xml;

import java.io.Serial;

/** Ends a reading at once; turned into {@link XmlReading.Refused} at the edge of this package. */
final class XmlRefusal extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final XmlFault fault;
    private final transient XmlPosition position;

    XmlRefusal(XmlFault fault, XmlPosition position, String message) {
        super(message, null, false, false);
        this.fault = fault;
        this.position = position;
    }

    XmlReading.Refused toReading() {
        return new XmlReading.Refused(fault, position, String.valueOf(getMessage()));
    }
}
