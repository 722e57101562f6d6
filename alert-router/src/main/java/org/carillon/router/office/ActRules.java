package org.carillon.router.office;

import java.util.Set;
import java.util.regex.Pattern;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.office.AdminAct;
import org.carillon.schemas.office.AdminRequest;
import org.carillon.schemas.office.SigningKeyActs;
import org.carillon.schemas.station.StationAccount;

/** What an act has to be, both when it is proposed and when it is confirmed. */
final class ActRules {
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    private static final Pattern FINGERPRINT = Pattern.compile("([0-9A-F]{2}:){31}[0-9A-F]{2}");
    private static final int LONGEST = 200;

    private final OfficeBook book;

    ActRules(OfficeBook book) {
        this.book = book;
    }

    /** Refuses an act that is not possible as things stand. */
    void check(AdminAct act) {
        switch (act) {
            case AdminAct.CreateOfficer create -> {
                name(create.user());
                notTheOperator(create.user());
                text("name", create.displayName());
                roles(create.roles());
                if (book.account(create.user()).isPresent()) {
                    throw Refused.conflict("there is an officer " + create.user() + " already");
                }
            }
            case AdminAct.ChangeOfficer change -> {
                Account account = officer(change.user());
                text("name", change.displayName());
                roles(change.roles());
                boolean administers = change.active() && change.roles().contains(Role.ADMIN);
                if (isAdministrator(account) && !administers && book.administrators() <= 1) {
                    throw Refused.conflict("this is the only administrator: somebody has to be one");
                }
            }
            case AdminAct.ResetOfficer reset -> officer(reset.user());
            case AdminAct.RecoverOfficer recover ->
                throw Refused.forbidden("this is done at the machine, with carillon recover");
            case AdminAct.CreateStation create -> {
                name(create.id());
                text("name", create.name());
                if (book.station(create.id()).isPresent()) {
                    throw Refused.conflict("there is a station " + create.id() + " already");
                }
            }
            case AdminAct.ChangeStation change -> {
                station(change.id());
                text("name", change.name());
            }
            case AdminAct.NewStationKey key -> station(key.id());
            case AdminAct.Permit permit -> {
                text("kind", permit.kind());
                text("subject", permit.subject());
                text("digest", permit.digest());
            }
            case AdminAct.NewSigningKey key -> signingKey(key);
            case AdminAct.TrustFeed feed -> {
                text("name", feed.feed());
                text("digest", feed.digest());
            }
            case AdminAct.DistrustFeed feed -> {
                text("name", feed.feed());
                text("digest", feed.digest());
            }
        }
    }

    Account officer(String user) {
        return book.account(user).orElseThrow(() -> Refused.notFound("there is no officer " + user));
    }

    StationAccount station(String id) {
        return book.station(id).orElseThrow(() -> Refused.notFound("there is no station " + id));
    }

    /** Of two proposals for the same place the second lapses: nobody has agreed to end the key that has taken it meanwhile. */
    private void signingKey(AdminAct.NewSigningKey key) {
        if (!FINGERPRINT.matcher(key.fingerprint()).matches()
                || !FINGERPRINT.matcher(key.former()).matches()) {
            throw Refused.unprocessable("a fingerprint is the SHA-256 of a certificate, as AB:CD:…");
        }
        if (key.fingerprint().equals(key.former()) || SigningKeyActs.names(book.requests(), key.fingerprint())) {
            throw Refused.unprocessable("this key signs or has signed already: make a new one");
        }
        SigningKeyActs.newest(book.requests())
                .filter(now -> !SigningKeyActs.key(now).fingerprint().equals(key.former()))
                .ifPresent(now -> {
                    throw Refused.conflict("the signing key was changed meanwhile: propose a new one");
                });
    }

    static boolean isAdministrator(Account account) {
        return account.active() && account.roles().contains(Role.ADMIN);
    }

    private static void name(String value) {
        if (!USER.matcher(value).matches()) {
            throw Refused.unprocessable(
                    "a user name has 2 to 40 small letters, digits, dots, hyphens or underscores, the first a letter or a digit");
        }
    }

    private static void notTheOperator(String user) {
        if (user.equals(AdminRequest.OPERATOR)) {
            throw Refused.unprocessable("the history calls whoever has the machine \"" + AdminRequest.OPERATOR
                    + "\": choose another user name");
        }
    }

    private static void text(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST) {
            throw Refused.unprocessable("the " + what + " has 1 to " + LONGEST + " characters");
        }
    }

    private static void roles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw Refused.unprocessable("an officer has at least one role; close the account instead");
        }
    }
}
