package org.carillon.ingest.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.catalogue.Language;
import org.carillon.rendering.template.Parameter;
import org.carillon.rendering.template.Template;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.cap.WireNamed;

/** The templates as a client needs them to build a form. */
final class TemplateOperations {
    private final Templates templates;
    private final List<Language> languages;

    TemplateOperations(Templates templates, Catalogue catalogue) {
        this.templates = templates;
        this.languages = catalogue.languages();
    }

    ApiResponse list(ApiRequest request) {
        return ApiResponse.ok(
                Map.of("templates", templates.all().stream().map(this::template).toList()));
    }

    private Map<String, Object> template(Template template) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", template.id());
        json.put("topic", template.topic());
        json.put("category", names(template.categories()));
        json.put("responseType", names(template.responseTypes()));
        json.put("severity", template.severity().wireName());
        json.put("urgency", template.urgency().wireName());
        json.put("certainty", template.certainty().wireName());
        json.put("lifetime", template.lifetime().toString());
        json.put("channels", template.channels());
        json.put(
                "parameters",
                template.parameters().stream()
                        .map(TemplateOperations::parameter)
                        .toList());
        List<Map<String, Object>> texts = new ArrayList<>();
        for (Language language : languages) {
            Map<String, Object> text = new LinkedHashMap<>();
            text.put("language", language.tag());
            text.put("title", templates.title(template, language.tag()));
            text.put("reviewed", language.source() || language.reviewed());
            language.reviewedBy().ifPresent(by -> text.put("reviewedBy", by));
            language.reviewedOn().ifPresent(on -> text.put("reviewedOn", on.toString()));
            texts.add(text);
        }
        json.put("languages", texts);
        return json;
    }

    private static Map<String, Object> parameter(Parameter parameter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        switch (parameter) {
            case Parameter.Count count -> {
                json.put("type", "count");
                json.put("from", count.from());
                json.put("to", count.to());
            }
            case Parameter.Time time -> json.put("type", "time");
            case Parameter.Date date -> json.put("type", "date");
            case Parameter.Place place -> json.put("type", "place");
            case Parameter.Phone phone -> json.put("type", "phone");
            case Parameter.Choice choice -> {
                json.put("type", "choice");
                json.put("of", choice.of());
            }
        }
        parameter.laterThan().ifPresent(earlier -> json.put("after", earlier));
        return json;
    }

    private static List<String> names(List<? extends WireNamed> codes) {
        return codes.stream().map(WireNamed::wireName).toList();
    }
}
