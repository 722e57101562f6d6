package org.carillon.simulator.phone;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.carillon.simulator.account.Account;
import org.carillon.simulator.account.CurrentAccount;
import org.carillon.simulator.account.OptOut;
import org.jspecify.annotations.Nullable;

/** {@code /simulator/hub}: where texts to the hub's number are announced, and who acts on STOP. */
public final class HubApi {
    private final CurrentAccount account;

    /** Changes this account. */
    public HubApi(CurrentAccount account) {
        this.account = account;
    }

    /** Adds its routes. */
    public void mount(Router router) {
        router.get("/simulator/hub").handler(ctx -> Json.send(ctx, 200, json()));
        router.put("/simulator/hub").handler(this::change);
    }

    private JsonObject json() {
        Account now = account.get();
        return new JsonObject()
                .put("hubNumber", now.hubNumber())
                .put("accountSid", now.accountSid())
                .put(
                        "inboundUrl",
                        now.inboundUrl() == null ? null : now.inboundUrl().toString())
                .put("optOut", now.optOut().name().toLowerCase(Locale.ROOT));
    }

    private void change(RoutingContext ctx) {
        Account changed = account.get();
        JsonObject json = Json.body(ctx);
        for (String key : json.fieldNames()) {
            changed = switch (key) {
                case "inboundUrl" -> changed.withInboundUrl(url(json.getValue(key)));
                case "optOut" -> changed.withOptOut(optOut(json.getValue(key)));
                default ->
                    throw new IllegalArgumentException("unknown key '" + key + "'; known are inboundUrl, optOut");
            };
        }
        account.replace(changed)
                .onSuccess(kept -> Json.send(ctx, 200, json()))
                .onFailure(failure -> Json.refuse(ctx, 503, "the change could not be kept"));
    }

    private static @Nullable URI url(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        try {
            URI uri = new URI(value.toString());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Refused below.
        }
        throw new IllegalArgumentException("'inboundUrl' must be an http or https URL");
    }

    private static OptOut optOut(@Nullable Object value) {
        for (OptOut known : OptOut.values()) {
            if (known.name().equalsIgnoreCase(String.valueOf(value))) {
                return known;
            }
        }
        throw new IllegalArgumentException("'optOut' must be hub, carrier or advanced");
    }
}
