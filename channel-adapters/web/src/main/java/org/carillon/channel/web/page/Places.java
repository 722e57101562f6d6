package org.carillon.channel.web.page;

import java.util.List;
import org.carillon.channel.web.site.Links;
import org.carillon.channel.web.site.Site;

/** The city's districts as links. */
public final class Places {
    private Places() {}

    /**
     * One district.
     *
     * @param current whether it is the page's own
     */
    public record Place(String name, String url, boolean current) {}

    static List<Place> of(Site site, String language, String current) {
        return site.city().districts().stream()
                .map(district -> new Place(
                        district.names().in(language),
                        site.links().path(Links.area(language, district.code())),
                        district.code().equals(current)))
                .toList();
    }
}
