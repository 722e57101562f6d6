package org.carillon.ingest.compose;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.http.ProblemException;
import org.carillon.rendering.template.Arguments;
import org.carillon.rendering.template.Template;
import org.carillon.rendering.template.Templates;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.TemplateUse;
import org.carillon.schemas.cap.rules.CapViolation;
import org.jspecify.annotations.Nullable;

/** Fills a form in from its template: the approved wording in the city's languages, and what the playbook says where the form is silent. */
public final class TemplateForms {
    private static final String RULE = "HUB_TEMPLATE";

    private final Templates templates;
    private final List<String> languages;
    private final List<String> channels;

    /**
     * Makes one.
     *
     * @param languages of the city, all of which the catalogue has
     * @param channels that this hub has
     */
    public TemplateForms(Templates templates, List<String> languages, List<String> channels) {
        this.templates = templates;
        this.languages = List.copyOf(languages);
        this.channels = List.copyOf(channels);
    }

    /**
     * The form as it was, or with the wording of the template that it names.
     *
     * @param now from when the template's lifetime counts
     * @throws ProblemException 422 where there is no such template, or a parameter is wrong
     */
    public ComposeForm fill(ComposeForm form, Instant now) {
        TemplateUse use = form.template();
        if (use == null) {
            return form;
        }
        Template template = templates.find(use.id()).orElseThrow(() -> unknown(use.id()));
        return switch (Arguments.read(template, use.parameters(), wanted(form))) {
            case Arguments.Reading.Complete complete -> filled(form, use, complete.arguments(), now);
            case Arguments.Reading.Faulty faulty ->
                throw ProblemException.unprocessable(
                        "The template is not filled in; nothing was stored.",
                        faulty.faults().stream().map(TemplateForms::violation).toList());
        };
    }

    /** A place needs no name in a language whose texts the officer has written. */
    private List<String> wanted(ComposeForm form) {
        return languages.stream()
                .filter(language -> !form.texts().containsKey(language))
                .toList();
    }

    private ComposeForm filled(ComposeForm form, TemplateUse use, Arguments arguments, Instant now) {
        Template template = arguments.template();
        Map<String, AlertText> texts = new LinkedHashMap<>();
        wanted(form).forEach(language -> texts.put(language, templates.text(arguments, language)));
        texts.putAll(form.texts());
        return new ComposeForm(
                form.purpose(),
                or(form.topic(), template.topic()),
                new TemplateUse(
                        use.id(), use.parameters(), List.copyOf(form.texts().keySet())),
                form.status(),
                form.msgType(),
                form.scope(),
                or(form.categories(), template.categories()),
                or(form.severity(), template.severity()),
                or(form.urgency(), template.urgency()),
                or(form.certainty(), template.certainty()),
                or(form.responseTypes(), template.responseTypes()),
                form.areas(),
                form.polygons(),
                or(
                        form.expires(),
                        now.plus(template.lifetime())
                                .truncatedTo(ChronoUnit.SECONDS)
                                .atOffset(ZoneOffset.UTC)),
                or(
                        form.channels(),
                        template.channels().stream().filter(channels::contains).toList()),
                form.question(),
                texts,
                form.reason());
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static <T> List<T> or(List<T> given, List<T> otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    private static CapViolation violation(Arguments.Fault fault) {
        String path = "/parameters/" + fault.parameter().replace("~", "~0").replace("/", "~1");
        return new CapViolation(RULE, path, 0, 0, path + ' ' + fault.message());
    }

    private ProblemException unknown(String id) {
        List<String> known = templates.all().stream().map(Template::id).toList();
        return ProblemException.unprocessable(
                "There is no such template; nothing was stored.",
                List.of(new CapViolation(
                        RULE, "/template", 0, 0, "/template '" + id + "' is not known; known are " + known)));
    }
}
