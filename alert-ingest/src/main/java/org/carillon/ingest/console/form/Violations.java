package org.carillon.ingest.console.form;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.http.Problem;
import org.carillon.schemas.cap.rules.CapViolation;

/** What the API finds wrong, each at the field that it is about: a field is named as its member in the JSON form. */
public final class Violations {
    /** Members of the JSON form whose field has another name, or none. */
    private static final Map<String, String> OTHERWISE = Map.of(
            "geometry", "shapes",
            "responseType", "response",
            "template", "");

    private static final Pattern TEXT = Pattern.compile("/texts/([^/]+)/([^/]+)");
    private static final Pattern PARAMETER = Pattern.compile("/parameters/([^/]+)(?:/([^/]+))?.*");
    private static final Pattern MEMBER = Pattern.compile("/([A-Za-z]+)(?:/.*)?");
    private static final Pattern POINTER = Pattern.compile("^/\\S+\\s+");

    private Violations() {}

    /** All of them; what is said about the whole comes first. */
    public static FormErrors of(Problem problem) {
        FormErrors errors = new FormErrors();
        for (CapViolation violation : problem.violations()) {
            errors.add(field(violation.path()), message(violation));
        }
        if (errors.isEmpty()) {
            String detail = problem.detail();
            errors.add("", detail == null ? problem.title() : detail);
        }
        return errors;
    }

    private static String field(String path) {
        Matcher text = TEXT.matcher(path);
        if (text.matches()) {
            return "t." + text.group(1) + '.' + text.group(2);
        }
        Matcher parameter = PARAMETER.matcher(path);
        if (parameter.matches()) {
            return "p." + parameter.group(1) + (parameter.group(2) == null ? "" : '.' + parameter.group(2));
        }
        Matcher member = MEMBER.matcher(path);
        return member.matches() && !member.group(1).equals("alert")
                ? OTHERWISE.getOrDefault(member.group(1), member.group(1))
                : "";
    }

    /** The JSON pointer in front of a message tells an officer nothing. */
    private static String message(CapViolation violation) {
        String message = POINTER.matcher(violation.message()).replaceFirst("");
        return message.isEmpty() ? violation.rule() : Character.toUpperCase(message.charAt(0)) + message.substring(1);
    }
}
