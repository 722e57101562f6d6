package org.carillon.ingest.console.page;

/** Answers one kind of request. Called on a virtual thread of its own, so that it may block. */
@FunctionalInterface
public interface PageHandler {
    /**
     * Answers; by the time it is called the access has been checked and, of a form, that it is one of ours.
     *
     * @throws org.carillon.ingest.http.ProblemException shown as a page with its status, title, detail and violations
     */
    PageAnswer handle(Visit visit);
}
