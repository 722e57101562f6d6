package org.carillon.router.transparency;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.alert.VerificationCode;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Severity;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.transparency.Decider;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAlert;
import org.carillon.schemas.transparency.note.HeadSigner;

/** Facts and a signer for tests. */
final class Facts {
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final HeadSigner SIGNER = signer();

    private Facts() {}

    private static HeadSigner signer() {
        try {
            return HeadSigner.of(
                    "test-log", KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<LogFact.Setting> policy(String window) {
        return List.of(new LogFact.Setting("correction.window", window));
    }

    static LogFact issued(String identifier) {
        String sender = "water@city.example";
        return new LogFact.Issued(new LoggedAlert(
                AlertId.of(sender, identifier, NOON),
                VerificationCode.of(sender, identifier, NOON),
                sender,
                identifier,
                NOON.atOffset(ZoneOffset.UTC),
                Status.ACTUAL,
                MsgType.ALERT,
                Severity.SEVERE,
                "water",
                List.of("en"),
                List.of("D01"),
                NOON.plusSeconds(3600),
                List.of(),
                List.of(),
                Decider.SECOND_PERSON,
                null,
                NOON,
                SignatureState.NONE,
                List.of(),
                "ab".repeat(32),
                "cd".repeat(32),
                List.of()));
    }
}
