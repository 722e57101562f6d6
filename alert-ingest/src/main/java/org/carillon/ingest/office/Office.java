package org.carillon.ingest.office;

import org.carillon.ingest.auth.Passwords;
import org.carillon.ingest.kafka.OfficeViews;

/** Everything about accounts that the console works with. */
public record Office(
        OfficeViews views,
        Passwords passwords,
        SecondFactors factors,
        OwnAccounts own,
        Acts acts,
        DutyNumbers numbers) {}
