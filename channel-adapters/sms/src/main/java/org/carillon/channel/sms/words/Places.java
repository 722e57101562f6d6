package org.carillon.channel.sms.words;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.rendering.catalogue.Words;
import org.carillon.schemas.city.AreaAnswer;
import org.carillon.schemas.city.AreaLookup;
import org.carillon.schemas.city.CityPack;
import org.carillon.schemas.resident.AreaChoice;

/** Which districts the words behind JOIN and AREA name. May be used from any thread. */
final class Places {
    /** No name of a place has more words; each look-up is bounded by it. */
    private static final int LONGEST_NAME = 8;

    private final AreaLookup lookup;
    private final Words words;
    private final List<String> districts;

    Places(CityPack city, Words words) {
        this.lookup = city.areaLookup();
        this.words = words;
        this.districts = city.districtCodes();
    }

    /** One or more districts, by code, name, alias or postcode; {@code +} adds and {@code -} removes them. */
    AreaChoice choice(List<String> tokens) {
        Naming naming = new Naming();
        int at = 0;
        while (at < tokens.size()) {
            at += Math.max(1, naming.take(tokens.subList(at, tokens.size())));
        }
        return naming.choice();
    }

    /** The place that is named by all of these words, and by nothing else. */
    Optional<AreaChoice> whole(List<String> tokens) {
        Naming naming = new Naming();
        return naming.known(tokens) == tokens.size() ? Optional.of(naming.choice()) : Optional.empty();
    }

    Naming naming() {
        return new Naming();
    }

    /** The words of one message, read from the left. */
    final class Naming {
        private final Set<String> named = new LinkedHashSet<>();
        private final Set<String> unnamed = new LinkedHashSet<>();
        private final Set<String> shared = new LinkedHashSet<>();
        private final StringBuilder unknown = new StringBuilder();
        private boolean all;
        private boolean adds;
        private boolean removesFirst;
        private boolean isEmpty = true;

        /** Takes the name at the beginning, or else one word as unknown; says how many words those are. */
        int take(List<String> tokens) {
            int taken = known(tokens);
            if (taken == 0) {
                isEmpty = false;
                unknown.append(unknown.isEmpty() ? "" : " ").append(unsigned(tokens.getFirst()));
                return 1;
            }
            return taken;
        }

        /** Takes the name at the beginning; 0 where there is none. */
        int known(List<String> tokens) {
            String first = tokens.getFirst();
            List<String> start = tokens.subList(0, Math.min(LONGEST_NAME, tokens.size())).stream()
                    .map(Naming::unsigned)
                    .toList();
            Optional<AreaLookup.Leading> leading = lookup.leading(start);
            AreaAnswer answer = leading.map(AreaLookup.Leading::answer)
                    .orElseGet(() -> words.findEverywhere(start.getFirst()).isEmpty()
                            ? new AreaAnswer.Unknown(List.of())
                            : new AreaAnswer.Everywhere());
            if (answer instanceof AreaAnswer.Unknown) {
                return 0;
            }
            boolean minus = first.startsWith("-");
            adds |= first.startsWith("+");
            removesFirst |= isEmpty && minus;
            isEmpty = false;
            switch (answer) {
                case AreaAnswer.Exact exact -> (minus ? unnamed : named).add(exact.district());
                case AreaAnswer.Everywhere everywhere -> all = true;
                case AreaAnswer.Ambiguous ambiguous -> shared.addAll(ambiguous.districts());
                case AreaAnswer.Unknown nothing -> {}
            }
            return leading.map(AreaLookup.Leading::words).orElse(1);
        }

        boolean isEmpty() {
            return isEmpty;
        }

        /** Adding wins over removing: a district too many is read back, one too few is a warning that nobody gets. */
        AreaChoice choice() {
            guess();
            if (removesFirst && named.isEmpty() && !all) {
                return new AreaChoice(AreaChoice.Mode.REMOVE, false, List.copyOf(unnamed), others(unnamed));
            }
            if (adds || removesFirst) {
                return new AreaChoice(AreaChoice.Mode.ADD, all, all ? List.of() : List.copyOf(named), others(named));
            }
            Set<String> chosen = new LinkedHashSet<>(all ? districts : named);
            boolean whole = all && unnamed.isEmpty();
            chosen.removeAll(unnamed);
            return new AreaChoice(
                    AreaChoice.Mode.SET,
                    whole,
                    whole ? List.of() : List.copyOf(chosen),
                    all ? List.of() : others(chosen));
        }

        /** What was meant by the words that name nothing, to be offered; with nothing near they are only noise. */
        private void guess() {
            if (!unknown.isEmpty()) {
                switch (lookup.find(unknown.toString())) {
                    case AreaAnswer.Exact exact -> shared.add(exact.district());
                    case AreaAnswer.Everywhere everywhere -> {}
                    case AreaAnswer.Ambiguous ambiguous -> shared.addAll(ambiguous.districts());
                    case AreaAnswer.Unknown nothing -> shared.addAll(nothing.guesses());
                }
            }
        }

        private List<String> others(Set<String> sure) {
            return shared.stream().filter(code -> !sure.contains(code)).toList();
        }

        private static String unsigned(String token) {
            return token.startsWith("+") || token.startsWith("-") ? token.substring(1) : token;
        }
    }
}
