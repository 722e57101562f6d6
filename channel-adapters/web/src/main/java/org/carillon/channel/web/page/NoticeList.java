package org.carillon.channel.web.page;

import java.util.List;

/**
 * Alerts as a list shows them.
 *
 * @param whole with their articles, the gravest first
 * @param lines what comes after those
 */
public record NoticeList(List<Whole> whole, List<Line> lines) {
    public NoticeList {
        whole = List.copyOf(whole);
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return whole.isEmpty() && lines.isEmpty();
    }

    /**
     * One alert.
     *
     * @param article as it was frozen, to the letter
     * @param note that it stands in another language, or empty
     * @param heading the id of the article's heading
     */
    public record Whole(String article, String note, String url, String heading) {}

    /** One alert by its headline, in the language that it has. */
    public record Line(String headline, String url, String language, String direction) {}
}
