/** Requests and answers without the server: operations bound by id from the OpenAPI file, errors as RFC 9457 problems. */
@NullMarked
package org.carillon.ingest.http;

import org.jspecify.annotations.NullMarked;
