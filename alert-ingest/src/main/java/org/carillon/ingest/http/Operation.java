package org.carillon.ingest.http;

/** One operation of the OpenAPI file. Called on a virtual thread of its own, so that it may block. */
@FunctionalInterface
public interface Operation {
    /**
     * Answers a request.
     *
     * @throws ProblemException for everything that the caller has to mend or to know
     */
    ApiResponse handle(ApiRequest request);
}
