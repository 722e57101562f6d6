package org.carillon.hub.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.carillon.schemas.topic.Json;
import org.junit.jupiter.api.Test;

class ManagementTest {
    @Test
    void shouldHaveTheRoutesOfItsOpenApiFileAndNoOther() throws IOException {
        // Given
        Vertx vertx = Vertx.vertx();
        Router router = Management.routes(vertx, new Readiness(), () -> "");
        Set<String> bound = new TreeSet<>();
        router.getRoutes().forEach(route -> bound.add(String.valueOf(route.getPath())));

        // Then
        try (InputStream file = Objects.requireNonNull(Management.class.getResourceAsStream("openapi.json"))) {
            Set<String> inFile = new TreeSet<>();
            Json.mapper().readTree(file).path("paths").fieldNames().forEachRemaining(inFile::add);
            assertThat(bound).isEqualTo(inFile);
        } finally {
            vertx.close().await();
        }
    }
}
