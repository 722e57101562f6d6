package org.carillon.channel.push.subscribe;

import com.fasterxml.jackson.databind.JsonNode;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import java.util.List;
import java.util.Optional;
import org.carillon.schemas.keys.PushContact;
import org.carillon.schemas.net.EndpointGuard;

/** Reads a browser's subscription as the Push API writes it: {@code {endpoint, keys: {p256dh, auth}}}. */
final class ContactForm {
    private final EndpointGuard guard;

    ContactForm(EndpointGuard guard) {
        this.guard = guard;
    }

    /** The contact. Adds to the faults what is wrong, and is then empty. */
    Optional<PushContact> read(JsonNode json, List<Fault> faults) {
        int before = faults.size();
        String endpoint = json.path("endpoint").asText();
        PushContact contact;
        try {
            contact = new PushContact(
                    endpoint,
                    json.at("/keys/p256dh").asText(),
                    json.at("/keys/auth").asText());
        } catch (IllegalArgumentException e) {
            faults.add(
                    new Fault("/subscription", "The browser's subscription cannot be used: " + e.getMessage() + "."));
            return Optional.empty();
        }
        if (!isOnCurve(contact)) {
            faults.add(new Fault("/subscription/keys/p256dh", "This is not a public key on the curve P-256."));
        }
        switch (guard.look(endpoint)) {
            case EndpointGuard.Answer.Allowed allowed -> {}
            case EndpointGuard.Answer.Forbidden forbidden ->
                faults.add(new Fault(
                        "/subscription/endpoint", "The endpoint is not a push service: " + forbidden.reason() + "."));
            case EndpointGuard.Answer.Unresolved unresolved ->
                faults.add(new Fault("/subscription/endpoint", "The endpoint's host cannot be found."));
        }
        return faults.size() > before ? Optional.empty() : Optional.of(contact);
    }

    private static boolean isOnCurve(PushContact contact) {
        try {
            UserAgentMessageEncryptionKeyInfo.of(contact.publicKey(), contact.authSecret());
            return true;
        } catch (RuntimeException e) {
            // The library's own kinds of exception; their texts may quote the key.
            return false;
        }
    }
}
