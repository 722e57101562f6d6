package org.carillon.schemas.keys;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which signing keys the ring has had, and which of them signs: one file, so that each change is made or not. Keys are named by the
 * fingerprint of their certificate.
 *
 * @param first the one that lies in {@code signing.json}, or lay there
 * @param current the one that signs
 * @param proposed those that wait, the oldest first
 * @param former certificates in base64 of those that have signed, the oldest first; their keys are gone
 */
record SigningRegister(String first, String current, List<String> proposed, Map<String, String> former) {
    static final String FILE = "signing-keys.json";
    static final String FIRST_FILE = "signing.json";

    private static final String FIRST = "first";
    private static final String CURRENT = "current";
    private static final String PROPOSED = "proposed";
    private static final String FORMER = "former";
    private static final String CERTIFICATE = "certificate ";

    SigningRegister {
        proposed = List.copyOf(proposed);
        former = new LinkedHashMap<>(former);
    }

    /** Of a ring whose key was never changed. */
    static SigningRegister of(String only) {
        return new SigningRegister(only, only, List.of(), Map.of());
    }

    static SigningRegister read(Path path, KeyFile file) {
        Map<String, String> former = new LinkedHashMap<>();
        for (String fingerprint : list(file.get(path, FORMER))) {
            former.put(fingerprint, file.get(path, CERTIFICATE + fingerprint));
        }
        return new SigningRegister(
                file.get(path, FIRST), file.get(path, CURRENT), list(file.get(path, PROPOSED)), former);
    }

    Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put(FIRST, first);
        values.put(CURRENT, current);
        values.put(PROPOSED, String.join(",", proposed));
        values.put(FORMER, String.join(",", former.keySet()));
        former.forEach((fingerprint, certificate) -> values.put(CERTIFICATE + fingerprint, certificate));
        return values;
    }

    /** Where the key of that fingerprint lies. */
    String file(String fingerprint) {
        return fingerprint.equals(first) ? FIRST_FILE : fileOf(fingerprint);
    }

    /** The name of a key's own file. */
    static String fileOf(String fingerprint) {
        return "signing-" + fingerprint.replace(":", "").toLowerCase(Locale.ROOT) + ".json";
    }

    /** Whether that is the name of a file that holds a signing key. */
    static boolean isKeyFile(String name) {
        return name.equals(FIRST_FILE) || name.matches("signing-[0-9a-f]{64}\\.json");
    }

    /** Whether that is the name of such a file that was never finished. */
    static boolean isUnfinished(String name) {
        return name.matches("\\.signing(-[0-9a-f]{64})?\\.json\\.new");
    }

    /** Whether a file holds a key that may still sign. */
    boolean needs(String file) {
        return file(current).equals(file)
                || proposed.stream().anyMatch(waiting -> file(waiting).equals(file));
    }

    SigningRegister withProposed(String fingerprint) {
        List<String> more = new ArrayList<>(proposed);
        more.add(fingerprint);
        return new SigningRegister(first, current, more, former);
    }

    SigningRegister without(String fingerprint) {
        List<String> fewer = new ArrayList<>(proposed);
        fewer.remove(fingerprint);
        return new SigningRegister(first, current, fewer, former);
    }

    /** A proposed one signs from now on. */
    SigningRegister succeededBy(String fingerprint, String certificateOfThePresent) {
        Map<String, String> more = new LinkedHashMap<>(former);
        more.put(current, certificateOfThePresent);
        return new SigningRegister(first, fingerprint, without(fingerprint).proposed(), more);
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).filter(name -> !name.isEmpty()).toList();
    }
}
