package org.carillon.channel.web.asset;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.channel.core.http.HttpAnswer;

/** The files that pages need beside their text. Immutable; safe for threads. */
public final class Assets {
    private static final int SHOWN_BYTES = 6;
    private static final Map<String, String> TYPES = Map.of(
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private final Map<String, String> names = new HashMap<>();
    private final Map<String, HttpAnswer> answers = new HashMap<>();

    /** Reads them from the class path. */
    public Assets() {
        for (String file : new String[] {"site.css", "icon.svg", "push.js"}) {
            byte[] bytes = read(file);
            int dot = file.lastIndexOf('.');
            String extension = file.substring(dot + 1);
            String name = file.substring(0, dot) + "-" + hash(bytes) + "." + extension;
            names.put(file, name);
            answers.put(
                    name,
                    HttpAnswer.ok(Objects.requireNonNull(TYPES.get(extension)), Buffer.buffer(bytes))
                            .with("Cache-Control", "public, max-age=31536000, immutable"));
        }
    }

    /** The path of a file; another one as soon as the file is another. */
    public String path(String file) {
        return "/assets/" + Objects.requireNonNull(names.get(file), file);
    }

    /** The file of that name, which never changes. */
    public Optional<HttpAnswer> find(String name) {
        return Optional.ofNullable(answers.get(name));
    }

    /** The service worker, which browsers ask for by one name for ever; it may call the hub and nobody else. */
    public HttpAnswer serviceWorker() {
        return HttpAnswer.ok(Objects.requireNonNull(TYPES.get("js")), Buffer.buffer(read("sw.js")))
                .with("Cache-Control", "no-cache")
                .with("Content-Security-Policy", "default-src 'none'; connect-src 'self'");
    }

    private static byte[] read(String file) {
        try (InputStream in = Objects.requireNonNull(Assets.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, SHOWN_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
