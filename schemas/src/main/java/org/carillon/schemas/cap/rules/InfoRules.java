package org.carillon.schemas.cap.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.schemas.cap.CapTime;
import org.carillon.schemas.cap.xml.XmlElement;

/** What the standard's prose demands of an info (3.2.2), and what experience advises. */
final class InfoRules {

    private static final Pattern CODE = Pattern.compile("[a-zA-Z]{2,3}|[a-zA-Z]{2,3}-.*|[ix]-.*", Pattern.DOTALL);
    private static final Pattern MARK_UP =
            Pattern.compile("</?[a-zA-Z][^<>]*+>|&(?:amp|lt|gt|quot|apos|nbsp|#[0-9]{1,7});");
    private static final List<String> TEXTS = List.of("event", "headline", "description", "instruction");
    private static final int EARLIEST_YEAR = 1990;
    private static final int LATEST_YEAR = 2200;

    private final Report report;

    InfoRules(Report report) {
        this.report = report;
    }

    void check(XmlElement info) {
        info.all("event").stream()
                .filter(event -> event.text().isBlank())
                .forEach(event -> report.add(
                        CapRule.EVENT_EMPTY, event, "<event> is blank: name what is happening, such as Flood."));
        info.first("web").ifPresent(this::checkWeb);
        info.first("language").ifPresent(this::checkLanguage);
        checkExpiry(info);
        TEXTS.forEach(name -> info.first(name).ifPresent(this::checkPlain));
    }

    private void checkWeb(XmlElement web) {
        String uri = TextForms.collapsed(web.text());
        if (TextForms.isUri(uri) && !TextForms.isAbsolute(uri)) {
            report.add(
                    CapRule.WEB_NOT_ABSOLUTE,
                    web,
                    "<web> '" + Report.excerpt(web.text()) + "' is not absolute: begin it with https://.");
        }
    }

    private void checkLanguage(XmlElement language) {
        String tag = TextForms.collapsed(language.text());
        if (!tag.isEmpty() && !CODE.matcher(tag).matches()) {
            report.add(
                    CapRule.LANGUAGE_NOT_A_CODE,
                    language,
                    "<language> '" + Report.excerpt(tag) + "' is no language code: write one like en-US or my.");
        }
    }

    private void checkExpiry(XmlElement info) {
        for (String name : List.of("effective", "onset", "expires")) {
            info.first(name).ifPresent(this::checkPlausible);
        }
        Optional<CapTime> expires = time(info, "expires");
        if (info.first("expires").isEmpty()) {
            report.add(
                    CapRule.EXPIRES_MISSING,
                    info,
                    "<info> has no <expires>: without it each receiver decides how long this is shown.");
        }
        Optional<CapTime> effective = time(info, "effective");
        if (expires.isPresent()
                && effective.isPresent()
                && !expires.get().instant().isAfter(effective.get().instant())) {
            report.add(
                    CapRule.EXPIRES_BEFORE_EFFECTIVE,
                    info.first("expires").orElse(info),
                    "<expires> is not later than <effective>: check both and their offsets.");
        }
    }

    /** Also for the time that the message was sent. */
    void checkPlausible(XmlElement time) {
        int year = CapTime.parse(TextForms.collapsed(time.text()))
                .map(parsed -> parsed.value().getYear())
                .orElse(EARLIEST_YEAR);
        if (year < EARLIEST_YEAR || year > LATEST_YEAR) {
            report.add(
                    CapRule.TIME_IMPLAUSIBLE,
                    time,
                    "<" + time.name() + "> is in the year " + year + ": write years of the Gregorian calendar.");
        }
    }

    private void checkPlain(XmlElement text) {
        // Long texts, and nearly none has mark-up: these two characters are found faster than a pattern.
        boolean possible = text.text().indexOf('<') >= 0 || text.text().indexOf('&') >= 0;
        Matcher markUp = MARK_UP.matcher(text.text());
        if (possible && markUp.find()) {
            report.addAt(
                    CapRule.HTML_IN_TEXT,
                    text,
                    markUp.start(),
                    "<" + text.name() + "> has mark-up in it (" + Report.excerpt(markUp.group())
                            + "), which people will see as it stands: write plain text.");
        }
    }

    private static Optional<CapTime> time(XmlElement info, String name) {
        return info.textOf(name).map(TextForms::collapsed).flatMap(CapTime::parse);
    }
}
