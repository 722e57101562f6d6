package org.carillon.schemas.office;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads from all acts which signing key was agreed to last. */
public final class SigningKeyActs {
    private SigningKeyActs() {}

    /**
     * The confirmed act whose key has no successor; empty where the key was never changed. The router confirms none that names another
     * former key, so there is one, whatever clocks said.
     */
    public static Optional<AdminRequest> newest(Collection<AdminRequest> acts) {
        Collection<AdminRequest> confirmed = confirmed(acts);
        Set<String> former =
                confirmed.stream().map(request -> key(request).former()).collect(Collectors.toSet());
        return confirmed.stream()
                .filter(request -> !former.contains(key(request).fingerprint()))
                .max(Comparator.comparing(AdminRequest::proposedAt));
    }

    /** Whether a confirmed act has begun or ended that key. */
    public static boolean names(Collection<AdminRequest> acts, String fingerprint) {
        return confirmed(acts).stream()
                .map(SigningKeyActs::key)
                .anyMatch(key ->
                        key.fingerprint().equals(fingerprint) || key.former().equals(fingerprint));
    }

    private static Collection<AdminRequest> confirmed(Collection<AdminRequest> acts) {
        return acts.stream()
                .filter(request -> request.state() == AdminRequest.State.CONFIRMED)
                .filter(request -> request.act() instanceof AdminAct.NewSigningKey)
                .toList();
    }

    /** What an act of a new signing key says. */
    public static AdminAct.NewSigningKey key(AdminRequest request) {
        return (AdminAct.NewSigningKey) request.act();
    }
}
