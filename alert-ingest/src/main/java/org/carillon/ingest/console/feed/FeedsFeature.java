package org.carillon.ingest.console.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.console.desk.Desk;
import org.carillon.ingest.console.form.Violations;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** The feeds: how each stands, what came of its latest items, and a form to add one. */
public final class FeedsFeature implements Feature {
    private static final String LIST = "listFeeds";
    private static final String SET = "setFeed";
    private static final Access ADMINS = Access.of(Role.ADMIN);

    private final Desk desk;

    /** {@code operations} are those of the API, {@code listFeeds} and {@code setFeed} among them. */
    public FeedsFeature(Map<String, Operation> operations) {
        this.desk = new Desk(operations);
    }

    /** What the page shows. */
    public record Listing(List<Row> feeds, boolean mayAdd, Fields form, FormErrors errors) {}

    /**
     * One feed.
     *
     * @param readAt when it was read last, or null
     * @param problem why it could not be read the last time, or empty
     * @param outcomes how many of its items came to what
     */
    public record Row(
            String name,
            String url,
            String senders,
            boolean lenient,
            boolean secondPerson,
            boolean active,
            @Nullable Instant readAt,
            String problem,
            String outcomes,
            List<Item> items) {}

    /** One item that a person may want to look at. */
    public record Item(String id, String outcome, String alertId, String reason) {}

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry("/feeds", "feeds.menu", Access.OFFICERS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        routes.get("/feeds", Access.OFFICERS, visit -> show(200, tools, visit, new FormErrors()))
                .post("/feeds", ADMINS, visit -> add(tools, visit));
    }

    private PageAnswer show(int status, Tools tools, Visit visit, FormErrors errors) {
        JsonNode feeds = Json.mapper()
                .valueToTree(desk.ask(visit.officer(), LIST, Map.of()).body());
        List<Row> rows = new ArrayList<>();
        feeds.path("feeds").forEach(feed -> rows.add(row(feed)));
        boolean mayAdd = visit.officer().hasAny(Role.ADMIN) && desk.can(SET);
        return tools.pages()
                .show(status, visit, "feeds", tools.t("feeds.title"), new Listing(rows, mayAdd, visit.form(), errors));
    }

    private PageAnswer add(Tools tools, Visit visit) {
        Fields typed = visit.form();
        ObjectNode form = Json.mapper().createObjectNode();
        form.put("name", typed.text("name"));
        form.put("url", typed.text("url"));
        form.put("mode", typed.has("lenient") ? "lenient" : "strict");
        form.put("secondPerson", typed.has("secondPerson"));
        ArrayNode senders = form.putArray("senders");
        typed.text("senders")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(senders::add);
        try {
            desk.send(visit.officer(), SET, form);
        } catch (ProblemException e) {
            return show(e.problem().status(), tools, visit, Violations.of(e.problem()));
        }
        return tools.pages().done("/feeds", "feeds.done.added");
    }

    private static Row row(JsonNode feed) {
        List<String> outcomes = new ArrayList<>();
        feed.path("outcomes")
                .properties()
                .forEach(outcome ->
                        outcomes.add(outcome.getKey() + " " + outcome.getValue().asLong()));
        List<Item> items = new ArrayList<>();
        feed.path("items")
                .forEach(item -> items.add(new Item(
                        item.path("item").asText(),
                        item.path("outcome").asText(),
                        item.path("alertId").asText(""),
                        item.path("reason").asText(""))));
        List<String> senders = new ArrayList<>();
        feed.path("senders").forEach(sender -> senders.add(sender.asText()));
        return new Row(
                feed.path("name").asText(),
                feed.path("url").asText(),
                String.join(", ", senders),
                feed.path("mode").asText().equals("lenient"),
                feed.path("secondPerson").asBoolean(true),
                feed.path("active").asBoolean(true),
                instant(feed.path("readAt").asText("")),
                feed.path("problem").asText(""),
                String.join(", ", outcomes),
                items);
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
