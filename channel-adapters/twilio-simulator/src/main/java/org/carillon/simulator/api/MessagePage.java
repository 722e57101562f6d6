package org.carillon.simulator.api;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.carillon.simulator.message.Kept;
import org.jspecify.annotations.Nullable;

/** One page of a list, with the links that Twilio puts around it. */
final class MessagePage {
    private static final Set<String> PAGING = Set.of("PageSize", "Page", "PageToken");

    private final MultiMap asked;
    private final MessageQuery query;
    private final String accountSid;

    MessagePage(MultiMap asked, MessageQuery query, String accountSid) {
        this.asked = asked;
        this.query = query;
        this.accountSid = accountSid;
    }

    JsonObject of(Stream<Kept> matching) {
        List<Kept> more = matching.limit(query.pageSize() + 1L).toList();
        List<Kept> shown = more.subList(0, Math.min(more.size(), query.pageSize()));
        JsonArray messages = new JsonArray();
        shown.forEach(kept -> messages.add(MessageJson.of(kept, accountSid)));
        int start = query.page() * query.pageSize();
        return new JsonObject()
                .put("end", start + Math.max(0, shown.size() - 1))
                .put("first_page_uri", uri(0, null))
                .put(
                        "next_page_uri",
                        more.size() > shown.size()
                                ? uri(query.page() + 1, token(shown.getLast().seq()))
                                : null)
                .put("page", query.page())
                .put("page_size", query.pageSize())
                .putNull("previous_page_uri")
                .put("start", start)
                .put("uri", uri(query.page(), asked.get("PageToken")))
                .put("messages", messages);
    }

    private static String token(int seq) {
        return MessageQuery.TOKEN + String.format("%032x", seq);
    }

    private String uri(int page, @Nullable String token) {
        Stream<String> filters = StreamSupport.stream(asked.spliterator(), false)
                .filter(parameter -> !PAGING.contains(parameter.getKey()))
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()));
        Stream<String> paging = Stream.of("PageSize=" + query.pageSize(), "Page=" + page);
        Stream<String> position = token == null ? Stream.of() : Stream.of("PageToken=" + encoded(token));
        return "/2010-04-01/Accounts/" + accountSid + "/Messages.json?"
                + Stream.of(filters, paging, position).flatMap(s -> s).collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
