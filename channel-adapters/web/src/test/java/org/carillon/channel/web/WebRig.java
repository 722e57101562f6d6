package org.carillon.channel.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.carillon.channel.core.testkit.ManualClock;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.schemas.keys.E164;

/** The web channel behind a real server on loopback, its topics played by a map and its clock by hand. */
final class WebRig implements AutoCloseable {
    final FakeAlerts alerts = new FakeAlerts();
    final FakeLog log = new FakeLog();
    final ManualClock clock = new ManualClock(Sample.NOON);
    final Router router;
    final URI base;

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient http = HttpClient.newHttpClient();

    WebRig() {
        router = Router.router(vertx);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setCompressionSupported(true))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .await();
        base = URI.create("http://127.0.0.1:" + server.actualPort());
        new WebRoutes(Demo.CITY, base, E164.of("+15005550006"), Catalogue.load(), alerts, log, clock).mount(router);
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().await();
    }
}
