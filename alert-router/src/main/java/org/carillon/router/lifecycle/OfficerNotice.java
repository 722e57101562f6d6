package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.carillon.schemas.account.Account;
import org.carillon.schemas.account.Duty;
import org.carillon.schemas.alert.AlertText;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.keys.ContactId;
import org.carillon.schemas.keys.SealedContact;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;

/**
 * One thing to tell officers. Goes the way of answers to residents, with its intents and outcomes; its id follows from what it is
 * about and whom it is for, so that it cannot go twice.
 *
 * @param args facts in wire form: {@code kind}, {@code event}, {@code severity}, {@code by}, {@code reason}, {@code minutes}
 */
record OfficerNotice(Kind kind, AlertRecord record, String language, Map<String, String> args, Instant at) {
    /** Names the rendition that is sent verbatim instead of a notice. */
    private static final String RENDITION = "rendition";

    private static final String SMS = "sms";

    /** What officers are told. */
    enum Kind {
        /** An alert waits for a second person. */
        APPROVAL,
        /** It still does. */
        DEPUTY,
        /** One person has corrected an alert. */
        CORRECTION,
        /** One person has issued an alert. */
        ALONE,
        /** What an exercise says, to a tester. */
        EXERCISE
    }

    OfficerNotice {
        args = Map.copyOf(args);
    }

    /** In English where the alert has it, else in its first language. */
    static OfficerNotice of(Kind kind, AlertRecord record, Instant at) {
        Map<String, AlertText> texts = record.content().texts();
        String language = texts.containsKey("en") || texts.isEmpty()
                ? "en"
                : texts.keySet().iterator().next();
        AlertText text = texts.get(language);
        Map<String, String> args = new HashMap<>();
        args.put("kind", kind.name().toLowerCase(Locale.ROOT));
        args.put("event", text == null ? record.content().msgType().wireName() : text.event());
        args.put("severity", record.content().severity().wireName());
        args.put("by", record.alert().author());
        args.put("since", record.alert().submittedAt().toString());
        return new OfficerNotice(kind, record, language, args, at);
    }

    OfficerNotice with(String name, String value) {
        Map<String, String> more = new HashMap<>(args);
        more.put(name, value);
        return new OfficerNotice(kind, record, language, more, at);
    }

    /** For one officer who is on duty. */
    Reply to(Account officer) {
        Duty duty = Objects.requireNonNull(officer.duty(), "duty");
        return reply(officer.user(), duty.contact());
    }

    /** What an exercise says by SMS in its first language, for each tester. */
    static List<Reply> exercise(AlertRecord record, List<SealedContact> testers, Instant at) {
        List<Reply> replies = new ArrayList<>();
        record.renditions().stream()
                .filter(made -> made.channel().equals(SMS) && made.format() == ContentFormat.STANDARD)
                .findFirst()
                .ifPresent(made -> {
                    OfficerNotice notice = of(Kind.EXERCISE, record, at)
                            .with(RENDITION, made.key(record.alert()).path());
                    for (int i = 0; i < testers.size(); i++) {
                        replies.add(notice.reply("tester " + i, testers.get(i)));
                    }
                });
        return replies;
    }

    private Reply reply(String name, SealedContact contact) {
        ContactId recipient = Duty.recipient(name);
        String id = kind.name().charAt(0)
                + "-"
                + record.id()
                + '-'
                + record.alert().version()
                + '-'
                + Long.toString(record.alert().submittedAt().toEpochMilli(), Character.MAX_RADIX)
                + '-'
                + recipient.value();
        return new Reply(
                id,
                recipient,
                Duty.PURPOSE,
                contact,
                language,
                ReplyKey.OFFICER,
                record.content().districts(),
                List.of(),
                args,
                at);
    }
}
