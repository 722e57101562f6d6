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
import org.carillon.ingest.console.form.FieldsBuilder;
import org.carillon.ingest.console.form.Violations;
import org.carillon.ingest.console.page.Access;
import org.carillon.ingest.console.page.Choice;
import org.carillon.ingest.console.page.Feature;
import org.carillon.ingest.console.page.Fields;
import org.carillon.ingest.console.page.FormErrors;
import org.carillon.ingest.console.page.PageAnswer;
import org.carillon.ingest.console.page.Routes;
import org.carillon.ingest.console.page.Tools;
import org.carillon.ingest.console.page.Visit;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** The feeds: how each stands, what came of its latest items, and a form to add or change one. */
public final class FeedsFeature implements Feature {
    private static final String LIST = "listFeeds";
    private static final String SET = "setFeed";
    private static final String PAGE = "/feeds";
    private static final String FORM = "/feed";
    private static final Access ADMINS = Access.of(Role.ADMIN);
    private static final String USUAL_SECONDS = "60";
    private static final String YES = "yes";

    private final Map<String, Operation> operations;
    private final CityPack city;

    /** {@code operations} are those of the API, {@code listFeeds} and {@code setFeed} among them. */
    public FeedsFeature(Map<String, Operation> operations, CityPack city) {
        this.operations = Map.copyOf(operations);
        this.city = city;
    }

    /** What the page shows. */
    public record Listing(List<Row> feeds, boolean mayChange) {}

    /**
     * One feed.
     *
     * @param act that waits for a second administrator, or empty
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
            String act,
            boolean active,
            @Nullable Instant readAt,
            String problem,
            String outcomes,
            List<Item> items) {}

    /** One item that a person may want to look at. */
    public record Item(String id, String outcome, String alertId, String reason) {}

    /** The form for one feed; {@code fresh} where it is a new one. */
    public record FeedForm(boolean fresh, Fields form, List<Choice> topics, List<Choice> purposes, FormErrors errors) {}

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public List<MenuEntry> menu() {
        return List.of(new MenuEntry(PAGE, "feeds.menu", Access.OFFICERS));
    }

    @Override
    public void addTo(Routes routes, Tools tools) {
        routes.get(PAGE, Access.OFFICERS, visit -> list(tools, visit))
                .get(FORM, ADMINS, visit -> form(tools, visit))
                .post(FORM, ADMINS, visit -> set(tools, visit));
    }

    private PageAnswer list(Tools tools, Visit visit) {
        List<Row> rows =
                feeds(tools, visit).stream().map(feed -> row(tools, feed)).toList();
        return tools.pages()
                .show(
                        visit,
                        "feeds",
                        tools.t("feeds.title"),
                        new Listing(rows, visit.officer().hasAny(Role.ADMIN)));
    }

    private List<JsonNode> feeds(Tools tools, Visit visit) {
        JsonNode all = Json.mapper()
                .valueToTree(desk(tools).ask(visit.officer(), LIST, Map.of()).body());
        List<JsonNode> feeds = new ArrayList<>();
        all.path("feeds").forEach(feeds::add);
        return feeds;
    }

    /** With what is set now, where {@code name} names a feed. */
    private PageAnswer form(Tools tools, Visit visit) {
        String name = visit.query().text("name");
        Fields fields = name.isEmpty()
                ? Fields.of(Map.of("secondPerson", YES, "active", YES, "intervalSeconds", USUAL_SECONDS))
                : feeds(tools, visit).stream()
                        .filter(feed -> feed.path("name").asText().equals(name))
                        .findFirst()
                        .map(FeedsFeature::fields)
                        .orElseThrow(() -> ProblemException.notFound(tools.t("feeds.missing")));
        return show(200, tools, visit, name.isEmpty(), fields, new FormErrors());
    }

    private PageAnswer show(int status, Tools tools, Visit visit, boolean fresh, Fields fields, FormErrors errors) {
        String language = tools.pages().texts().language();
        List<Choice> topics = new ArrayList<>(List.of(follows(tools, fields, "topic")));
        city.topics()
                .forEach(topic -> topics.add(
                        choice(fields, "topic", topic.code(), topic.names().in(language))));
        List<Choice> purposes = new ArrayList<>(List.of(follows(tools, fields, "purpose")));
        city.purposes()
                .forEach(purpose -> purposes.add(choice(
                        fields, "purpose", purpose.id().value(), purpose.text().in(language))));
        String title = fresh ? tools.t("feeds.add") : tools.t("feeds.change", "name", fields.text("name"));
        return tools.pages().show(status, visit, "feed", title, new FeedForm(fresh, fields, topics, purposes, errors));
    }

