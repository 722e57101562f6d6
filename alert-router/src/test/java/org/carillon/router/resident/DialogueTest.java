package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.resident.Said.HELP;
import static org.carillon.router.resident.Said.START;
import static org.carillon.router.resident.Said.STOP;
import static org.carillon.router.resident.Said.YES;
import static org.carillon.router.resident.Said.area;
import static org.carillon.router.resident.Said.join;
import static org.carillon.router.resident.Said.number;

import java.time.Duration;
import java.util.List;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.delivery.GateEntry;
import org.carillon.schemas.resident.AreaChoice.Mode;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.junit.jupiter.api.Test;

class DialogueTest {
    private static final String CONTACT_KEY = GateEntry.contactKey(Phone.ID);
    private static final Recipient FIRST = new Recipient(Phone.PARTITION, 0);

    private final Phone phone = new Phone();

    @Test
    void shouldEndEverythingOnStop() {
        // Given
        joined();

        // When
        phone.text("SMstop", null, STOP);

        // Then
        assertThat(phone.keys()).containsExactly(ReplyKey.STOPPED);
        assertThat(phone.audience()).isEmpty();
        assertThat(phone.subscription()).isEmpty();
        assertThat(phone.gate())
                .containsEntry(CONTACT_KEY, new GateEntry.ContactStopped(Phone.ID, "SMstop", phone.now()))
                .containsKey(GateEntry.recipientKey(FIRST));
    }

    @Test
    void shouldSayNothingMoreAfterStop() {
        joined();
        phone.text(STOP);
        phone.replies();

        phone.text(STOP)
                .text(HELP)
                .text(YES)
                .text(number(1))
                .text(Said.lang("es"))
                .text();

        assertThat(phone.replies()).isEmpty();
    }

    @Test
    void shouldNotConfirmWhatTheProviderHasConfirmed() {
        joined();

        phone.text("SMstop", "STOP", STOP);

        assertThat(phone.replies()).isEmpty();
        assertThat(phone.gate()).containsEntry(CONTACT_KEY, new GateEntry.ContactStopped(Phone.ID, null, phone.now()));
    }

    @Test
    void shouldStopWhatTheProviderHasStoppedWhateverTheWord() {
        joined();

        phone.text("SMend", "STOP");

        assertThat(phone.audience()).isEmpty();
    }

    @Test
    void shouldLetStopWinOverARunningQuestion() {
        phone.text(join("en")).text(new Meaning.Choice("en", 1), STOP);

        assertThat(phone.keys()).containsExactly(ReplyKey.CHOOSE_AREA, ReplyKey.STOPPED);
        phone.text(START).text(number(1));
        assertThat(phone.keys()).containsExactly(ReplyKey.STARTED, ReplyKey.UNKNOWN);
    }

    @Test
    void shouldTakeAnAmbiguousStopWordOnlyWholeOrInTheResidentsLanguage() {
        joined();
        Meaning ambiguous = new Meaning.Stop("es", false, false);

        phone.text(ambiguous);
        assertThat(phone.audience()).isNotEmpty();
        assertThat(phone.keys()).containsExactly(ReplyKey.UNKNOWN);

        phone.text(Said.lang("es")).text(ambiguous);
        assertThat(phone.audience()).isEmpty();
    }

    @Test
    void shouldTakeAnAmbiguousStopWordAsTheWholeMessage() {
        joined();

        phone.text(new Meaning.Stop("es", false, true));

        assertThat(phone.audience()).isEmpty();
    }

    @Test
    void shouldUnblockOnStartWithoutSubscribing() {
        joined();
        phone.text(STOP);
        phone.replies();

        phone.text(START);

        assertThat(phone.keys()).containsExactly(ReplyKey.STARTED);
        assertThat(phone.gate()).doesNotContainKey(CONTACT_KEY);
        assertThat(phone.audience()).isEmpty();
    }

    @Test
    void shouldUnblockOnJoinAndAskConsentAnew() {
        joined();
        phone.text(STOP);
        phone.replies();

        phone.text(join("en", "D01"));

        assertThat(phone.keys()).containsExactly(ReplyKey.CONSENT);
        assertThat(phone.gate()).doesNotContainKey(CONTACT_KEY);
    }

    @Test
    void shouldRememberAStopForEver() {
        joined();
        phone.text(STOP);
        phone.replies();

        phone.pass(Duration.ofDays(900));
        phone.text(HELP);

        assertThat(phone.replies()).isEmpty();
    }

    @Test
    void shouldSpeakTheResidentsLanguage() {
        phone.text(join("es", "D01")).text(new Meaning.Yes("es"));
        phone.replies();

        phone.text(new Meaning.Help("en"));
        assertThat(phone.reply().language()).isEqualTo("es");

        phone.text();
        Reply unknown = phone.reply();
        assertThat(unknown.key()).isEqualTo(ReplyKey.UNKNOWN);
        assertThat(unknown.language()).isEqualTo("es");
    }

    @Test
    void shouldLeaveHelpToTheProviderThatHasGivenIt() {
        phone.text("SMhelp", "HELP", HELP);

        assertThat(phone.replies()).isEmpty();
    }

