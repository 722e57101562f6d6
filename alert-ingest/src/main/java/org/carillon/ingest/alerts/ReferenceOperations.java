package org.carillon.ingest.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.compose.City;
import org.carillon.ingest.http.ApiRequest;
import org.carillon.ingest.http.ApiResponse;
import org.carillon.ingest.http.ProblemException;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.schemas.cap.codec.CapVerdict;
import org.carillon.schemas.city.District;

/** Validation, districts, languages and the OpenAPI file itself. */
final class ReferenceOperations {
    private final City city;
    private final Catalogue catalogue;
    private final JsonNode openApi;

    ReferenceOperations(City city, Catalogue catalogue, JsonNode openApi) {
        this.city = city;
        this.catalogue = catalogue;
        this.openApi = openApi;
    }

    ApiResponse openApi(ApiRequest request) {
        return ApiResponse.ok(openApi);
    }

    ApiResponse validate(ApiRequest request) {
        if (request.body().isEmpty()) {
            throw ProblemException.badRequest("Send the message as the body.");
        }
        if (!WriteOperations.CAP_TYPES.contains(request.mediaType())) {
            throw ProblemException.unsupportedMediaType(
                    "Send application/cap+xml (or application/xml), not '" + request.mediaType() + "'.");
        }
        return ApiResponse.ok(CapVerdict.of(request.body().bytes()).json());
    }

    ApiResponse areas(ApiRequest request) {
        List<Object> features = new ArrayList<>();
        for (District district : city.pack().districts()) {
            Map<String, Object> properties = new LinkedHashMap<>();
            properties.put("code", district.code());
            properties.put("name", district.names().texts());
            properties.put("postcodes", district.postcodes());
            properties.put("population", city.pack().census().ofDistrict(district.code()));
            features.add(Map.of(
                    "type",
                    "Feature",
                    "id",
                    district.code(),
                    "properties",
                    properties,
                    "geometry",
                    GeoJsonGeometry.of(district.area())));
        }
        return ApiResponse.ok(Map.of("type", "FeatureCollection", "features", features));
    }

    ApiResponse languages(ApiRequest request) {
        return ApiResponse.ok(Map.of(
                "languages",
                city.pack().languages().stream()
                        .map(language -> Map.of(
                                "code", language.code(),
                                "name", language.name(),
                                "reviewed",
                                        catalogue
                                                .language(language.code())
                                                .map(known -> known.source() || known.reviewed())
                                                .orElse(false)))
                        .toList()));
    }
}
