package org.carillon.ingest.console.page;

/** What one browser is told as it comes (server-sent events). Called on a virtual thread of its own, about once a second. */
@FunctionalInterface
public interface Events {
    /**
     * The present state; sent only where it is another than the one before.
     *
     * @throws org.carillon.ingest.http.ProblemException ends the stream
     */
    Update now();

    /**
     * One state.
     *
     * @param name of the event
     * @param data text, of any number of lines
     * @param last whether nothing will follow
     */
    record Update(String name, String data, boolean last) {}

    /** Begins a stream for a visit whose access has been checked. */
    @FunctionalInterface
    interface Source {
        /**
         * Begins one.
         *
         * @throws org.carillon.ingest.http.ProblemException answered by its status
         */
        Events open(Visit visit);
    }
}
