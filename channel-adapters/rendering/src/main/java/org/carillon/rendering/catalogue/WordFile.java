package org.carillon.rendering.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.carillon.schemas.resident.Word;

/**
 * One language's {@code words.yaml}.
 *
 * @param commands spellings by command, the shown one first
 * @param mistakable stop words that mean something else elsewhere
 * @param everywhere words for the whole city
 */
record WordFile(String language, Map<Word, List<String>> commands, List<String> mistakable, List<String> everywhere) {

    static WordFile read(String language, YamlFile file) {
        Map<Word, List<String>> commands = new EnumMap<>(Word.class);
        for (Word word : Word.values()) {
            commands.put(word, file.list("commands." + word.name().toLowerCase(Locale.ROOT)));
        }
        List<String> mistakable = file.list("mistakable");
        if (!commands.getOrDefault(Word.STOP, List.of()).containsAll(mistakable)) {
            throw new CatalogueException(file.name() + ": mistakable: only words of commands.stop may stand here");
        }
        return new WordFile(language, commands, mistakable, file.list("everywhere"));
    }

    List<Words.Entry> entries() {
        List<Words.Entry> entries = new ArrayList<>();
        commands.forEach((command, spellings) -> spellings.forEach(spelling -> entries.add(
                new Words.Entry(language, command, spelling, command != Word.STOP || !mistakable.contains(spelling)))));
        return entries;
    }
}
