package org.carillon.schemas.delivery;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.carillon.schemas.alert.AlertId;

/** One chunk of an alert's audience in one partition: the batch of up to 100 recipients of the same rendition. */
public record BatchId(AlertId alertId, int partition, int chunk) {
    private static final Pattern SHAPE = Pattern.compile("([a-z2-7]{26})\\.(\\d{1,5})\\.(\\d{1,9})");

    /** {@code alert.partition.chunk}. */
    @JsonValue
    public String path() {
        return alertId + "." + partition + '.' + chunk;
    }

    @JsonCreator
    public static BatchId parse(String path) {
        Matcher m = SHAPE.matcher(path);
        if (!m.matches()) {
            throw new IllegalArgumentException("not a batch id: alert.partition.chunk expected");
        }
        return new BatchId(new AlertId(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    }
}