    @Test
    void shouldPreferTheMeaningInTheResidentsLanguage() {
        phone.text(join("es", "D01")).text(new Meaning.Yes("es"));
        phone.replies();

        phone.text(new Meaning.Lang("en", "ar", false, null), new Meaning.Help("es"));

        assertThat(phone.keys()).containsExactly(ReplyKey.HELP);
    }

    @Test
    void shouldTakeANumberForTheAnswerInEveryLanguage() {
        phone.text(join("ar")).text(area(Mode.SET, "D03"), number(1));
        phone.replies();

        phone.text(new Meaning.Area("en", null), number(2));

        assertThat(phone.keys()).as("no question is open").containsExactly(ReplyKey.AREA_UNCLEAR);
        assertThat(phone.subscription().orElseThrow().districts()).containsExactly("D01");
    }

    @Test
    void shouldIgnoreAPurposeThatIsNotTheCitys() {
        assertThat(Phone.CONFIG.id("other", Phone.ID)).isEmpty();
    }

    @Test
    void shouldChangeTheLanguage() {
        joined();

        phone.text(Said.lang("ar"));

        Reply reply = phone.reply();
        assertThat(reply.key()).isEqualTo(ReplyKey.LANGUAGE_CHANGED);
        assertThat(reply.language()).isEqualTo("ar");
        assertThat(phone.audience().get(FIRST))
                .satisfies(entry -> assertThat(entry.language()).isEqualTo(2));
    }

    @Test
    void shouldAddASecondLanguage() {
        joined();

        phone.text(new Meaning.Lang("en", "es", true, null));

        assertThat(phone.active().language()).isEqualTo("en");
        assertThat(phone.active().secondLanguage()).isEqualTo("es");
    }

    @Test
    void shouldOfferLanguagesWhenNoneWasUnderstood() {
        joined();
        phone.text(new Meaning.Lang("en", null, false, null));
        Reply question = phone.reply();
        assertThat(question.key()).isEqualTo(ReplyKey.LANGUAGE_UNCLEAR);
        assertThat(question.options()).containsExactly("en", "es", "ar");

        phone.text(number(2));
        assertThat(phone.active().language()).isEqualTo("es");
    }

    @Test
    void shouldAnswerAnUnsupportedLanguageWithTheNearest() {
        joined();

        phone.text(new Meaning.Lang("en", "es", false, "ca"));

        Reply reply = phone.reply();
        assertThat(reply.key()).isEqualTo(ReplyKey.LANGUAGE_UNSUPPORTED);
        assertThat(reply.args()).containsEntry("asked", "ca").containsEntry("language", "es");
        assertThat(phone.active().language()).isEqualTo("en");
    }

    @Test
    void shouldSetAddAndRemoveAreas() {
        joined();

        phone.text(area(Mode.ADD, "D03"));
        assertThat(phone.active().districts()).containsExactly("D01", "D03");
        phone.text(area(Mode.REMOVE, "D01"));
        assertThat(phone.active().districts()).containsExactly("D03");
        phone.text(area(Mode.SET, "D02", "D01"));
        assertThat(phone.active().districts()).containsExactly("D01", "D02");
        phone.text(Said.everywhere());
        assertThat(phone.active().districts()).containsExactly("D01", "D02", "D03");
        assertThat(phone.keys()).containsOnly(ReplyKey.AREA_CHANGED).hasSize(4);
        assertThat(phone.audience().get(FIRST))
                .satisfies(entry -> assertThat(entry.districts()).containsExactly(0, 1, 2));
    }

    @Test
    void shouldNotRemoveTheLastArea() {
        joined();

        phone.text(area(Mode.REMOVE, "D01"));

        assertThat(phone.keys()).containsExactly(ReplyKey.AREA_LAST);
        assertThat(phone.active().districts()).containsExactly("D01");
    }

    @Test
    void shouldOfferAreasByNumberWhenUnclear() {
        joined();
        phone.text(Said.areaUnclear(Mode.ADD, "D03", "D02"));
        Reply question = phone.reply();
        assertThat(question.key()).isEqualTo(ReplyKey.AREA_UNCLEAR);
        assertThat(question.options()).containsExactly("D03", "D02");

        phone.text(number(2));
        assertThat(phone.active().districts()).containsExactly("D01", "D02");
        phone.text(number(2));
        assertThat(phone.keys()).containsExactly(ReplyKey.AREA_CHANGED, ReplyKey.UNKNOWN);
    }

    @Test
    void shouldSayHowToJoinWhenNotJoined() {
        phone.text(area(Mode.SET, "D01")).text(Said.lang("es"));

        List<Reply> replies = phone.replies();
        assertThat(replies).extracting(Reply::key).containsOnly(ReplyKey.NOT_JOINED);
        assertThat(replies.getLast().language()).isEqualTo("es");
    }

    @Test
    void shouldRepeatTheConsentTextInTheLanguageAskedFor() {
        phone.text(join("en", "D01")).text(Said.lang("es"));

        List<Reply> replies = phone.replies();
        assertThat(replies).extracting(Reply::key).containsOnly(ReplyKey.CONSENT);
        assertThat(replies).extracting(Reply::language).containsExactly("en", "es");
    }

    private void joined() {
        phone.text(join("en", "D01")).text(YES);
        phone.replies();
    }
}
