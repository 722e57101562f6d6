package org.carillon.schemas.geo;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON that knows where in the file each value began. */
sealed interface LocatedJson {
    int line();

    int column();

    record Obj(int line, int column, Map<String, LocatedJson> members) implements LocatedJson {}

    record Arr(int line, int column, List<LocatedJson> items) implements LocatedJson {}

    record Num(int line, int column, double value) implements LocatedJson {}

    record Text(int line, int column, String value) implements LocatedJson {}

    /** true, false or null. */
    record Other(int line, int column) implements LocatedJson {}

    /** Reads one value; throws what Jackson throws for anything that is not strict JSON. */
    static LocatedJson parse(byte[] json) throws IOException {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (JsonParser parser = factory.createParser(json)) {
            parser.nextToken();
            LocatedJson value = value(parser);
            parser.nextToken();
            return value;
        }
    }

    private static LocatedJson value(JsonParser parser) throws IOException {
        JsonLocation at = parser.currentTokenLocation();
        int line = at.getLineNr();
        int column = at.getColumnNr();
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, LocatedJson> members = new LinkedHashMap<>();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                parser.nextToken();
                members.put(name, value(parser));
            }
            return new Obj(line, column, members);
        }
        if (token == JsonToken.START_ARRAY) {
            List<LocatedJson> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Arr(line, column, items);
        }
        if (token != null && token.isNumeric()) {
            return new Num(line, column, parser.getDoubleValue());
        }
        return token == JsonToken.VALUE_STRING ? new Text(line, column, parser.getText()) : new Other(line, column);
    }
}
