package org.carillon.schemas.cap.rules;

import java.util.Arrays;
import java.util.List;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.WireNamed;
import org.carillon.schemas.cap.rules.Content.Children;
import org.carillon.schemas.cap.rules.Content.Code;
import org.carillon.schemas.cap.rules.Content.Form;
import org.carillon.schemas.cap.rules.Content.Slot;
import org.carillon.schemas.cap.rules.Content.Text;

/** The sequences of the CAP 1.2 schema as a table. */
final class Grammar {

    private static final Content ANY = new Text(Form.ANY);
    private static final Content TIME = new Text(Form.DATE_TIME);
    private static final Content URI = new Text(Form.URI);

    private static final Content NAME_AND_VALUE = new Children(List.of(one("valueName", ANY), one("value", ANY)));

    private static final Content RESOURCE = new Children(List.of(
            one("resourceDesc", ANY),
            one("mimeType", ANY),
            optional("size", new Text(Form.INTEGER)),
            optional("uri", URI),
            optional("derefUri", ANY),
            optional("digest", ANY)));

    private static final Content AREA = new Children(List.of(
            one("areaDesc", ANY, CapRule.AREADESC_EMPTY),
            any("polygon", ANY),
            any("circle", ANY),
            any("geocode", NAME_AND_VALUE),
            optional("altitude", new Text(Form.DECIMAL)),
            optional("ceiling", new Text(Form.DECIMAL))));

    private static final Content INFO = new Children(List.of(
            optional("language", new Text(Form.LANGUAGE)),
            many("category", codes(Category.values())),
            one("event", ANY, CapRule.EVENT_EMPTY),
            any("responseType", codes(ResponseType.values())),
            one("urgency", codes(Urgency.values())),
            one("severity", codes(Severity.values())),
            one("certainty", codes(Certainty.values())),
            optional("audience", ANY),
            any("eventCode", NAME_AND_VALUE),
            optional("effective", TIME),
            optional("onset", TIME),
            optional("expires", TIME),
            optional("senderName", ANY),
            optional("headline", ANY),
            optional("description", ANY),
            optional("instruction", ANY),
            optional("web", URI),
            optional("contact", ANY),
            any("parameter", NAME_AND_VALUE),
            any("resource", RESOURCE),
            any("area", AREA)));

    /** What an alert holds; elements of XML-Signature may follow. */
    static final Children ALERT = new Children(List.of(
            one("identifier", ANY, CapRule.IDENTIFIER_EMPTY),
            one("sender", ANY, CapRule.SENDER_EMPTY),
            one("sent", TIME),
            one("status", codes(Status.values())),
            one("msgType", codes(MsgType.values())),
            optional("source", ANY),
            one("scope", codes(Scope.values())),
            optional("restriction", ANY),
            optional("addresses", ANY),
            any("code", ANY),
            optional("note", ANY),
            optional("references", ANY),
            optional("incidents", ANY),
            any("info", INFO)));

    private Grammar() {}

    private static Content codes(WireNamed... values) {
        return new Code(Arrays.stream(values).map(WireNamed::wireName).toList());
    }

    private static Slot one(String name, Content content) {
        return one(name, content, CapRule.ELEMENT_MISSING);
    }

    private static Slot one(String name, Content content, CapRule missing) {
        return new Slot(name, true, false, content, missing);
    }

    private static Slot many(String name, Content content) {
        return new Slot(name, true, true, content, CapRule.ELEMENT_MISSING);
    }

    private static Slot optional(String name, Content content) {
        return new Slot(name, false, false, content, CapRule.ELEMENT_MISSING);
    }

    private static Slot any(String name, Content content) {
        return new Slot(name, false, true, content, CapRule.ELEMENT_MISSING);
    }
}
