package org.carillon.schemas.cap.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.schemas.cap.rules.Content.Children;
import org.carillon.schemas.cap.rules.Content.Code;
import org.carillon.schemas.cap.rules.Content.Slot;
import org.carillon.schemas.cap.rules.Content.Text;
import org.carillon.schemas.cap.xml.XmlElement;

/** What the schema demands: which elements, in which order, how often, with what in them. */
final class StructureRules {

    private final Report report;

    StructureRules(Report report) {
        this.report = report;
    }

    void check(XmlElement element, Content content) {
        if (!element.attributes().isEmpty()) {
            report.add(
                    CapRule.ATTRIBUTE_NOT_ALLOWED,
                    element,
                    "<" + element.name() + "> has the attribute "
                            + Report.excerpt(element.attributes().getFirst())
                            + ": CAP elements have none, leave it out.");
        }
        switch (content) {
            case Children children -> checkChildren(element, children.slots());
            case Code code -> {
                checkNoChildren(element);
                checkCode(element, code.words());
            }
            case Text text -> {
                checkNoChildren(element);
                TextForms.check(element, text.form(), report);
            }
        }
    }

    private void checkChildren(XmlElement parent, List<Slot> slots) {
        if (!TextForms.collapsed(parent.text()).isEmpty()) {
            report.add(
                    CapRule.TEXT_NOT_ALLOWED,
                    parent,
                    "<" + parent.name() + "> has text of its own (" + Report.excerpt(parent.text())
                            + "): put it into one of its elements.");
        }
        for (XmlElement misplaced : SequenceOrder.misplaced(parent, slots)) {
            reportMisplaced(misplaced, parent, slots);
        }
        Map<String, Integer> seen = new HashMap<>();
        for (XmlElement child : parent.children()) {
            int place = SequenceOrder.placeOf(child, parent, slots);
            if (place == SequenceOrder.UNKNOWN) {
                reportUnknown(child, parent, slots);
            } else if (place < slots.size()) {
                Slot slot = slots.get(place);
                if (seen.merge(slot.name(), 1, Integer::sum) > 1 && !slot.repeatable()) {
                    report.add(
                            CapRule.ELEMENT_REPEATED,
                            child,
                            "<" + slot.name() + "> stands only once in <" + parent.name() + ">: leave one.");
                }
                check(child, slot.content());
            }
        }
        for (Slot slot : slots) {
            if (slot.required() && !seen.containsKey(slot.name())) {
                reportMissing(slot, parent, slots);
            }
        }
    }

    private void reportMisplaced(XmlElement child, XmlElement parent, List<Slot> slots) {
        int place = SequenceOrder.placeOf(child, parent, slots);
        String before = place == 0 ? "" : " behind <" + slots.get(place - 1).name() + ">";
        String after = place >= slots.size() - 1
                ? ""
                : " before <" + slots.get(place + 1).name() + ">";
        String and = before.isEmpty() || after.isEmpty() ? "" : " and";
        report.add(
                CapRule.ELEMENT_ORDER,
                child,
                "<" + child.name() + "> stands in the wrong place: in <" + parent.name() + "> it belongs" + before + and
                        + after + ".");
    }

    private void reportMissing(Slot slot, XmlElement parent, List<Slot> slots) {
        String where = slots.stream()
                .takeWhile(earlier -> !earlier.equals(slot))
                .filter(Slot::required)
                .reduce((first, second) -> second)
                .map(before -> "it belongs behind <" + before.name() + ">.")
                .orElse("it belongs at the beginning.");
        report.add(slot.missing(), parent, "<" + parent.name() + "> has no <" + slot.name() + ">: " + where);
    }

    private void reportUnknown(XmlElement child, XmlElement parent, List<Slot> slots) {
        String name = Report.excerpt(child.name());
        if (!child.namespace().equals(parent.namespace())) {
            report.add(
                    CapRule.ELEMENT_UNKNOWN,
                    child,
                    "<" + name + "> is in "
                            + (child.namespace().isEmpty()
                                    ? "no namespace"
                                    : "namespace " + Report.excerpt(child.namespace()))
                            + ": <" + parent.name() + "> holds elements of CAP 1.2 only, leave it out.");
            return;
        }
        String hint = slots.stream()
                .map(Slot::name)
                .filter(known -> isLike(known, child.name()))
                .findFirst()
                .map(known -> "write <" + known + ">.")
                .orElse("leave it out.");
        report.add(CapRule.ELEMENT_UNKNOWN, child, "<" + parent.name() + "> cannot hold <" + name + ">: " + hint);
    }

    private void checkNoChildren(XmlElement element) {
        if (!element.children().isEmpty()) {
            XmlElement child = element.children().getFirst();
            report.add(
                    CapRule.ELEMENT_UNKNOWN,
                    child,
                    "<" + element.name() + "> holds text only, not <" + Report.excerpt(child.name())
                            + ">: leave the element out, or write its < as &lt;.");
        }
    }

    private void checkCode(XmlElement element, List<String> words) {
        String value = element.text();
        if (!words.contains(value)) {
            String hint = words.stream()
                    .filter(word -> word.equalsIgnoreCase(value.strip()))
                    .findFirst()
                    .map(word -> "write " + word + ", without spaces around it.")
                    .orElse("write one of " + String.join(", ", words) + ".");
            report.add(
                    CapRule.ENUMERATION,
                    element,
                    "<" + element.name() + "> says '" + Report.excerpt(value) + "', which the standard does not know: "
                            + hint);
        }
    }

    /** The same but for case, or for a letter more or less at the end. */
    private static boolean isLike(String known, String found) {
        String a = known.toLowerCase(Locale.ROOT);
        String b = found.toLowerCase(Locale.ROOT);
        return a.equals(b)
                || (a.startsWith(b) && a.length() - b.length() <= 2)
                || (b.startsWith(a) && b.length() - a.length() <= 2);
    }
}
