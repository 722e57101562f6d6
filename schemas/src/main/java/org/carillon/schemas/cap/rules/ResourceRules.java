package org.carillon.schemas.cap.rules;

import java.util.Base64;
import java.util.regex.Pattern;
import org.carillon.schemas.cap.xml.XmlElement;

/** What the standard's prose demands of a resource (3.2.3). */
final class ResourceRules {

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,127}+";
    private static final Pattern MIME_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "(\\s*;[^\\n\\r]*+)?");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{40}");

    private final Report report;

    ResourceRules(Report report) {
        this.report = report;
    }

    void check(XmlElement resource) {
        resource.all("mimeType").stream()
                .filter(type ->
                        !MIME_TYPE.matcher(TextForms.collapsed(type.text())).matches())
                .forEach(type -> report.add(
                        CapRule.MIME_TYPE_SYNTAX,
                        type,
                        "<mimeType> '" + Report.excerpt(type.text())
                                + "' is no type/subtype: write one like image/png."));
        resource.all("digest").stream()
                .filter(digest ->
                        !DIGEST.matcher(TextForms.collapsed(digest.text())).matches())
                .forEach(digest -> report.add(
                        CapRule.DIGEST_SYNTAX,
                        digest,
                        "<digest> is no SHA-1: write the 40 hexadecimal digits of the content, or leave it out."));
        resource.all("size").stream()
                .filter(size -> TextForms.collapsed(size.text()).startsWith("-"))
                .forEach(size ->
                        report.add(CapRule.SIZE_NEGATIVE, size, "<size> is negative: write bytes, or leave it out."));
        resource.all("derefUri").stream()
                .filter(content -> !isBase64(content.text()))
                .forEach(content -> report.add(
                        CapRule.DEREF_URI_SYNTAX, content, "<derefUri> is not base 64: encode the content so."));
        if (resource.first("derefUri").isEmpty()) {
            resource.first("uri")
                    .filter(uri -> isRelative(TextForms.collapsed(uri.text())))
                    .ifPresent(uri -> report.add(
                            CapRule.URI_RELATIVE_WITHOUT_DEREF,
                            uri,
                            "<uri> '" + Report.excerpt(uri.text())
                                    + "' is not absolute: begin it with https://, or send the content in <derefUri>."));
        }
    }

    private static boolean isRelative(String uri) {
        return TextForms.isUri(uri) && !TextForms.isAbsolute(uri);
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text.replaceAll("\\s", ""));
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
