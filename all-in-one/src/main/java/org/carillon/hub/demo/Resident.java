package org.carillon.hub.demo;

/**
 * One resident of the story.
 *
 * @param phone E.164
 * @param name for the teller
 * @param join what this resident texts to join
 * @param yes what confirms
 */
record Resident(String name, String phone, String language, String join, String yes) {}
