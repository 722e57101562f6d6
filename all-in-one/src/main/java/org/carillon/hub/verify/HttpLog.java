package org.carillon.hub.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.carillon.schemas.transparency.merkle.ConsistencyProof;
import org.carillon.schemas.transparency.merkle.InclusionProof;
import org.carillon.schemas.transparency.merkle.TreeHash;

/** The log of a running hub. */
public final class HttpLog implements LogSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http;
    private final String base;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * Asks nothing yet.
     *
     * @param url the hub's base URL
     */
    public HttpLog(HttpClient http, URI url) {
        this.http = http;
        this.base = url.toString().replaceFirst("/+$", "") + "/transparency/v1/";
    }

    @Override
    public String key() throws IOException, InterruptedException {
        return get("key", "text/plain");
    }

    @Override
    public String head() throws IOException, InterruptedException {
        return get("head", "text/plain");
    }

    @Override
    public List<byte[]> entries(long from) throws IOException, InterruptedException {
        List<byte[]> leaves = new ArrayList<>();
        for (JsonNode entry : json("log?from=" + from).path("entries")) {
            leaves.add(decoded(entry.path("leaf").asText()));
        }
        return leaves;
    }

    @Override
    public InclusionProof inclusion(long index, long size) throws IOException, InterruptedException {
        return new InclusionProof(index, size, path("proof?index=" + index + "&size=" + size));
    }

    @Override
    public ConsistencyProof consistency(long first, long second) throws IOException, InterruptedException {
        return new ConsistencyProof(first, second, path("proof?first=" + first + "&second=" + second));
    }

    private List<TreeHash> path(String resource) throws IOException, InterruptedException {
        List<TreeHash> path = new ArrayList<>();
        for (JsonNode hash : json(resource).path("path")) {
            try {
                path.add(TreeHash.ofHex(hash.asText()));
            } catch (IllegalArgumentException e) {
                throw new IOException(base + resource + " gives what is no hash", e);
            }
        }
        return path;
    }

    private static byte[] decoded(String leaf) throws IOException {
        try {
            return Base64.getDecoder().decode(leaf);
        } catch (IllegalArgumentException e) {
            throw new IOException("an entry's leaf is not base64", e);
        }
    }

    private JsonNode json(String resource) throws IOException, InterruptedException {
        try {
            return json.readTree(get(resource, "application/json"));
        } catch (JsonProcessingException e) {
            throw new IOException(base + resource + " gives no JSON", e);
        }
    }

    private String get(String resource, String type) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + resource))
                .timeout(PATIENCE)
                .header("Accept", type)
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(base + resource + " answers " + answer.statusCode());
        }
        return answer.body();
    }
}
