package org.carillon.router.resident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.Meaning;

/** The last numbered question that the hub asked: answer {@code n} means the n-th option. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.ForArea.class, name = "for-area"),
    @JsonSubTypes.Type(value = Question.ForLanguage.class, name = "for-language"),
    @JsonSubTypes.Type(value = Question.ForWord.class, name = "for-word")
})
sealed interface Question {
    /** Codes of districts or languages, in the order of their numbers. */
    List<String> options();

    /**
     * Which district? Number 0 is the whole city.
     *
     * @param mode what becomes of the districts that are there
     * @param sure districts that were clear already
     */
    record ForArea(List<String> options, AreaChoice.Mode mode, List<String> sure) implements Question {
        public ForArea {
            options = List.copyOf(options);
            sure = List.copyOf(sure);
        }
    }

    /** Which language? */
    record ForLanguage(List<String> options) implements Question {
        public ForLanguage {
            options = List.copyOf(options);
        }
    }

    /** In which language did you say JOIN? The meanings stand in the order of the options. */
    record ForWord(List<String> options, List<Meaning> meanings) implements Question {
        public ForWord {
            options = List.copyOf(options);
            meanings = List.copyOf(meanings);
        }
    }
}
