package org.carillon.channel.radio.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.carillon.channel.core.http.HttpExchange;
import org.carillon.channel.core.http.HttpProblem;

/**
 * What a station asks for.
 *
 * @param districts codes; alerts of any of them
 */
record BulletinRequest(String language, int seconds, List<String> districts) {
    private static final int SHORTEST = 15;
    private static final int LONGEST = 600;
    private static final String USUAL = "60";

    /**
     * Reads it.
     *
     * @param languages that the station speaks
     * @param heard codes of the districts where the station is heard
     */
    static BulletinRequest of(HttpExchange exchange, List<String> languages, List<String> heard) {
        return new BulletinRequest(
                language(exchange.query("lang"), languages),
                seconds(exchange.query("seconds").orElse(USUAL)),
                districts(exchange.query("area"), heard));
    }

    private static String language(Optional<String> asked, List<String> languages) {
        if (asked.isEmpty() && languages.size() == 1) {
            return languages.getFirst();
        }
        return asked.flatMap(
                        tag -> languages.stream().filter(tag::equalsIgnoreCase).findFirst())
                .orElseThrow(
                        () -> HttpProblem.unprocessable("lang has to be one of the station's: " + languages + "."));
    }

    private static int seconds(String asked) {
        int seconds = asked.matches("[0-9]{1,4}") ? Integer.parseInt(asked) : 0;
        if (seconds < SHORTEST || seconds > LONGEST) {
            throw HttpProblem.unprocessable(
                    "seconds has to be a whole number from " + SHORTEST + " to " + LONGEST + ".");
        }
        return seconds;
    }

    private static List<String> districts(Optional<String> asked, List<String> heard) {
        List<String> wanted = asked.map(codes ->
                        Arrays.stream(codes.split(",", -1)).map(String::strip).toList())
                .orElse(heard);
        if (!heard.containsAll(wanted)) {
            throw HttpProblem.unprocessable("area has to be of the station's districts: " + heard + ".");
        }
        return wanted;
    }
}
