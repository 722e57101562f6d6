package org.carillon.ingest.console.server;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.carillon.ingest.console.page.Events;
import org.carillon.ingest.console.page.PageHandler;
import org.carillon.ingest.console.page.Visit;

/** Who answers for an address in which language. Filled at the start, asked from any thread. */
final class Spoken {
    private final Map<String, Map<String, PageHandler>> pages = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Events.Source>> streams = new ConcurrentHashMap<>();

    /** Whether the address is new. */
    boolean addPage(String address, String language, PageHandler handler) {
        return add(pages, address, language, handler);
    }

    /** As {@link #addPage}. */
    boolean addStream(String address, String language, Events.Source source) {
        return add(streams, address, language, source);
    }

    private static <T> boolean add(Map<String, Map<String, T>> all, String address, String language, T answering) {
        Map<String, T> byLanguage = all.computeIfAbsent(address, a -> new ConcurrentHashMap<>());
        byLanguage.put(language, answering);
        return byLanguage.size() == 1;
    }

    /** Whoever answers in the language of the visit. */
    PageHandler page(String address) {
        return visit -> in(pages, address, visit).handle(visit);
    }

    /** As {@link #page}. */
    Events.Source stream(String address) {
        return visit -> in(streams, address, visit).open(visit);
    }

    private static <T> T in(Map<String, Map<String, T>> all, String address, Visit visit) {
        Map<String, T> byLanguage = Objects.requireNonNull(all.get(address), address);
        return Objects.requireNonNull(byLanguage.get(visit.client().language()), address);
    }
}
