package org.carillon.schemas.cap;

/** The nature of an alert message (CAP 1.2, 3.2.1). */
public enum MsgType implements WireNamed {
    ALERT("Alert"),
    UPDATE("Update"),
    CANCEL("Cancel"),
    ACK("Ack"),
    ERROR("Error");

    private final String wireName;

    MsgType(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
