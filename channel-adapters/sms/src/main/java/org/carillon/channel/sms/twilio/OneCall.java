package org.carillon.channel.sms.twilio;

import com.twilio.constant.EnumConstants;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's port to the network, for the one call that it is made for: the SDK's own repeats POST on every 5xx, knows only Twilio's
 * host, and keeps no response headers. This one sends once, to the configured host, and remembers status and headers.
 */
final class OneCall extends HttpClient {
    private final java.net.http.HttpClient http;
    private final URI base;
    private final Duration timeout;
    private @Nullable HttpResponse<String> answer;

    OneCall(java.net.http.HttpClient http, URI base, Duration timeout) {
        this.http = http;
        this.base = base;
        this.timeout = timeout;
    }

    /** The status of the answer; 0 where there was none. */
    int status() {
        return answer == null ? 0 : answer.statusCode();
    }

    Optional<String> header(String name) {
        return answer == null ? Optional.empty() : answer.headers().firstValue(name);
    }

    /** Once, whatever the answer. */
    @Override
    public Response reliableRequest(Request request) {
        return makeRequest(request);
    }

    /** Once, whatever the answer. */
    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(target(request.constructURL()))
                .timeout(timeout)
                .header("Authorization", request.getAuthString())
                .header("Accept", "application/json");
        if (request.getMethod() == HttpMethod.POST) {
            builder.header("Content-Type", EnumConstants.ContentType.FORM_URLENCODED.getValue())
                    .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody(), StandardCharsets.UTF_8));
        } else {
            builder.method(request.getMethod().toString(), HttpRequest.BodyPublishers.noBody());
        }
        HttpResponse<String> got = send(builder.build());
        answer = got;
        return new Response(got.body(), got.statusCode());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new CallFailedException(true, "no-connection");
        } catch (SSLHandshakeException e) {
            throw new CallFailedException(true, "tls");
        } catch (HttpTimeoutException e) {
            throw new CallFailedException(false, "time-out");
        } catch (IOException e) {
            throw new CallFailedException(false, "connection-lost");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailedException(false, "interrupted");
        }
    }

    private URI target(URL url) {
        return URI.create(base + url.getFile());
    }
}
