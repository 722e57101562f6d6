package org.carillon.rendering.notice;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.carillon.rendering.notice.Notice.Earlier;
import org.carillon.rendering.notice.Notice.Kind;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.cap.Severity;
import org.jspecify.annotations.Nullable;

/** A boil-water notice of a fictional city in three languages, and what follows it. */
public final class Notices {
    public static final List<String> LANGUAGES = List.of("en", "es", "ar");
    private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
    private static final ZonedDateTime SENT = ZonedDateTime.of(2026, 11, 22, 14, 5, 0, 0, ZONE);
    private static final ZonedDateTime EXPIRES = ZonedDateTime.of(2026, 11, 24, 18, 0, 0, 0, ZONE);

    private static final AlertId ID = AlertId.of("water@meridian.example", "boil-2", SENT.toInstant());
    private static final AlertId EARLIER = AlertId.of("water@meridian.example", "boil-1", SENT.toInstant());

    private Notices() {}

    private record Texts(
            String authority,
            String event,
            String headline,
            String description,
            String instruction,
            String plain,
            List<String> areas) {}

    public static Notice notice(Kind kind, String language) {
        Texts t = texts(language);
        boolean withdraws = kind.withdraws();
        return new Notice(
                ID,
                kind == Kind.ALERT ? ID : EARLIER,
                SENT,
                language,
                kind,
                false,
                Severity.SEVERE,
                t.authority,
                t.event,
                headline(kind, language),
                withdraws ? null : t.description,
                withdraws ? null : t.instruction,
                null,
                t.areas,
                EXPIRES,
                code(kind),
                kind == Kind.ALERT ? null : new Earlier(t.event, SENT));
    }

    public static Notice withPlain(Notice n) {
        return new Notice(
                n.alertId(),
                n.thread(),
                n.sent(),
                n.language(),
                n.kind(),
                n.exercise(),
                n.severity(),
                n.authority(),
                n.event(),
                n.headline(),
                n.description(),
                n.instruction(),
                texts(n.language()).plain,
                n.areas(),
                n.expires(),
                n.code(),
                n.earlier());
    }

    public static Notice by(String authority, Notice n) {
        return new Notice(
                n.alertId(),
                n.thread(),
                n.sent(),
                n.language(),
                n.kind(),
                n.exercise(),
                n.severity(),
                authority,
                n.event(),
                n.headline(),
                n.description(),
                n.instruction(),
                n.plain(),
                n.areas(),
                n.expires(),
                n.code(),
                n.earlier());
    }

    /** The same alert in another language, as far as names go. */
    public static Notice in(String language, String authority, String event, List<String> areas, Notice n) {
        return new Notice(
                n.alertId(),
                n.thread(),
                n.sent(),
                language,
                n.kind(),
                n.exercise(),
                n.severity(),
                authority,
                event,
                event,
                null,
                event,
                null,
                areas,
                n.expires(),
                n.code(),
                n.earlier() == null ? null : new Earlier(event, n.sent()));
    }

    public static Notice exercise(Notice n) {
        return new Notice(
                n.alertId(),
                n.thread(),
                n.sent(),
                n.language(),
                n.kind(),
                true,
                n.severity(),
                n.authority(),
                n.event(),
                n.headline(),
                n.description(),
                n.instruction(),
                n.plain(),
                n.areas(),
                n.expires(),
                n.code(),
                n.earlier());
    }

    public static Notice with(
            Notice n, @Nullable String description, @Nullable String instruction, List<String> areas) {
        return new Notice(
                n.alertId(),
                n.thread(),
                n.sent(),
                n.language(),
                n.kind(),
                n.exercise(),
                n.severity(),
                n.authority(),
                n.event(),
                n.headline(),
                description,
                instruction,
                n.plain(),
                areas,
                n.expires(),
                n.code(),
                n.earlier());
    }

    private static String code(Kind kind) {
        return switch (kind) {
            case ALERT -> "4F7K-92QX";
            case UPDATE -> "9213-4470";
            case CANCEL -> "7TGM-0P3D";
            case ALL_CLEAR -> "3333-K41Z";
            case CORRECTION -> "B2WN-5566";
        };
    }

    private static @Nullable String headline(Kind kind, String language) {
        return switch (kind) {
            case ALERT, UPDATE -> texts(language).headline;
            case CANCEL, CORRECTION -> null;
            case ALL_CLEAR ->
                switch (language) {
                    case "es" -> "El agua vuelve a ser potable";
                    case "ar" -> "الماء صالح للشرب من جديد";
                    default -> "The water is safe to drink again";
                };
        };
    }

    private static Texts texts(String language) {
        return switch (language) {
            case "en" ->
                new Texts(
                        "Meridian Water",
                        "Unsafe drinking water",
                        "Boil your water before you drink it",
                        "A main burst in Quay Street at 12:40. Tests found bacteria in the water. "
                                + "Repairs go on through the night. The next news comes at 20:00.",
                        "Boil water for 1 minute before drinking, cooking or brushing teeth. Free bottled water: "
                                + "town hall, until 21:00. Questions? Call\n555-0134",
                        "The water can make you ill. Boil it for 1 minute. Then you can drink it.",
                        List.of("Old Harbour", "Riverside", "Mill Hill"));
            case "es" ->
                new Texts(
                        "Aguas de Meridian",
                        "Agua no potable",
                        "Hierva el agua antes de beberla",
                        "Se ha roto una tubería en la calle del Muelle a las 12:40. Se han hallado bacterias en el agua. "
                                + "Las obras siguen durante la noche. Próxima noticia a las 20:00.",
                        "Hierva el agua 1 minuto antes de beber, cocinar o lavarse los dientes. Agua embotellada gratis: "
                                + "ayuntamiento, hasta las 21:00. ¿Preguntas? Llame al\n555-0134",
                        "El agua puede enfermar. Hierva el agua 1 minuto. Luego puede beberla.",
                        List.of("Puerto Viejo", "La Ribera", "Cerro del Molino"));
            case "ar" ->
                new Texts(
                        "مياه ميريديان",
                        "مياه غير صالحة للشرب",
                        "اغلوا الماء قبل شربه",
                        "انفجر أنبوب رئيسي في شارع الرصيف في الساعة 12:40. وُجدت بكتيريا في الماء. "
                                + "يستمر الإصلاح طوال الليل. الخبر التالي في الساعة 20:00.",
                        "اغلوا الماء مدة 1 دقيقة قبل الشرب أو الطبخ أو تنظيف الأسنان. مياه معبأة مجانا: "
                                + "دار البلدية حتى الساعة 21:00. للأسئلة اتصلوا على\n555-0134",
                        "الماء قد يسبب المرض. اغلوا الماء 1 دقيقة. بعدها يمكن شربه.",
                        List.of("الميناء القديم", "ضفة النهر", "تل الطاحونة"));
            default -> throw new IllegalArgumentException(language);
        };
    }
}
