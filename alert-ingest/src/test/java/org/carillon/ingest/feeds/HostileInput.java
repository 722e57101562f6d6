package org.carillon.ingest.feeds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.carillon.ingest.signature.SignatureVerifier;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.codec.CapVerdict;
import org.carillon.schemas.cap.rules.Strictness;

/** Reads what is meant to bring a reader down, and says so; run by {@link HostileInputTest} in a process with a small heap. */
final class HostileInput {
    private static final String CAP = """
            <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a</identifier><sender>b</sender>
            <sent>2026-11-22T11:55:00-00:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>
            <info><category>Health</category><event>e</event><urgency>Immediate</urgency><severity>Severe</severity>
            <certainty>Observed</certainty><headline>h</headline><area><areaDesc>x</areaDesc></area></info></alert>
            """;

    private HostileInput() {}

    public static void main(String[] args) throws IOException {
        SignatureVerifier verifier = new SignatureVerifier();
        for (Map.Entry<String, byte[]> input : inputs().entrySet()) {
            byte[] bytes = input.getValue();
            boolean refused = !CapVerdict.of(bytes, Strictness.LENIENT).valid();
            boolean feedRefused = FeedDocument.read(bytes) instanceof FeedDocument.Reading.Unreadable;
            verifier.check(bytes, List.of(), Instant.EPOCH);
            System.out.println(input.getKey() + ' ' + refused + ' ' + feedRefused);
        }
    }

    private static Map<String, byte[]> inputs() throws IOException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE alert [<!ENTITY a0 \"boom\">");
        for (int i = 1; i < 30; i++) {
            bomb.append("<!ENTITY a").append(i).append(" \"");
            bomb.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        inputs.put("bomb", bytes(CAP.replace("<alert", bomb + "]><alert").replace("<headline>h", "<headline>&a29;")));
        inputs.put(
                "file",
                bytes(CAP.replace("<alert", "<!DOCTYPE alert [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><alert")
                        .replace("<headline>h", "<headline>&x;")));
        inputs.put("deep", bytes(CAP.replace("<headline>h", "<a>".repeat(10_000))));
        inputs.put("deep-feed", bytes("<rss><channel>" + "<item>".repeat(10_000)));
        inputs.put("many", bytes(CAP.replace("</area>", "<x/>".repeat(49_000) + "</area>")));
        inputs.put("many-in-feed", bytes("<rss><channel>" + "<item/>".repeat(99_000) + "</channel></rss><x/>"));
        inputs.put("attributes", bytes(CAP.replace("<info>", "<info " + "a".repeat(1_900_000) + "=''>")));
        inputs.put(
                "signatures",
                bytes(CAP.replace(
                        "</alert>",
                        "<Signature xmlns=\"http://www.w3.org/2000/09/xmldsig#\"><a/></Signature>".repeat(20_000)
                                + "<x/></alert>")));
        try (Endless endless = new Endless()) {
            inputs.put("gibibyte", endless.readNBytes(CapReader.MOST_BYTES + 1));
        }
        inputs.put("large-feed", new byte[FeedDocument.MOST_BYTES + 1]);
        return inputs;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return '<';
        }
    }
}
