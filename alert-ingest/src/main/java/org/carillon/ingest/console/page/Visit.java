package org.carillon.ingest.console.page;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.carillon.ingest.console.session.Session;
import org.jspecify.annotations.Nullable;

/** One request for a console page and whoever makes it. Used by the request's own thread only. */
public final class Visit {
    private final Target target;
    private final Fields form;
    private final Client client;
    private @Nullable Officer officer;
    private Session session;
    private @Nullable String newlyKnown;
    private @Nullable String newLanguage;

    public Visit(Target target, Fields form, Client client, Session session, @Nullable Officer officer) {
        this.target = target;
        this.form = form;
        this.client = client;
        this.session = session;
        this.officer = officer;
    }

    /**
     * What is asked for.
     *
     * @param path within the console, as {@code /alerts/abc}
     * @param values of the path's parameters by name
     * @param fragment whether htmx asks, so that a part of the page will do
     */
    public record Target(String path, Map<String, String> values, Fields query, boolean fragment) {
        public Target {
            values = Map.copyOf(values);
        }
    }

    /**
     * From where.
     *
     * @param address of the client, as text
     * @param knownBrowser the cookie that marks a browser known to an officer, or empty
     * @param language that the pages are in (BCP 47)
     */
    public record Client(String address, String knownBrowser, String language) {}

    public String path() {
        return target.path();
    }

    /** A path parameter that the route guarantees. */
    public String pathValue(String name) {
        return Objects.requireNonNull(target.values().get(name), name);
    }

    public Fields query() {
        return target.query();
    }

    /** What was posted; nothing for GET. */
    public Fields form() {
        return form;
    }

    /** Whether htmx asks for a part of a page. */
    public boolean isFragment() {
        return target.fragment();
    }

    public Client client() {
        return client;
    }

    /** Who is signed in, on a page that asks for it. */
    public Officer officer() {
        return Objects.requireNonNull(officer, "the route is open to everybody");
    }

    /** Who is signed in, if anybody is. */
    public Optional<Officer> anybody() {
        return Optional.ofNullable(officer);
    }

    public Session session() {
        return session;
    }

    /** Hands out another session with the answer. */
    public void replaceSession(Session other) {
        session = other;
    }

    /** The second factor was given just now: so says the session from here on, and whatever the officer asks for. */
    void confirm(Instant now) {
        session = session.confirmed(now);
        officer = new Officer(officer().account(), session.csrf(), now, true);
    }

    /** Marks this browser as one that the officer has signed in from. */
    public void remember(String user) {
        newlyKnown = user;
    }

    /** From here on this browser gets pages in that language. */
    public void speak(String language) {
        newLanguage = language;
    }

    /** The language that was chosen just now, if any. */
    public Optional<String> newLanguage() {
        return Optional.ofNullable(newLanguage);
    }

    /** The officer for whom this browser is to be marked, if any. */
    public Optional<String> newlyKnown() {
        return Optional.ofNullable(newlyKnown);
    }
}
