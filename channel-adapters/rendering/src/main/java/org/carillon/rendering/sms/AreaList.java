package org.carillon.rendering.sms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.carillon.rendering.catalogue.Catalogue;
import org.carillon.rendering.locale.LocalStyle;

/** Names of districts as one phrase: all of them, the first few "and N more", or only how many. */
public record AreaList(Catalogue catalogue, LocalStyle style, String language, List<String> names) {

    /** The first {@code shown} names, and how many more there are; only their number for none. */
    public String text(int shown) {
        if (shown >= names.size()) {
            return style.list(names, language);
        }
        if (shown == 0) {
            return catalogue.text(language, "area.count", Map.of("count", names.size()));
        }
        List<String> items = new ArrayList<>(names.subList(0, shown));
        items.add(catalogue.text(language, "area.more", Map.of("count", names.size() - shown)));
        return style.list(items, language);
    }
}
