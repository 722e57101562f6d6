package org.carillon.ingest.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Map;
import org.carillon.ingest.auth.SecondFactor;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.compose.Composer;
import org.carillon.ingest.compose.Corrections;
import org.carillon.ingest.compose.LanguageChecks;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.compose.TemplateForms;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.ingest.kafka.Commands;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.template.Templates;

/** Every operation of /api/v1 by its id in the OpenAPI file. */
public final class AlertApi {
    private final Map<String, Operation> operations;

    /**
     * Binds them.
     *
     * @param unitsPerSecond by channel what it may hand over, SMS parts for one; absent for no limit
     * @param prices by channel what one of these units costs; absent where nobody has said it
     */
    public AlertApi(
            City city,
            Catalogue catalogue,
            Commands gateway,
            AlertViews views,
            Submissions submissions,
            JsonNode openApi,
            Map<String, Double> unitsPerSecond,
            Map<String, Price> prices,
            SecondFactor secondFactor,
            Clock clock) {
        PreviewDesk previews =
                new PreviewDesk(views, new LanguageChecks(city, catalogue), new AreaDesk(city), unitsPerSecond, prices);
        ReadOperations reading = new ReadOperations(views, previews, clock);
        Templates templates = new Templates(
                catalogue, new Templates.Place(city.zone(), city.pack().emergencyNumber()));
        WriteOperations writing = new WriteOperations(
                reading,
                new Deciding(gateway, views),
                submissions,
                new Composer(city),
                new TemplateForms(templates, city.languages(), submissions.channels()),
                new Corrections(catalogue, templates),
                city,
                secondFactor,
                clock);
        ReferenceOperations reference = new ReferenceOperations(city, catalogue, openApi);
        operations = Map.ofEntries(
                Map.entry("getOpenApi", reference::openApi),
                Map.entry("validate", reference::validate),
                Map.entry("getAreas", reference::areas),
                Map.entry("getLanguages", reference::languages),
                Map.entry("getTemplates", new TemplateOperations(templates, catalogue)::list),
                Map.entry("listAlerts", reading::list),
                Map.entry("getAlert", reading::get),
                Map.entry("getHistory", reading::history),
                Map.entry("previewAlert", reading::preview),
                Map.entry("getReach", reading::reach),
                Map.entry("createAlert", writing::create),
                Map.entry("editAlert", writing::edit),
                Map.entry("submitAlert", writing::submitDraft),
                Map.entry("approveAlert", writing::approve),
                Map.entry("rejectAlert", writing::reject),
                Map.entry("returnAlert", writing::giveBack),
                Map.entry("updateAlert", writing::update),
                Map.entry("cancelAlert", writing::cancel),
                Map.entry("correctAlert", writing::correct));
    }

    public Map<String, Operation> operations() {
        return operations;
    }
}
