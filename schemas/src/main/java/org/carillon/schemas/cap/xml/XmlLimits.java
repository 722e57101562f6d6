package org.carillon.schemas.cap.xml;

/**
 * How much of a document is taken.
 *
 * @param bytes size of the document
 * @param depth elements within elements
 * @param elements how many there are in all
 */
public record XmlLimits(int bytes, int depth, int elements) {}
