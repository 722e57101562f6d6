package org.carillon.router.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.carillon.schemas.alert.AlertSource;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.alert.SignatureCheck;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.cap.MsgType;
import org.carillon.schemas.cap.Scope;
import org.carillon.schemas.cap.Status;
import org.carillon.schemas.topic.Topics;
import org.carillon.schemas.transparency.Decider;
import org.carillon.schemas.transparency.LogFact;
import org.carillon.schemas.transparency.LoggedAlert;
import org.carillon.schemas.transparency.RenditionDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTest {
    private final MemoryBook book = new MemoryBook();

    @Test
    void shouldTellOfAnIssueWhatWasSentAndByWhatRight() {
        Alerts.Draft draft = Alerts.alert("a1").unreviewed("es");
        book.done(draft.submit());
        assertThat(facts()).isEmpty();

        book.done(Alerts.approve(draft.id(), Alerts.APPROVER, "es"));

        LogFact fact = facts().getFirst();
        LoggedAlert alert = fact.about().orElseThrow();
        assertThat(fact).isEqualTo(new LogFact.Issued(alert));
        assertThat(fact.at()).isEqualTo(Alerts.NOON);
        assertThat(alert.id()).isEqualTo(draft.id());
        assertThat(alert.identifier()).isEqualTo("a1");
        assertThat(alert.languages()).containsExactly("es", "en");
        assertThat(alert.areas()).containsExactly("D01", "D02");
        assertThat(alert.decidedBy()).isEqualTo(Decider.SECOND_PERSON);
        assertThat(alert.unreviewed()).containsExactly("es");
        assertThat(alert.capDigest()).isEqualTo(draft.document().digest());
        assertThat(alert.renditionsDigest()).isEqualTo(draft.content().renditionsDigest());
        assertThat(alert.renditions())
                .hasSize(6)
                .contains(RenditionDigest.of(draft.renditions().getFirst()));
        assertThat(alert.renditions()).extracting(RenditionDigest::format).contains(ContentFormat.PLAIN);
    }

    @Test
    void shouldNameNobody() {
        Alerts.Draft draft = Alerts.alert("a1");
        book.done(draft.submit());
        book.done(Alerts.approve(draft.id(), Alerts.APPROVER));

        String json = new String(
                Topics.TRANSPARENCY_FACTS.valueSerde().serializer().serialize("t", facts().getFirst()),
                StandardCharsets.UTF_8);

        assertThat(json)
                .doesNotContain("\"ana\"", "\"ben\"", "Boil", draft.content().contentDigest());
    }

    @Test
    void shouldTellOnceOfEachThatFollows() {
        Alerts.Draft first = issued(Alerts.alert("a1"));
        Alerts.Draft update = issued(Alerts.alert("a2")
                .type(MsgType.UPDATE)
                .sent(Alerts.NOON.plusSeconds(1))
                .refersTo(first));
        Alerts.Draft correction = Alerts.alert("a3")
                .type(MsgType.UPDATE)
                .sent(Alerts.NOON.plusSeconds(2))
                .refersTo(update)
                .correction()
                .by(Alerts.AUTHOR.withSecondFactor(Alerts.NOON));
        book.done(correction.submit());
        Alerts.Draft cancel = Alerts.alert("a4")
                .type(MsgType.CANCEL)
                .sent(Alerts.NOON.plusSeconds(3))
                .refersTo(correction);
        book.done(cancel.submit());
        book.done(cancel.submit());

        List<LogFact> facts = facts();

        assertThat(facts)
                .extracting(LogFact::getClass)
                .containsExactly(
                        LogFact.Issued.class, LogFact.Updated.class, LogFact.Corrected.class, LogFact.Cancelled.class);
        assertThat(facts)
                .extracting(fact -> fact.about().orElseThrow().decidedBy())
                .containsExactly(Decider.SECOND_PERSON, Decider.SECOND_PERSON, Decider.ONE_PERSON, Decider.ONE_PERSON);
        LoggedAlert last = facts.getLast().about().orElseThrow();
        assertThat(last.follows()).contains(correction.id());
        assertThat(last.references()).isEqualTo(cancel.content().references());
    }

    @Test
    void shouldSayThatAPartnersSignatureStoodForTheSecondPerson() {
        book.done(Alerts.alert("a1")
                .by(Alerts.PARTNER)
                .signed(new SignatureCheck(SignatureState.VALID, "CN=met", null))
                .submit());

        assertThat(facts().getFirst().about().orElseThrow().decidedBy()).isEqualTo(Decider.SIGNED_PARTNER);
    }

    @Test
    void shouldGiveTheDigestOfTheSignedDocumentThatIsPublished() {
        Alerts.Draft draft = Alerts.alert("a1");
        book.done(draft.submit());

        book.done(Alerts.signed(Alerts.approve(draft.id(), Alerts.APPROVER), draft));

        assertThat(facts().getFirst().about().orElseThrow().capDigest()).isEqualTo(Alerts.SIGNED.digest());
    }

    @Test
    void shouldNotTakeATrustedFeedForALoneOfficer() {
        book.done(Alerts.alert("a1")
                .by(Alerts.PARTNER)
                .source(new AlertSource("met", true, null, List.of()))
                .submit());

        assertThat(facts().getFirst().about().orElseThrow().decidedBy()).isEqualTo(Decider.TRUSTED_FEED);
    }

    @ParameterizedTest
    @EnumSource(value = Status.class, names = "ACTUAL", mode = EnumSource.Mode.EXCLUDE)
    void shouldKeepToItselfWhatResidentsNeverGet(Status status) {
        book.done(Alerts.alert("a1").status(status).submit());
        book.done(Alerts.alert("a2").scope(Scope.RESTRICTED).submit());
        Alerts.Draft rejected = Alerts.alert("a3");
        book.done(rejected.submit());
        book.done(Alerts.reject(rejected.id(), Alerts.APPROVER));

        assertThat(facts()).isEmpty();
    }

    private Alerts.Draft issued(Alerts.Draft draft) {
        book.done(draft.submit());
        book.done(Alerts.approve(draft.id(), Alerts.APPROVER));
        return draft;
    }

    private List<LogFact> facts() {
        return MemoryBook.facts(book.effects());
    }
}
