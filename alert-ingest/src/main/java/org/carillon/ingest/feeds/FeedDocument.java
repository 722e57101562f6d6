package org.carillon.ingest.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.carillon.schemas.cap.codec.CapReader;
import org.carillon.schemas.cap.xml.XmlDocument;
import org.carillon.schemas.cap.xml.XmlElement;
import org.carillon.schemas.cap.xml.XmlFault;
import org.carillon.schemas.cap.xml.XmlLimits;
import org.carillon.schemas.cap.xml.XmlReader;
import org.carillon.schemas.cap.xml.XmlReading;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.text.Base32;

/** Reads Atom (RFC 4287) and RSS 2.0: the items in the order of the document, each with its message or the link to it. */
final class FeedDocument {
    /** The most bytes that are read of a feed. */
    static final int MOST_BYTES = 4 * 1024 * 1024;
    /** The most items that are looked at. */
    static final int MOST_ITEMS = 1000;

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String CAP_TYPE = "application/cap+xml";
    private static final int KEY_BYTES = 16;
    private static final int DEEPEST_MESSAGE = 3;
    private static final XmlLimits LIMITS = new XmlLimits(MOST_BYTES, 80, 100_000);
    private static final XmlReader ATOM_READER = new XmlReader(LIMITS, ATOM, "feed");
    private static final XmlReader RSS_READER = new XmlReader(LIMITS, "", "rss");

    private FeedDocument() {}

    /** What came of reading a feed. */
    sealed interface Reading {
        /**
         * Its items.
         *
         * @param leftOut how many more there are than are looked at
         */
        record Items(List<Entry> entries, int leftOut) implements Reading {
            public Items {
                entries = List.copyOf(entries);
            }
        }

        record Unreadable(String reason) implements Reading {}
    }

    static Reading read(byte[] bytes) {
        return switch (ATOM_READER.read(bytes)) {
            case XmlReading.Parsed atom ->
                items(atom.document(), atom.document().root(), List.of(), "entry");
            case XmlReading.Refused refused
            when refused.fault() == XmlFault.WRONG_NAMESPACE || refused.fault() == XmlFault.WRONG_ROOT -> rss(bytes);
            case XmlReading.Refused refused -> unreadable(refused);
        };
    }

    private static Reading rss(byte[] bytes) {
        return switch (RSS_READER.read(bytes)) {
            case XmlReading.Parsed rss ->
                rss.document()
                        .root()
                        .first("channel")
                        .map(channel -> items(rss.document(), channel, List.of(channel), "item"))
                        .orElseGet(() -> new Reading.Unreadable("It is RSS without a channel."));
            case XmlReading.Refused refused
            when refused.fault() == XmlFault.WRONG_NAMESPACE || refused.fault() == XmlFault.WRONG_ROOT ->
                new Reading.Unreadable("It is neither an Atom feed nor RSS 2.0.");
            case XmlReading.Refused refused -> unreadable(refused);
        };
    }

    private static Reading unreadable(XmlReading.Refused refused) {
        return new Reading.Unreadable("Line " + refused.position().line() + ": " + refused.message());
    }

    /**
     * The items.
     *
     * @param above the elements between an item and the root
     */
    private static Reading items(XmlDocument document, XmlElement parent, List<XmlElement> above, String name) {
        List<XmlElement> all = parent.all(name);
        List<Entry> entries = all.stream()
                .limit(MOST_ITEMS)
                .map(item -> entry(document, item, above))
                .toList();
        return new Reading.Items(entries, all.size() - entries.size());
    }

    private static Entry entry(XmlDocument document, XmlElement item, List<XmlElement> above) {
        String key = key(document.text().substring(item.start(), item.end()));
        List<XmlElement> way = new ArrayList<>(above);
        way.add(item);
        return message(document, item, way, 0)
                .<Entry>map(text -> new Entry.Embedded(key, CapBytes.of(text.getBytes(StandardCharsets.UTF_8))))
                .or(() -> link(document, item).map(href -> new Entry.Linked(key, href)))
                .orElseGet(() -> new Entry.Bare(key));
    }

    /** The CAP element that stands in the item, with the namespaces that it needs. */
    private static Optional<String> message(XmlDocument document, XmlElement parent, List<XmlElement> way, int depth) {
        for (XmlElement child : parent.children()) {
            if (child.name().equals("alert") && child.namespace().startsWith(capFamily())) {
                return Optional.of(document.standalone(child, way));
            }
            if (depth < DEEPEST_MESSAGE) {
                List<XmlElement> deeper = new ArrayList<>(way);
                deeper.add(child);
                Optional<String> found = message(document, child, deeper, depth + 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Older versions, too: the reader says that it does not take them. */
    private static String capFamily() {
        return CapReader.NAMESPACE.substring(0, CapReader.NAMESPACE.lastIndexOf(':') + 1);
    }

    /** The link that says that it is CAP, before any other. */
    private static Optional<String> link(XmlDocument document, XmlElement item) {
        List<XmlElement> links = Stream.concat(item.all("link").stream(), item.all("enclosure").stream())
                .toList();
        return links.stream()
                .filter(link -> document.attribute(link, "type")
                        .map(type -> type.strip().startsWith(CAP_TYPE))
                        .orElse(false))
                .flatMap(link -> target(document, link).stream())
                .findFirst()
                .or(() -> item.all("link").stream()
                        .filter(link -> document.attribute(link, "rel")
                                .map("alternate"::equals)
                                .orElse(true))
                        .flatMap(link -> target(document, link).stream())
                        .findFirst());
    }

    private static Optional<String> target(XmlDocument document, XmlElement link) {
        return document.attribute(link, "href")
                .or(() -> document.attribute(link, "url"))
                .or(() -> Optional.of(link.text()))
                .map(String::strip)
                .filter(href -> !href.isEmpty());
    }

    private static String key(String item) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(item.getBytes(StandardCharsets.UTF_8));
            return Base32.encode(hash, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
