package org.carillon.hub.demo;

import java.io.PrintWriter;

/** Tells the story in plain sentences. */
final class Narrator {
    private final PrintWriter out;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    /** A new paragraph. */
    void paragraph(String line) {
        out.println();
        say(line);
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    /** What somebody said, its further lines under the first. */
    void quote(String who, String words) {
        say("  " + who + ": " + words.strip().replace("\n", "\n      "));
    }
}
