package org.carillon.ingest.console.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.carillon.ingest.alerts.AlertResource;
import org.carillon.ingest.alerts.Preview;
import org.carillon.ingest.alerts.ReachResource;
import org.carillon.ingest.console.page.Officer;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.Operation;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.http.RequestBody;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the API, called within the process in the name of whoever is signed in: a page can do what the API can, under
 * the same rules, and nothing else. Blocks like the operations themselves.
 */
public final class Desk {
    private final Map<String, Operation> operations;
    private final String undecided;

    /**
     * Calls these.
     *
     * @param undecided what an officer is told where a command is safe but its decision is still to come
     */
    public Desk(Map<String, Operation> operations, String undecided) {
        this.operations = Map.copyOf(operations);
        this.undecided = undecided;
    }

    /** Whether the hub has such an operation. */
    public boolean can(String operation) {
        return operations.containsKey(operation);
    }

    /**
     * A new draft.
     *
     * @param key names this attempt: sent twice it is one draft
     * @return its id
     */
    public AlertId draft(Officer officer, ObjectNode form, String key) {
        return id(ask(officer, "createAlert", Map.of(), Map.of("draft", "true"), form, key(key)));
    }

    /** Changes a draft or returned alert, which stays one until it is submitted. */
    public AlertId edit(Officer officer, AlertId alert, ObjectNode form) {
        return id(ask(officer, "editAlert", path(alert), Map.of("draft", "true"), form, Map.of()));
    }

    /** What the alert's life cycle has by that name: submit, approve, reject, return. */
    public void step(Officer officer, String operation, AlertId alert, ObjectNode form) {
        id(ask(officer, operation, path(alert), Map.of(), form, Map.of()));
    }

    /** An update, a cancel or a correction of an alert; the id of what follows it. */
    public AlertId follow(
            Officer officer, String operation, AlertId alert, ObjectNode form, String key, boolean draft) {
        return id(ask(officer, operation, path(alert), draft ? Map.of("draft", "true") : Map.of(), form, key(key)));
    }

    public Preview preview(Officer officer, AlertId alert) {
        return (Preview) ask(officer, "previewAlert", path(alert)).body();
    }

    public ReachResource reach(Officer officer, AlertId alert) {
        return (ReachResource) ask(officer, "getReach", path(alert)).body();
    }

    /** An operation that only reads; its answer as it is. */
    public ApiResponse ask(Officer officer, String operation, Map<String, String> path) {
        return ask(officer, operation, path, Map.of(), null, Map.of());
    }

    /** An operation without parameters that takes a form. */
    public ApiResponse send(Officer officer, String operation, ObjectNode form) {
        return ask(officer, operation, Map.of(), Map.of(), form, Map.of());
    }

    private ApiResponse ask(
            Officer officer,
            String operation,
            Map<String, String> path,
            Map<String, String> query,
            @Nullable ObjectNode body,
            Map<String, String> headers) {
        Operation found = Objects.requireNonNull(operations.get(operation), operation);
        Map<String, String> all = new HashMap<>(headers);
        all.put("content-type", "application/json");
        return found.handle(new ApiRequest(
                operation,
                path,
                query,
                all,
                body == null ? RequestBody.EMPTY : RequestBody.of(bytes(body)),
                officer.actor(),
                officer.account().sender()));
    }

    private static Map<String, String> key(String key) {
        return key.isEmpty() ? Map.of() : Map.of("idempotency-key", key);
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is JSON", e);
        }
    }

    private AlertId id(ApiResponse response) {
        if (response.body() instanceof AlertResource alert) {
            return new AlertId(alert.id());
        }
        throw ProblemException.unavailable(undecided);
    }

    private static Map<String, String> path(AlertId alert) {
        return Map.of("id", alert.value());
    }
}
