/** XML signatures of CAP messages: those of others are verified, the hub's own is made (XML-DSig, enveloped). */
@NullMarked
package org.carillon.ingest.signature;

import org.jspecify.annotations.NullMarked;
