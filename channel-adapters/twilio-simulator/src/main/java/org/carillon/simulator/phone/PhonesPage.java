package org.carillon.simulator.phone;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.message.Kept;
import org.carillon.simulator.message.MessageBook;
import org.carillon.simulator.webhook.Inbound;
import org.jspecify.annotations.Nullable;

/** {@code /}: the phones for people to look at and to text the hub from. */
public final class PhonesPage {
    private static final int PHONES = 24;
    private static final int LOOKED_AT = 5000;
    private static final int SHORT = 8;
    private static final int LONG = 500;

    private final CurrentAccount account;
    private final MessageBook book;
    private final Inbound inbound;
    private final Clock clock;

    /** Shows the book, sends by the given inbound way. */
    public PhonesPage(CurrentAccount account, MessageBook book, Inbound inbound, Clock clock) {
        this.account = account;
        this.book = book;
        this.inbound = inbound;
        this.clock = clock;
    }

    /** Adds its routes. */
    public void mount(Router router) {
        router.get("/").handler(this::show);
        router.post("/").handler(this::text);
    }

    private void show(RoutingContext ctx) {
        try {
            show(ctx, ctx.request().getParam("phone"), notice(ctx.request().getParam("hub")));
        } catch (IllegalArgumentException e) {
            ctx.response().setStatusCode(400);
            show(ctx, null, "Not shown: " + e.getMessage() + ".");
        }
    }

    private void show(RoutingContext ctx, @Nullable String asked, @Nullable String notice) {
        String phone = asked == null || asked.isBlank() ? null : PhoneNumber.parse(asked);
        List<PhonesHtml.Phone> phones =
                phone == null ? latest() : List.of(new PhonesHtml.Phone(phone, newest(phone, LONG)));
        PhonesHtml html = new PhonesHtml(
                account.get().hubNumber(),
                book.stats(clock.instant()),
                phones,
                phone,
                ctx.request().getParam("refresh") != null,
                notice);
        ctx.response()
                .putHeader("Content-Type", "text/html;charset=utf-8")
                .putHeader(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store")
                .end(html.page());
    }

    private List<PhonesHtml.Phone> latest() {
        return book.newestFirst()
                .limit(LOOKED_AT)
                .map(kept -> kept.message().phone())
                .distinct()
                .limit(PHONES)
                .map(phone -> new PhonesHtml.Phone(phone, newest(phone, SHORT)))
                .toList();
    }

    private List<Kept> newest(String phone, int most) {
        return book.newestFirst(phone).limit(most).toList().reversed();
    }

    private void text(RoutingContext ctx) {
        String body = String.valueOf(ctx.request().getFormAttribute("body")).replace("\r\n", "\n");
        try {
            String phone = PhoneNumber.parse(String.valueOf(ctx.request().getFormAttribute("from")));
            if (body.isBlank()) {
                throw new IllegalArgumentException("the message is empty");
            }
            inbound.text(phone, body)
                    .onSuccess(passed -> ctx.response()
                            .setStatusCode(303)
                            .putHeader("Location", address(phone) + "&hub=" + outcome(passed))
                            .end())
                    .onFailure(failure -> Json.refuse(ctx, 503, "the message could not be kept"));
        } catch (IllegalArgumentException e) {
            ctx.response().setStatusCode(400);
            show(ctx, null, "Not sent: " + e.getMessage() + ".");
        }
    }

    private static String address(String phone) {
        return "/?phone=" + URLEncoder.encode(phone, StandardCharsets.UTF_8);
    }

    private static String outcome(Inbound.Passed passed) {
        return passed.hub() == null ? "none" : Integer.toString(passed.hub().status());
    }

    private static @Nullable String notice(@Nullable String outcome) {
        if (outcome == null) {
            return null;
        }
        return switch (outcome) {
            case "none" -> "Kept, but no inbound URL is set, so the hub was not told.";
            case "0" -> "Kept, but the hub did not answer.";
            default -> outcome.matches("2[0-9]{2}") ? "Sent. The hub has it." : "Sent, but the hub refused it.";
        };
    }
}
