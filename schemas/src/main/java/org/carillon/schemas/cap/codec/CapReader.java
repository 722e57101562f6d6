package org.carillon.schemas.cap.codec;

import java.util.regex.Pattern;
import org.carillon.schemas.cap.CapDocument;
import org.carillon.schemas.cap.rules.CapRules;
import org.carillon.schemas.cap.rules.CapViolation;
import org.carillon.schemas.cap.rules.Strictness;
import org.carillon.schemas.cap.xml.XmlLimits;
import org.carillon.schemas.cap.xml.XmlReader;
import org.carillon.schemas.cap.xml.XmlReading;

/** Reads CAP 1.2 from bytes that nobody vouches for; never throws for what is in them. */
public final class CapReader {

    /** The namespace of the standard. */
    public static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

    /** The most bytes that are taken. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final Pattern OLDER_VERSION = Pattern.compile("cap[:/]1\\.[01]\\b");
    private static final int DEEPEST = 64;
    private static final int MOST_ELEMENTS = 50_000;
    private static final XmlReader XML =
            new XmlReader(new XmlLimits(MOST_BYTES, DEEPEST, MOST_ELEMENTS), NAMESPACE, "alert");

    private CapReader() {}

    /** Reads as officers and partners are read: every fault is an error. */
    public static CapReading read(byte[] bytes) {
        return read(bytes, Strictness.STRICT);
    }

    /** Reads only as XML, within the same bounds; no rule is looked at. */
    public static XmlReading parse(byte[] bytes) {
        return XML.read(bytes);
    }

    public static CapReading read(byte[] bytes, Strictness strictness) {
        return switch (parse(bytes)) {
            case XmlReading.Refused refused -> unreadable(refused);
            case XmlReading.Parsed parsed -> {
                CapRules.Outcome outcome = CapRules.check(parsed.document(), strictness);
                yield outcome.findings().violations().isEmpty()
                        ? new CapReading.Valid(
                                new CapDocument(new ModelBuilder(parsed.document()).alert(outcome.alert()), bytes),
                                outcome.findings().warnings())
                        : new CapReading.Invalid(
                                outcome.findings().violations(),
                                outcome.findings().warnings());
            }
        };
    }

    private static CapReading unreadable(XmlReading.Refused refused) {
        String message = OLDER_VERSION.matcher(refused.message()).find()
                ? refused.message() + " Versions 1.0 and 1.1 are not read: convert the message to CAP 1.2."
                : refused.message();
        return new CapReading.Unreadable(
                refused.fault(),
                new CapViolation(
                        refused.fault().name(),
                        "",
                        refused.position().line(),
                        refused.position().column(),
                        message));
    }
}
