package org.carillon.router.resident;

import java.util.List;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.AreaChoice.Mode;
import org.carillon.schemas.resident.Meaning;

/** Meanings as the adapter would find them. */
final class Said {
    static final Meaning YES = new Meaning.Yes("en");
    static final Meaning STOP = new Meaning.Stop("en", true, true);
    static final Meaning START = new Meaning.Start("en");
    static final Meaning FORGET = new Meaning.Forget("en", null);
    static final Meaning HELP = new Meaning.Help("en");

    private Said() {}

    static Meaning join(String language, String... districts) {
        return new Meaning.Join(language, districts.length == 0 ? null : clear(Mode.SET, districts), null);
    }

    static Meaning joinUnclear(String... candidates) {
        return new Meaning.Join("en", new AreaChoice(Mode.SET, false, List.of(), List.of(candidates)), null);
    }

    static Meaning area(Mode mode, String... districts) {
        return new Meaning.Area("en", clear(mode, districts));
    }

    static Meaning everywhere() {
        return new Meaning.Area("en", new AreaChoice(Mode.SET, true, List.of(), List.of()));
    }

    static Meaning areaUnclear(Mode mode, String... candidates) {
        return new Meaning.Area("en", new AreaChoice(mode, false, List.of(), List.of(candidates)));
    }

    static Meaning lang(String code) {
        return new Meaning.Lang("en", code, false, null);
    }

    static Meaning forget(String digits) {
        return new Meaning.Forget("en", digits);
    }

    static Meaning number(int number) {
        return new Meaning.Choice("en", number);
    }

    private static AreaChoice clear(Mode mode, String... districts) {
        return new AreaChoice(mode, false, List.of(districts), List.of());
    }
}
