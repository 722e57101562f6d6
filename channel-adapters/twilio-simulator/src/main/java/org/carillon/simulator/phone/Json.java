package org.carillon.simulator.phone;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** JSON in and out of the simulator's own calls. */
final class Json {
    private Json() {}

    /** The request's body; throws when it is no JSON object. */
    static JsonObject body(RoutingContext ctx) {
        try {
            JsonObject json = ctx.body().asJsonObject();
            if (json != null) {
                return json;
            }
        } catch (ClassCastException e) {
            // A list or a single value: refused below.
        }
        throw new IllegalArgumentException("the body must be a JSON object");
    }

    static void refuse(RoutingContext ctx, int status, String reason) {
        send(ctx, status, new JsonObject().put("error", reason));
    }

    static void send(RoutingContext ctx, int status, JsonObject json) {
        if (!ctx.response().ended() && !ctx.response().closed()) {
            ctx.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json;charset=utf-8")
                    .end(json.toBuffer());
        }
    }
}
