package org.carillon.router.lifecycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.schemas.alert.AlertContent;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.Lane;
import org.carillon.schemas.audience.AudienceQuery.Count;
import org.carillon.schemas.audience.AudienceQuery.Cut;
import org.carillon.schemas.audience.AudienceQuery.Made;
import org.carillon.schemas.audience.AudienceQuery.Match;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.ResponseType;

/** How an alert is put to the audience partitions: the same whether it is cut for or only counted. */
final class AudienceQuestions {
    private final LifecyclePolicy policy;

    AudienceQuestions(LifecyclePolicy policy) {
        this.policy = policy;
    }

    /** To cut the audience of an issued alert; empty where it goes to no channel that has one. */
    Optional<Cut> cut(AlertRecord record, List<AlertRecord> predecessors, Instant now) {
        AlertContent content = record.content();
        Offer offer = offer(record);
        if (offer.channels().isEmpty() || !content.forResidents()) {
            return Optional.empty();
        }
        return Optional.of(new Cut(
                record.id(),
                record.alert().version(),
                Lane.of(content.severity()),
                content.severity(),
                match(record).orElse(null),
                issuedBefore(predecessors),
                offer.channels(),
                offer.languages(),
                offer.formats(),
                offer.isEverywhere() ? null : offer.made(),
                now,
                content.expires()));
    }

    /** To count whom the alert would be cut for; empty where the index is not asked or no channel has an audience. */
    Optional<Count> count(AlertRecord record) {
        Offer offer = offer(record);
        if (offer.channels().isEmpty() || !record.content().forResidents()) {
            return Optional.empty();
        }
        return match(record)
                .map(match -> new Count(
                        record.id(),
                        record.alert().version(),
                        match,
                        offer.channels(),
                        offer.languages(),
                        offer.isEverywhere() ? null : offer.made()));
    }

    /** Cancel, all-clear and correction go to those who were reached, and to nobody else. */
    private static Optional<Match> match(AlertRecord record) {
        AlertContent content = record.content();
        boolean allClear =
                content.msgType() == MsgType.UPDATE && content.responseTypes().contains(ResponseType.ALL_CLEAR);
        if (content.msgType() == MsgType.CANCEL || allClear || record.correction()) {
            return Optional.empty();
        }
        return Optional.of(new Match(content.purpose(), content.districts(), content.topic(), content.severity()));
    }

    private static List<AlertId> issuedBefore(List<AlertRecord> predecessors) {
        return predecessors.stream()
                .filter(AlertRecord::wasIssuedToResidents)
                .map(AlertRecord::id)
                .toList();
    }

    private Offer offer(AlertRecord record) {
        List<Made> made = record.renditions().stream()
                .filter(one -> policy.batchedChannels().contains(one.channel()))
                .filter(one -> record.content().channels().contains(one.channel()))
                .map(one -> new Made(one.channel(), one.language(), one.format()))
                .toList();
        List<String> channels = record.content().channels().stream()
                .filter(channel -> made.stream().anyMatch(one -> one.channel().equals(channel)))
                .toList();
        return new Offer(channels, languages(record.content(), made), made);
    }

    /** In the order of the texts: the first is for those whose own language is missing. */
    private static List<String> languages(AlertContent content, List<Made> made) {
        Set<String> ordered = new LinkedHashSet<>(content.texts().keySet());
        List<String> there = made.stream().map(Made::language).toList();
        ordered.retainAll(there);
        ordered.addAll(there);
        return new ArrayList<>(ordered);
    }

    /** What an alert has for the channels with an audience. */
    private record Offer(List<String> channels, List<String> languages, List<Made> made) {
        /** The formats that every channel has in every language. */
        List<ContentFormat> formats() {
            Set<ContentFormat> everywhere = EnumSet.noneOf(ContentFormat.class);
            Arrays.stream(ContentFormat.values()).filter(this::isEverywhere).forEach(everywhere::add);
            return List.copyOf(everywhere);
        }

        /** Whether languages and formats say it all: no channel has something that another has not. */
        boolean isEverywhere() {
            return made.stream().map(Made::format).allMatch(this::isEverywhere);
        }

        private boolean isEverywhere(ContentFormat format) {
            return channels.stream()
                    .allMatch(channel -> languages.stream()
                            .allMatch(language -> made.contains(new Made(channel, language, format))));
        }
    }
}
