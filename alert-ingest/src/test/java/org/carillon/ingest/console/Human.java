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
    /**
     * The words of all sentences that are to be seen: not what is folded away, nor headings and the names of controls, which are found
     * by their place (the time for that is in the step that uses them), nor maps and tables, which are looked at.
     */
    private static final String SENTENCES = """
            shown => {
              const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT);
              let words = 0;
              while (walker.nextNode()) {
                const parent = walker.currentNode.parentElement;
                if (parent.checkVisibility() && !parent.closest('h1, h2, h3, button, a, summary, label, select, table, .map, .said-card, .unseen')) {
                  words += (walker.currentNode.textContent.match(/\\S+/g) || []).length;
                }
              }
              return words;
            }""";
    /** Maps, tables, and what a channel says, which is the text that was read in another form. */
    private static final String LOOKS =
            "shown => [...shown.querySelectorAll('.map, table, .said-card')].filter(e => e.checkVisibility()).length";
    /** Every word, of whatever kind. */
    private static final String WORDS = "shown => (shown.innerText.match(/\\S+/g) || []).length";

    private final List<String> steps = new ArrayList<>();
    private double modelled;
    private double measured;
    private double everyWord;
    private boolean atKeyboard = true;
    private int clicks;

    /** Points at something and clicks. */
    public void click(Locator target, String what) {
        clicks++;
        double model = (atKeyboard ? HAND : 0) + MIND + POINT + KEY;
        atKeyboard = false;
        add(what, model, target::click);
    }

    /** As {@link #click}, the same again on the next of a kind. */
    public void clickNext(Locator target, String what) {
        clicks++;
        add(what, POINT + KEY, target::click);
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

    /** Makes up one's mind, and types into the field that has the focus: capital letters are two keys. */
    public void type(Page page, String text, String what) {
        type(page, text, what, MIND);
    }

    /** Types what belongs to the step before: a password after its user name, a code that was just looked at. */
    public void typeOn(Page page, String text, String what) {
        type(page, text, what, 0);
    }

    private void type(Page page, String text, String what, double mind) {
        long keys = text.chars().map(c -> Character.isUpperCase(c) ? 2 : 1).sum();
        double model = (atKeyboard ? 0 : HAND) + mind + keys * KEY;
        atKeyboard = true;
        add(what, model, () -> {
            // Nobody types before the cursor is there, which the browser sets a moment after it has loaded the page.
            page.waitForFunction("document.activeElement.matches('input, textarea')");
            page.keyboard().type(text);
        });
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

    /** Reads every sentence that is to be seen there, and looks at every map and at every table. */
    public void read(Locator shown, String what) {
        int words = number(shown, SENTENCES);
        int looks = number(shown, LOOKS);
        double model = words / WORDS_PER_SECOND + looks * MIND;
        everyWord += number(shown, WORDS) / WORDS_PER_SECOND - model;
        add(what + " (" + words + " words, " + looks + " things to look at)", model, () -> {});
    }

    private static int number(Locator shown, String script) {
        return ((Number) shown.evaluate(script)).intValue();
    }

    private void add(String what, double model, Runnable action) {
        long start = System.nanoTime();
        action.run();
        double real = (System.nanoTime() - start) / NANOS;
        modelled += model;
        measured += real;
        steps.add(String.format(Locale.ROOT, "%6.1f s  + %.1f s measured  %s", model, real, what));
    }

    /** What the person takes. What the machine takes on top stands in the report: on a busy one it says nothing about the pages. */
    public double seconds() {
        return modelled;
    }

    public int clicks() {
        return clicks;
    }

    /** Every step with its time. */
    public String report() {
        return String.join("\n", steps)
                + String.format(
                        Locale.ROOT,
                        "%n%6.1f s of the person and %.1f s of this machine, %d clicks (%.1f s for somebody who reads every single word of the"
                                + " pages)",
                        modelled,
                        measured,
                        clicks,
                        modelled + everyWord);
    }
}
