package org.carillon.schemas.cap.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapCircle;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapNameValue;
import org.carillon.schemas.cap.CapPoint;
import org.carillon.schemas.cap.CapPolygon;
import org.carillon.schemas.cap.CapReference;
import org.carillon.schemas.cap.CapResource;
import org.carillon.schemas.cap.CapSignature;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.Category;
import org.carillon.schemas.cap.Certainty;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;
import org.carillon.schemas.cap.WireNamed;
import org.carillon.schemas.cap.rules.Coordinates;
import org.carillon.schemas.cap.rules.Coordinates.Pair;
import org.carillon.schemas.cap.rules.Coordinates.Token;
import org.carillon.schemas.cap.rules.TextForms;
import org.carillon.schemas.cap.xml.XmlDocument;
import org.carillon.schemas.cap.xml.XmlElement;
import org.jspecify.annotations.Nullable;

/** From elements to records; the elements have been found to keep every rule. */
final class ModelBuilder {

    private final XmlDocument document;

    ModelBuilder(XmlDocument document) {
        this.document = document;
    }

    CapAlert alert(XmlElement alert) {
        return CapAlert.builder(required(alert, "identifier"), required(alert, "sender"), time(required(alert, "sent")))
                .status(code(Status.class, required(alert, "status")))
                .msgType(code(MsgType.class, required(alert, "msgType")))
                .source(optional(alert, "source"))
                .scope(code(Scope.class, required(alert, "scope")))
                .restriction(optional(alert, "restriction"))
                .addresses(optional(alert, "addresses"))
                .codes(each(alert, "code", XmlElement::text))
                .note(optional(alert, "note"))
                .references(references(alert))
                .incidents(optional(alert, "incidents"))
                .infos(each(alert, "info", ModelBuilder::info))
                .signatures(alert.children().stream()
                        .filter(child -> child.namespace().equals(CapSignature.NAMESPACE))
                        .map(signature -> new CapSignature(document.standalone(signature)))
                        .toList())
                .build();
    }

    private static CapInfo info(XmlElement info) {
        return CapInfo.builder(
                        codes(Category.class, info, "category"),
                        required(info, "event"),
                        code(Urgency.class, required(info, "urgency")),
                        code(Severity.class, required(info, "severity")),
                        code(Certainty.class, required(info, "certainty")))
                .language(collapsed(info, "language"))
                .responseTypes(codes(ResponseType.class, info, "responseType"))
                .audience(optional(info, "audience"))
                .eventCodes(namedValues(info, "eventCode"))
                .effective(optionalTime(info, "effective"))
                .onset(optionalTime(info, "onset"))
                .expires(optionalTime(info, "expires"))
                .senderName(optional(info, "senderName"))
                .headline(optional(info, "headline"))
                .description(optional(info, "description"))
                .instruction(optional(info, "instruction"))
                .web(collapsed(info, "web"))
                .contact(optional(info, "contact"))
                .parameters(namedValues(info, "parameter"))
                .resources(each(info, "resource", ModelBuilder::resource))
                .areas(each(info, "area", ModelBuilder::area))
                .build();
    }

    private static CapResource resource(XmlElement resource) {
        String size = collapsed(resource, "size");
        return new CapResource(
                required(resource, "resourceDesc"),
                required(resource, "mimeType"),
                size == null ? null : new BigInteger(size),
                collapsed(resource, "uri"),
                optional(resource, "derefUri"),
                optional(resource, "digest"));
    }

    private static CapArea area(XmlElement area) {
        String altitude = collapsed(area, "altitude");
        String ceiling = collapsed(area, "ceiling");
        return new CapArea(
                required(area, "areaDesc"),
                each(area, "polygon", polygon -> polygon(polygon.text())),
                each(area, "circle", circle -> circle(circle.text())),
                namedValues(area, "geocode"),
                altitude == null ? null : new BigDecimal(altitude),
                ceiling == null ? null : new BigDecimal(ceiling));
    }

    private static CapPolygon polygon(String text) {
        List<Token> tokens = Coordinates.tokens(text);
        List<CapPoint> points = new ArrayList<>(tokens.size());
        for (Token token : tokens) {
            points.add(point(token));
        }
        return new CapPolygon(text, points);
    }

    private static CapCircle circle(String text) {
        List<Token> tokens = Coordinates.tokens(text);
        double radius = Coordinates.number(tokens.get(1).text()).orElseThrow();
        return new CapCircle(text, point(tokens.get(0)), radius);
    }

    private static CapPoint point(Token token) {
        Pair pair = Coordinates.pair(token.text()).orElseThrow();
        return new CapPoint(pair.lat(), pair.lon());
    }

    private static List<CapReference> references(XmlElement alert) {
        return alert.textOf("references").map(Coordinates::tokens).orElse(List.of()).stream()
                .map(token -> CapReference.parse(token.text()).orElseThrow())
                .toList();
    }

    private static List<CapNameValue> namedValues(XmlElement parent, String name) {
        return each(parent, name, pair -> new CapNameValue(required(pair, "valueName"), required(pair, "value")));
    }

    /** Plain loops: a feed brings thousands of messages, and there are dozens of lists in each. */
    private static <T> List<T> each(XmlElement parent, String name, Function<XmlElement, T> map) {
        List<XmlElement> elements = parent.all(name);
        List<T> mapped = new ArrayList<>(elements.size());
        for (XmlElement element : elements) {
            mapped.add(map.apply(element));
        }
        return mapped;
    }

    private static String required(XmlElement parent, String name) {
        return parent.textOf(name).orElseThrow();
    }

    private static @Nullable String optional(XmlElement parent, String name) {
        return parent.textOf(name).orElse(null);
    }

    private static @Nullable String collapsed(XmlElement parent, String name) {
        return parent.textOf(name).map(TextForms::collapsed).orElse(null);
    }

    private static CapTime time(String text) {
        return CapTime.parse(TextForms.collapsed(text)).orElseThrow();
    }

    private static @Nullable CapTime optionalTime(XmlElement parent, String name) {
        Optional<String> text = parent.textOf(name);
        return text.isEmpty() ? null : time(text.get());
    }

    private static <E extends Enum<E> & WireNamed> E code(Class<E> type, String text) {
        return WireNamed.find(type, text).orElseThrow();
    }

    private static <E extends Enum<E> & WireNamed> List<E> codes(Class<E> type, XmlElement parent, String name) {
        return each(parent, name, element -> code(type, element.text()));
    }
}
