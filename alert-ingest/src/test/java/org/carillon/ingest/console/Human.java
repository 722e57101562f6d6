package org.carillon.ingest.console;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Works a page as a person does, and adds up how long that takes a person: the keystroke-level model (Card, Moran and Newell, 1980)
 * with the times of an average typist, reading at 250 words a minute, and what the server and the browser really needed. Nothing is
 * waited for: the seconds are computed, the actions are real.
 */
public final class Human {
    /** One key, or one press of a mouse button. */
    private static final double KEY = 0.28;
    /** The pointer to something on the screen. */
    private static final double POINT = 1.1;
    /** A hand from the keyboard to the mouse or back. */
    private static final double HAND = 0.4;
    /** To make up one's mind before a step. */
    private static final double MIND = 1.35;

    private static final double WORDS_PER_SECOND = 250 / 60.0;
    private static final double NANOS = 1e9;
    /** The words that stand there; closed details do not, and choices of a list that is not open do not either. */
    private static final String WORDS = "e => { const c = e.innerText.trim(); return c ? c.split(/\\s+/).length : 0 }";

    private final List<String> steps = new ArrayList<>();
    private double seconds;
    private boolean atKeyboard = true;
    private int clicks;

    /** Points at something and clicks. */
    public void click(Locator target, String what) {
        clicks++;
        double model = (atKeyboard ? HAND : 0) + MIND + POINT + KEY;
        atKeyboard = false;
        add(what, model, target::click);
    }

    /** As {@link #click}, and then waits for the page to which it leads. */
    public void clickTo(Locator target, String what, String url) {
        clicks++;
        double model = (atKeyboard ? HAND : 0) + MIND + POINT + KEY;
        atKeyboard = false;
        add(what, model, () -> {
            target.click();
            target.page().waitForURL(url);
        });
    }

    /** Types into the field that has the focus, as a person does: capital letters are two keys. */
    public void type(Page page, String text, String what) {
        long keys = text.chars().map(c -> Character.isUpperCase(c) ? 2 : 1).sum();
        double model = (atKeyboard ? 0 : HAND) + MIND + keys * KEY;
        atKeyboard = true;
        add(what, model, () -> page.keyboard().type(text));
    }

    /** Presses one key. */
    public void press(Page page, String key, String what) {
        double model = (atKeyboard ? 0 : HAND) + KEY;
        atKeyboard = true;
        add(what, model, () -> page.keyboard().press(key));
    }

    /** As {@link #press}, and then waits for the page to which it leads. */
    public void pressTo(Page page, String key, String what, String url) {
        double model = (atKeyboard ? 0 : HAND) + KEY;
        atKeyboard = true;
        add(what, model, () -> {
            page.keyboard().press(key);
            page.waitForURL(url);
        });
    }

    /** Looks at something beside the screen, as the code on a telephone. */
    public void look(String what) {
        add(what, MIND, () -> {});
    }

    /** Reads every word that is to be seen there. */
    public void read(Locator shown, String what) {
        int words = ((Number) shown.evaluate(WORDS)).intValue();
        add(what + " (" + words + " words)", words / WORDS_PER_SECOND, () -> {});
    }

    private void add(String what, double model, Runnable action) {
        long start = System.nanoTime();
        action.run();
        double real = (System.nanoTime() - start) / NANOS;
        seconds += model + real;
        steps.add(String.format(Locale.ROOT, "%6.1f s  + %.1f s measured  %s", model, real, what));
    }

    public double seconds() {
        return seconds;
    }

    public int clicks() {
        return clicks;
    }

    /** Every step with its time. */
    public String report() {
        return String.join("\n", steps)
                + String.format(Locale.ROOT, "%n%6.1f s altogether, %d clicks", seconds, clicks);
    }
}
