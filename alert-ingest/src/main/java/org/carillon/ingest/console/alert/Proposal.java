package org.carillon.ingest.console.alert;

/** An alert before it goes out, as it is stored and as every channel would say it: what author, approver and lone officer are shown. */
public record Proposal(
        AlertRow alert, AreaView area, AlertFacts.View facts, Renderings.View renderings, boolean exercise) {}
