package org.carillon.schemas.cap.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Builders;
import net.jqwik.api.Combinators;
import org.carillon.schemas.cap.CapAlert;
import org.carillon.schemas.cap.CapAlertBuilder;
import org.carillon.schemas.cap.CapArea;
import org.carillon.schemas.cap.CapCircle;
import org.carillon.schemas.cap.CapInfo;
import org.carillon.schemas.cap.CapInfoBuilder;
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
import org.carillon.schemas.cap.QuotedNames;
import org.carillon.schemas.cap.ResponseType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.cap.Urgency;

/** Valid messages at random, with all that XML makes difficult in their texts. */
final class CapAlerts {

    private static final String SIGNATURE =
            "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\">\r\n<SignedInfo/>&#13;</Signature>";

    private CapAlerts() {}

    static Arbitrary<CapAlert> valid() {
        Arbitrary<CapAlertBuilder> required = Combinators.combine(
                        name(),
                        name(),
                        time(),
                        Arbitraries.of(Status.class),
                        Arbitraries.of(MsgType.class),
                        Arbitraries.of(Scope.class))
                .as((identifier, sender, sent, status, msgType, scope) -> CapAlert.builder(identifier, sender, sent)
                        .status(status)
                        .msgType(msgType)
                        .scope(scope)
                        .restriction("staff")
                        .addresses(QuotedNames.join(List.of("a@b.example", "the mayor"))));
        Arbitrary<CapAlertBuilder> optional = Combinators.combine(
                        required,
                        text().injectNull(0.5),
                        text().list().ofMaxSize(2),
                        text().injectNull(0.5),
                        references())
                .as((builder, source, codes, note, references) ->
                        builder.source(source).codes(codes).note(note).references(references));
        return Combinators.combine(
                        optional,
                        info().list().ofMaxSize(3),
                        Arbitraries.just(new CapSignature(SIGNATURE)).list().ofMaxSize(1))
                .as((builder, infos, signatures) ->
                        builder.infos(infos).signatures(signatures).build());
    }

    private static Arbitrary<CapInfo> info() {
        return Builders.withBuilder(() -> CapInfo.builder(
                        List.of(Category.OTHER), "E", Urgency.UNKNOWN, Severity.UNKNOWN, Certainty.UNKNOWN))
                .use(Arbitraries.of(Category.class).list().ofMinSize(1).ofMaxSize(3))
                .in(CapInfoBuilder::categories)
                .use(text().map(text -> "E" + text))
                .in(CapInfoBuilder::event)
                .use(Arbitraries.of(Urgency.class))
                .in(CapInfoBuilder::urgency)
                .use(Arbitraries.of(Severity.class))
                .in(CapInfoBuilder::severity)
                .use(Arbitraries.of(Certainty.class))
                .in(CapInfoBuilder::certainty)
                .use(Arbitraries.of("en", "en-US", "Zh-TW", "my", "").injectNull(0.3))
                .in(CapInfoBuilder::language)
                .use(Arbitraries.of(ResponseType.class).list().ofMaxSize(2))
                .in(CapInfoBuilder::responseTypes)
                .use(nameValue().list().ofMaxSize(2))
                .in((info, values) -> info.eventCodes(values).parameters(values))
                .use(time().injectNull(0.5))
                .in((info, time) -> info.effective(time).onset(time).expires(time))
                .use(text().injectNull(0.3))
                .in((info, text) ->
                        info.audience(text).senderName(text).headline(text).contact(text))
                .use(text().injectNull(0.3))
                .in((info, text) -> info.description(text).instruction(text))
                .use(Arbitraries.of("https://a.example/b?c=d&e=f#g", "tel:+1", "http://münchen.example/ü")
                        .injectNull(0.5))
                .in(CapInfoBuilder::web)
                .use(resource().list().ofMaxSize(2))
                .in(CapInfoBuilder::resources)
                .use(area().list().ofMaxSize(2))
                .in(CapInfoBuilder::areas)
                .build(CapInfoBuilder::build);
    }

    private static Arbitrary<CapResource> resource() {
        return Combinators.combine(
                        text(),
                        Arbitraries.of("image/png", "text/plain; charset=utf-8"),
                        Arbitraries.bigIntegers()
                                .between(BigInteger.ZERO, BigInteger.TEN.pow(30))
                                .injectNull(0.5),
                        Arbitraries.of("https://a.example/%20b").injectNull(0.5),
                        Arbitraries.of("aGVsbG8=", "").injectNull(0.5),
                        Arbitraries.of("da39a3ee5e6b4b0d3255bfef95601890afd80709")
                                .injectNull(0.5))
                .as(CapResource::new);
    }

    private static Arbitrary<CapArea> area() {
        Arbitrary<BigDecimal> feet = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(30_000));
        return Combinators.combine(
                        text().map(text -> "A" + text),
                        polygon().list().ofMaxSize(3),
                        Combinators.combine(point(), Arbitraries.doubles().between(0, 20_000))
                                .as(CapCircle::of)
                                .list()
                                .ofMaxSize(2),
                        nameValue().list().ofMaxSize(2),
                        feet.injectNull(0.5),
                        feet.injectNull(0.5))
                .as((desc, polygons, circles, geocodes, altitude, height) -> new CapArea(
                        desc,
                        polygons,
                        circles,
                        geocodes,
                        altitude,
                        altitude == null || height == null ? null : altitude.add(height)));
    }

    private static Arbitrary<CapPolygon> polygon() {
        return point().list().ofMinSize(3).ofMaxSize(8).map(corners -> {
            List<CapPoint> ring = new ArrayList<>(corners);
            ring.add(corners.getFirst());
            return CapPolygon.of(ring);
        });
    }

    private static Arbitrary<CapPoint> point() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-90, 90).ofScale(6),
                        Arbitraries.doubles().between(-180, 180).ofScale(9))
                .as(CapPoint::new);
    }

    private static Arbitrary<CapNameValue> nameValue() {
        return Combinators.combine(text(), text()).as(CapNameValue::new);
    }

    private static Arbitrary<List<CapReference>> references() {
        return Combinators.combine(name(), name(), time())
                .as(CapReference::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private static Arbitrary<CapTime> time() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 4_000_000_000L),
                        Arbitraries.integers().between(-14 * 60, 14 * 60))
                .as((second, minutes) ->
                        CapTime.of(Instant.ofEpochSecond(second).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60))));
    }

    private static Arbitrary<String> name() {
        return Arbitraries.strings()
                .withCharRange('!', '~')
                .withChars("üÄ水ب")
                .excludeChars(',', '<', '&')
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    /** Whatever XML 1.0 can hold. */
    private static Arbitrary<String> text() {
        Arbitrary<String> awkward =
                Arbitraries.of("]]>", "<b>", "&amp;", "&", "\r\n", "\r", "\t", "\"'", "<![CDATA[", "😀", "\u0085", " ");
        Arbitrary<String> plain = Arbitraries.strings()
                .withCharRange(' ', '~')
                .withCharRange('\u00a0', '\u06ff')
                .withCharRange('\u4e00', '\u4eff')
                .ofMaxLength(12);
        return Arbitraries.oneOf(awkward, plain).list().ofMaxSize(4).map(parts -> String.join("", parts));
    }
}
