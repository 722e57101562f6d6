package org.carillon.simulator.webhook;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.carillon.simulator.message.Sid;

/** Makes signed calls as Twilio does: a form by POST, 15 seconds at most, one more try when it fails. */
final class WebhookClient {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final Vertx vertx;
    private final HttpClientAgent http;
    private final String authToken;
    private final Duration retryAfter;

    /** With at most so many calls to one server at a time; more wait their turn. */
    WebhookClient(Vertx vertx, String authToken, int concurrency, Duration retryAfter) {
        this.vertx = vertx;
        this.authToken = authToken;
        this.retryAfter = retryAfter;
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setConnectTimeout((int) CONNECT.toMillis()),
                new PoolOptions().setHttp1MaxSize(concurrency));
    }

    /** The outcome of the last attempt; never fails. */
    Future<WebhookResult> post(String url, SortedMap<String, String> form) {
        String token = Sid.random("");
        return attempt(url, form, token).compose(first -> {
            if (!first.isWorthRetrying()) {
                return Future.succeededFuture(first);
            }
            return vertx.timer(retryAfter.toMillis())
                    .compose(waited -> attempt(url, form, token))
                    .map(WebhookResult::second);
        });
    }

    private Future<WebhookResult> attempt(String url, SortedMap<String, String> form, String token) {
        String called = url.replaceFirst("#.*", "");
        return request(called, form, token)
                .compose(response -> response.body().map(response.statusCode()))
                .map(WebhookResult::answered)
                .otherwise(failure -> WebhookResult.away());
    }

    private Future<HttpClientResponse> request(String url, SortedMap<String, String> form, String token) {
        try {
            RequestOptions options = new RequestOptions()
                    .setAbsoluteURI(url)
                    .setMethod(HttpMethod.POST)
                    .setTimeout(ANSWER.toMillis())
                    .putHeader("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
                    .putHeader("User-Agent", "TwilioProxy/1.1")
                    .putHeader("Accept", "*/*")
                    .putHeader("I-Twilio-Idempotency-Token", token)
                    .putHeader("X-Twilio-Signature", Signature.of(authToken, url, form));
            return http.request(options).compose(request -> request.send(Buffer.buffer(encoded(form))));
        } catch (RuntimeException e) {
            // The URL is none, or the client was closed while this call-back waited for its turn.
            return Future.failedFuture(e);
        }
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    Future<Void> close() {
        return http.close();
    }
}