    private static Choice follows(Tools tools, Fields fields, String field) {
        return new Choice(
                "", tools.t("feeds." + field + ".follows"), fields.text(field).isEmpty());
    }

    private static Choice choice(Fields fields, String field, String value, String name) {
        return new Choice(value, name, fields.text(field).equals(value));
    }

    private PageAnswer set(Tools tools, Visit visit) {
        Fields typed = visit.form();
        boolean fresh = typed.has("fresh");
        FormErrors errors = new FormErrors();
        if (!tools.stepUp().passes(visit, errors)) {
            return show(422, tools, visit, fresh, typed, errors);
        }
        ApiResponse answer;
        try {
            answer = desk(tools).send(visit.officer(), SET, json(typed));
        } catch (ProblemException e) {
            return show(e.problem().status(), tools, visit, fresh, typed, Violations.of(e.problem()));
        }
        boolean waits =
                !row(tools, Json.mapper().valueToTree(answer.body())).act().isEmpty();
        return tools.pages().done(PAGE, waits ? "feeds.done.proposed" : "feeds.done.saved");
    }

    private Desk desk(Tools tools) {
        return new Desk(operations, tools.t("frame.undecided"));
    }

    private static ObjectNode json(Fields typed) {
        ObjectNode form = Json.mapper().createObjectNode();
        for (String text : List.of("name", "url", "topic", "purpose", "reason")) {
            form.put(text, typed.text(text));
        }
        form.put("mode", typed.has("lenient") ? "lenient" : "strict");
        form.put("secondPerson", typed.has("secondPerson"));
        form.put("active", typed.has("active"));
        String seconds = typed.text("intervalSeconds");
        form.put("intervalSeconds", seconds.matches("[0-9]{1,6}") ? Integer.parseInt(seconds) : 0);
        ArrayNode senders = form.putArray("senders");
        typed.text("senders")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(senders::add);
        return form;
    }

    private static Fields fields(JsonNode feed) {
        FieldsBuilder fields = new FieldsBuilder()
                .put("senders", String.join("\n", senders(feed)))
                .put("lenient", feed.path("mode").asText().equals("lenient") ? YES : null)
                .put("secondPerson", feed.path("secondPerson").asBoolean(true) ? YES : null)
                .put("active", feed.path("active").asBoolean(true) ? YES : null);
        for (String text : List.of("name", "url", "topic", "purpose", "intervalSeconds")) {
            fields.put(text, feed.path(text).asText());
        }
        return fields.build();
    }

    private static List<String> senders(JsonNode feed) {
        List<String> senders = new ArrayList<>();
        feed.path("senders").forEach(sender -> senders.add(sender.asText()));
        return senders;
    }

    private static Row row(Tools tools, JsonNode feed) {
        List<String> outcomes = new ArrayList<>();
        feed.path("outcomes")
                .properties()
                .forEach(outcome -> outcomes.add(outcome(tools, outcome.getKey()) + " "
                        + outcome.getValue().asLong()));
        List<Item> items = new ArrayList<>();
        feed.path("items")
                .forEach(item -> items.add(new Item(
                        item.path("item").asText(),
                        outcome(tools, item.path("outcome").asText()),
                        item.path("alertId").asText(""),
                        item.path("reason").asText(""))));
        return new Row(
                feed.path("name").asText(),
                feed.path("url").asText(),
                tools.pages().texts().listed(senders(feed)),
                feed.path("mode").asText().equals("lenient"),
                feed.path("secondPerson").asBoolean(true),
                feed.path("act").asText(""),
                feed.path("active").asBoolean(true),
                instant(feed.path("readAt").asText("")),
                feed.path("problem").asText(""),
                tools.pages().texts().listed(outcomes),
                items);
    }

    private static String outcome(Tools tools, String outcome) {
        String text = tools.pages().texts().find("feeds.outcome." + outcome);
        return text == null ? outcome : text;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
