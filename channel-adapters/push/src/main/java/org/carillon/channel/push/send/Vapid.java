package org.carillon.channel.push.send;

import com.zerodeplibs.webpush.VAPIDKeyPair;
import com.zerodeplibs.webpush.VAPIDKeyPairs;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import com.zerodeplibs.webpush.key.PrivateKeySources;
import com.zerodeplibs.webpush.key.PublicKeySources;
import java.net.URI;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells push services who calls (RFC 8292). A signature for each message would be the dearest part of sending it, so one serves all
 * messages to an origin for half a day. May be used from any thread.
 */
public final class Vapid {
    private static final Duration USED = Duration.ofHours(12);
    private static final Duration VALID = Duration.ofHours(13);
    private static final int MOST_ORIGINS = 1000;

    private final VAPIDKeyPair keys;
    private final URI subject;
    private final Clock clock;
    private final Map<String, Signed> headers = new ConcurrentHashMap<>();

    public Vapid(KeyPair pair, URI subject, Clock clock) {
        this.keys = VAPIDKeyPairs.of(
                PrivateKeySources.ofECPrivateKey((ECPrivateKey) pair.getPrivate()),
                PublicKeySources.ofECPublicKey((ECPublicKey) pair.getPublic()));
        this.subject = subject;
        this.clock = clock;
    }

    /** The public key as browsers want it: base64url of the uncompressed point, without padding. */
    public String publicKey() {
        return keys.extractPublicKeyInUncompressedFormAsString();
    }

    /** The value of {@code Authorization} for a call to that endpoint. */
    String header(URI endpoint) {
        Instant now = clock.instant();
        if (headers.size() > MOST_ORIGINS) {
            // Anybody can make up origins; those of real push services are a handful and soon signed again.
            headers.clear();
        }
        return headers.compute(
                        Origins.of(endpoint),
                        (origin, known) -> known != null && now.isBefore(known.until) ? known : sign(origin, now))
                .value;
    }

    private Signed sign(String origin, Instant now) {
        VAPIDJWTParam claims = VAPIDJWTParam.getBuilder()
                .resourceURLString(origin + "/")
                .expirationTime(now.plus(VALID))
                .subject(subject.toString())
                .build();
        return new Signed(keys.generateAuthorizationHeaderValue(claims), now.plus(USED));
    }

    private record Signed(String value, Instant until) {}
}
