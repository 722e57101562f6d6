package org.carillon.schemas.cap.rules;

import java.util.List;
import org.carillon.schemas.cap.xml.XmlDocument;
import org.carillon.schemas.cap.xml.XmlElement;

/** Holds a document against every {@link CapRule}, and tells all that is wrong, not only the first. */
public final class CapRules {

    private CapRules() {}

    /** The findings, and the alert element with what a lenient reading mended. */
    public record Outcome(XmlElement alert, CapFindings findings) {}

    public static Outcome check(XmlDocument document, Strictness strictness) {
        Report report = new Report(document);
        XmlElement alert = switch (strictness) {
            case STRICT -> document.root();
            case LENIENT -> new Repairs(report).repair(document.root());
        };
        new StructureRules(report).check(alert, Grammar.ALERT);
        new AlertRules(alert, report).check();
        List<XmlElement> infos = alert.all("info");
        InfoRules infoRules = new InfoRules(report);
        alert.first("sent").ifPresent(infoRules::checkPlausible);
        AreaRules areaRules = new AreaRules(report);
        ResourceRules resourceRules = new ResourceRules(report);
        for (XmlElement info : infos) {
            infoRules.check(info);
            info.all("resource").forEach(resourceRules::check);
            info.all("area").forEach(areaRules::check);
        }
        new TranslationRules(report).check(infos);
        return new Outcome(alert, report.findings());
    }
}
