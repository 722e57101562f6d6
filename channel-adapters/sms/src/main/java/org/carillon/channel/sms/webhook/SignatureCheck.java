package org.carillon.channel.sms.webhook;

import com.twilio.security.RequestValidator;
import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Checks {@code X-Twilio-Signature}: HMAC-SHA1 over the URL as Twilio called it and the form's fields. The URL is the configured
 * public base and the raw request URI; what a proxy says of itself is never believed.
 */
final class SignatureCheck {
    private final RequestValidator validator;
    private final String publicBase;

    SignatureCheck(String authToken, URI publicBase) {
        this.validator = new RequestValidator(authToken);
        this.publicBase = publicBase.toString();
    }

    /** Whether the signature is that of this request. */
    boolean holds(String rawUri, MultiMap form, @Nullable String signature) {
        return signature != null && validator.validate(publicBase + rawUri, fields(form), signature);
    }

    /** The SDK's map holds one value a name; a repeated name's values are strung together as they are signed. */
    private static Map<String, String> fields(MultiMap form) {
        Map<String, String> fields = new TreeMap<>();
        for (String name : form.names()) {
            fields.put(name, String.join(name, new TreeSet<>(form.getAll(name))));
        }
        return fields;
    }
}
