package org.carillon.schemas.cap.xml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From bytes to text: UTF-8 and UTF-16 with or without byte order mark, ISO-8859-1, US-ASCII; nothing else. */
final class XmlDecoder {

    private static final Pattern DECLARATION = Pattern.compile(
            "<\\?xml\\s+version\\s*=\\s*[\"']([^\"']{1,9})[\"'](?:\\s+encoding\\s*=\\s*[\"']([^\"']{1,40})[\"'])?");
    private static final int DECLARATION_LENGTH = 200;

    private XmlDecoder() {}

    /**
     * What was decoded.
     *
     * @param text without a byte order mark
     * @param mark how many bytes the byte order mark has
     */
    record Decoded(String text, Charset charset, int mark) {}

    static Decoded decode(byte[] bytes) throws XmlRefusal {
        Charset family = family(bytes);
        int skip = byteOrderMark(bytes);
        Matcher declaration =
                DECLARATION.matcher(new String(bytes, skip, Math.min(DECLARATION_LENGTH, bytes.length - skip), family));
        boolean declared = declaration.lookingAt();
        if (declared && !"1.0".equals(declaration.group(1))) {
            throw unsupported("XML version " + declaration.group(1) + " is not read: CAP is XML 1.0.");
        }
        String encoding = declared && declaration.group(2) != null ? declaration.group(2) : "";
        Charset charset = charset(family, skip, encoding.toUpperCase(Locale.ROOT));
        return new Decoded(strictly(bytes, skip, charset), charset, skip);
    }

    /** What the first bytes can be read in, at least as far as the declaration goes. */
    private static Charset family(byte[] bytes) {
        int start = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        return switch (start) {
            case 0xfeff, 0x003c -> StandardCharsets.UTF_16BE;
            case 0xfffe, 0x3c00 -> StandardCharsets.UTF_16LE;
            default -> StandardCharsets.ISO_8859_1;
        };
    }

    private static int byteOrderMark(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        if (first == 0xfeff || first == 0xfffe) {
            return 2;
        }
        return first == 0xefbb && bytes.length > 2 && (bytes[2] & 0xff) == 0xbf ? 3 : 0;
    }

    private static Charset charset(Charset family, int mark, String declared) throws XmlRefusal {
        boolean wide = !family.equals(StandardCharsets.ISO_8859_1);
        boolean matches = switch (declared) {
            case "" -> true;
            case "UTF-16" -> wide;
            case "UTF-16BE", "UTF-16LE" -> family.name().equals(declared);
            case "UTF-8" -> !wide;
            case "ISO-8859-1", "LATIN1", "LATIN-1", "US-ASCII", "ASCII" -> !wide && mark == 0;
            default ->
                throw unsupported("Encoding " + declared
                        + " is not read: send UTF-8, UTF-16 or ISO-8859-1, and name it in the XML declaration.");
        };
        if (!matches) {
            throw new XmlRefusal(
                    XmlFault.NOT_WELL_FORMED,
                    XmlPosition.START,
                    "The XML declaration says " + declared + ", the bytes are "
                            + (wide ? family.name() : mark > 0 ? "UTF-8 with byte order mark" : "not")
                            + ": declare the encoding that the file is saved in.");
        }
        if (wide) {
            return family;
        }
        return switch (declared) {
            case "ISO-8859-1", "LATIN1", "LATIN-1" -> StandardCharsets.ISO_8859_1;
            case "US-ASCII", "ASCII" -> StandardCharsets.US_ASCII;
            default -> StandardCharsets.UTF_8;
        };
    }

    private static String strictly(byte[] bytes, int skip, Charset charset) throws XmlRefusal {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            throw new XmlRefusal(
                    XmlFault.NOT_WELL_FORMED,
                    new LineMap(out.toString()).position(out.length()),
                    "Byte " + (in.position() + 1) + " is not " + charset.name()
                            + ": save the file in the encoding that its XML declaration names (UTF-8 if it names none).");
        }
        return out.toString();
    }

    private static XmlRefusal unsupported(String message) {
        return new XmlRefusal(XmlFault.UNSUPPORTED_XML, XmlPosition.START, message);
    }
}
