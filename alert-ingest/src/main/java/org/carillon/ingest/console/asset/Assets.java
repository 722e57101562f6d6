package org.carillon.ingest.console.asset;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Scripts and styles. All lie under one hash of all of them, so that a file may name its neighbours (Leaflet's style names
 * pictures) and still is another as soon as anything changes. Immutable; safe for threads.
 */
public final class Assets {
    private static final String OWN = "/org/carillon/ingest/console/asset/";
    private static final String HTMX = "/META-INF/resources/webjars/htmx.org/2.0.8/dist/";
    private static final String LEAFLET = "/META-INF/resources/webjars/leaflet/1.9.4/dist/";
    private static final Map<String, String> SOURCES = Map.of(
            "console.css", OWN + "console.css",
            "icon.svg", OWN + "icon.svg",
            "htmx.js", HTMX + "htmx.min.js",
            "leaflet/leaflet.js", LEAFLET + "leaflet.js",
            "leaflet/leaflet.css", LEAFLET + "leaflet.css",
            "leaflet/images/layers.png", LEAFLET + "images/layers.png",
            "leaflet/images/layers-2x.png", LEAFLET + "images/layers-2x.png",
            "leaflet/images/marker-icon.png", LEAFLET + "images/marker-icon.png",
            "leaflet/images/marker-icon-2x.png", LEAFLET + "images/marker-icon-2x.png",
            "leaflet/images/marker-shadow.png", LEAFLET + "images/marker-shadow.png");
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "png", "image/png",
            "svg", "image/svg+xml");
    private static final int SHOWN_BYTES = 8;

    private final Map<String, Asset> assets = new TreeMap<>();
    private final String hash;

    /** One file. */
    public record Asset(String type, Buffer body) {}

    /**
     * Reads them from the class path.
     *
     * @param more names of further files beside {@code console.css}: a feature's own script
     */
    public Assets(Iterable<String> more) {
        SOURCES.forEach(this::add);
        more.forEach(name -> add(name, OWN + name));
        hash = hash();
    }

    private void add(String name, String source) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(source), source)) {
            assets.put(name, new Asset(Objects.requireNonNull(type, name), Buffer.buffer(in.readAllBytes())));
        } catch (IOException e) {
            throw new UncheckedIOException(source, e);
        }
    }

    /** Where the file is, within the console. */
    public String path(String name) {
        if (!assets.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return "/assets/" + hash + "/" + name;
    }

    /** The file of that name under that hash. */
    public Optional<Asset> find(String askedHash, String name) {
        return askedHash.equals(hash) ? Optional.ofNullable(assets.get(name)) : Optional.empty();
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            assets.forEach((name, asset) -> {
                digest.update((name + '\0' + asset.body().length() + '\0').getBytes(StandardCharsets.UTF_8));
                digest.update(asset.body().getBytes());
            });
            return HexFormat.of().formatHex(digest.digest(), 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
