package org.carillon.router.audience;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.topic.Json;
import org.jspecify.annotations.Nullable;

/** Writes the query within a {@link Run} in its usual form: a run is stored after each of its slices, its query never changes. */
final class WrittenOnce extends StdSerializer<Cut> {
    private static final long serialVersionUID = 1L;
    private static final ObjectWriter WRITER = Json.mapper().writerFor(Cut.class);
    private static final ThreadLocal<@Nullable Written> LAST = new ThreadLocal<>();

    WrittenOnce() {
        super(Cut.class);
    }

    /** A query and its JSON. */
    private record Written(Cut cut, String json) {}

    @Override
    public void serialize(Cut cut, JsonGenerator out, SerializerProvider provider) throws IOException {
        out.writeRawValue(json(cut));
    }

    @Override
    public void serializeWithType(Cut cut, JsonGenerator out, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(cut, out, provider);
    }

    private static String json(Cut cut) throws JsonProcessingException {
        Written last = LAST.get();
        if (last == null || !last.cut.equals(cut)) {
            last = new Written(cut, WRITER.writeValueAsString(cut));
            LAST.set(last);
        }
        return last.json;
    }
}
