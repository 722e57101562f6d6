package org.carillon.channel.web.transparency;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.carillon.channel.core.http.HttpAnswer;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.topic.Json;
import org.carillon.schemas.transparency.merkle.ConsistencyProof;
import org.carillon.schemas.transparency.merkle.InclusionProof;
import org.carillon.schemas.transparency.merkle.TreeHash;
import org.carillon.schemas.transparency.note.SignedHead;

/** The log over HTTP: hashes in lower-case hex, entries also to the byte in base64. */
public final class LogApi {
    private static final int PAGE = 64;
    private static final int LARGEST_PAGE = 256;

    private final ObjectMapper json = Json.mapper();
    private final PublicLog log;

    public LogApi(PublicLog log) {
        this.log = log;
    }

    /** A page of entries. */
    public HttpAnswer entries(HttpExchange exchange) {
        LogView view = view();
        long from = number(exchange, "from").orElse(0);
        long size = view.tree().size();
        if (from > size) {
            throw HttpProblem.badRequest("The log has " + size + " entries: from must be at most that.");
        }
        int limit = (int) Math.min(number(exchange, "limit").orElse(PAGE), LARGEST_PAGE);
        List<byte[]> page = from == size || limit == 0 ? List.of() : log.entries(from, limit);
        if (page.isEmpty() && from < size && limit > 0) {
            throw HttpProblem.unavailable("The entries cannot be read just now.", 5);
        }
        ObjectNode body = json.createObjectNode().put("from", from);
        long next = from + page.size();
        if (next < size) {
            body.put("next", next);
        }
        ArrayNode entries = body.putArray("entries");
        for (int i = 0; i < page.size(); i++) {
            byte[] leaf = page.get(i);
            entries.addObject()
                    .put("index", from + i)
                    .put("leafHash", TreeHash.leaf(leaf).hex())
                    .put("leaf", Base64.getEncoder().encodeToString(leaf))
                    .putRawValue("entry", new RawValue(new String(leaf, StandardCharsets.UTF_8)));
        }
        return answer(body);
    }

    /** The signed head, as JSON or, where text is asked for, as the note itself. */
    public HttpAnswer head(HttpExchange exchange) {
        SignedHead head = signed();
        boolean text = exchange.header("Accept")
                .filter(accept -> accept.contains("text/plain") && !accept.contains("application/json"))
                .isPresent();
        HttpAnswer answer = text
                ? HttpAnswer.ok("text/plain; charset=utf-8", head.note()).with("Cache-Control", "no-cache")
                : answer(json.createObjectNode()
                        .put("origin", head.checkpoint().origin())
                        .put("size", head.checkpoint().size())
                        .put("root", head.checkpoint().root().hex())
                        .put("note", head.note())
                        .put("key", log.key().toString()));
        return answer.with("Vary", "Accept");
    }

    /** The public key, as whoever checks the log needs it. */
    public HttpAnswer key(HttpExchange exchange) {
        return HttpAnswer.ok("text/plain; charset=utf-8", log.key().toString() + '\n')
                .with("Cache-Control", "no-cache");
    }

    /** That an entry is in the log, or that a later log begins with an earlier one. */
    public HttpAnswer proof(HttpExchange exchange) {
        LogView view = view();
        OptionalLong first = number(exchange, "first");
        try {
            return first.isPresent()
                    ? consistency(view, first.getAsLong(), exchange)
                    : inclusion(view, index(view, exchange), exchange);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest("There is no such proof: " + e.getMessage() + ".");
        }
    }

    private HttpAnswer inclusion(LogView view, long index, HttpExchange exchange) {
        long size = number(exchange, "size").orElseGet(view.tree()::size);
        InclusionProof proof = view.tree().inclusion(index, size);
        ObjectNode body = json.createObjectNode()
                .put("index", index)
                .put("size", size)
                .put("leafHash", view.tree().leaf(index).hex())
                .put("root", view.tree().root(size).hex());
        return answer(path(body, proof.path()));
    }

    private HttpAnswer consistency(LogView view, long first, HttpExchange exchange) {
        long second = number(exchange, "second").orElseGet(view.tree()::size);
        ConsistencyProof proof = view.tree().consistency(first, second);
        ObjectNode body = json.createObjectNode()
                .put("first", first)
                .put("second", second)
                .put("firstRoot", view.tree().root(first).hex())
                .put("secondRoot", view.tree().root(second).hex());
        return answer(path(body, proof.path()));
    }

    private static long index(LogView view, HttpExchange exchange) {
        OptionalLong index = number(exchange, "index");
        if (index.isPresent()) {
            return index.getAsLong();
        }
        Optional<OptionalLong> found = exchange.query("hash")
                .map(hash -> view.tree().find(TreeHash.ofHex(hash)))
                .or(() -> exchange.query("code")
                        .map(code ->
                                VerificationCode.parse(code).map(view::find).orElse(OptionalLong.empty())));
        return found.orElseThrow(() -> HttpProblem.badRequest(
                        "Name an entry by index, hash (of its leaf) or code, or two sizes by first and second."))
                .orElseThrow(() -> HttpProblem.notFound("The log has no such entry."));
    }

    private static ObjectNode path(ObjectNode body, List<TreeHash> path) {
        ArrayNode hashes = body.putArray("path");
        path.forEach(hash -> hashes.add(hash.hex()));
        return body;
    }

    private LogView view() {
        return log.view().orElseThrow(LogApi::notNow);
    }

    private SignedHead signed() {
        return view().head().orElseThrow(LogApi::notNow);
    }

    private static HttpProblem notNow() {
        return HttpProblem.unavailable("The log is not there just now.", 5);
    }

    private static OptionalLong number(HttpExchange exchange, String name) {
        Optional<String> given = exchange.query(name);
        if (given.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!given.get().matches("[0-9]{1,15}")) {
            throw HttpProblem.badRequest(name + " must be a number from 0.");
        }
        return OptionalLong.of(Long.parseLong(given.get()));
    }

    private static HttpAnswer answer(ObjectNode body) {
        return HttpAnswer.ok("application/json", body.toString()).with("Cache-Control", "no-cache");
    }
}
