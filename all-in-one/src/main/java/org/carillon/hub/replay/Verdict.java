package org.carillon.hub.replay;

import java.util.List;

/** What a hub said of one CAP message. */
sealed interface Verdict {
    /** One line for people, without the file's name. */
    String text();

    /** Taken, now or earlier. */
    record Accepted(int status, String id, String state) implements Verdict {
        @Override
        public String text() {
            return "accepted " + status + " " + id + " " + state;
        }
    }

    /** Not taken, for reasons that lie in the message. */
    record Refused(int status, List<String> reasons) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
        }

        @Override
        public String text() {
            return "refused " + status + " " + String.join("; ", reasons);
        }
    }

    /** No verdict: the hub could not be asked, or failed. */
    record Failed(String reason) implements Verdict {
        @Override
        public String text() {
            return "failed " + reason;
        }
    }
}
