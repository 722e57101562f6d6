package org.carillon.router.resident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.carillon.router.resident.Said.YES;
import static org.carillon.router.resident.Said.join;
import static org.carillon.router.resident.Said.number;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.carillon.schemas.alert.ContactChannel;
import org.carillon.schemas.alert.ContentFormat;
import org.carillon.schemas.audience.AudienceEntry;
import org.carillon.schemas.audience.Level;
import org.carillon.schemas.audience.Recipient;
import org.carillon.schemas.resident.AreaChoice;
import org.carillon.schemas.resident.Meaning;
import org.carillon.schemas.resident.Reply;
import org.carillon.schemas.resident.ReplyKey;
import org.carillon.schemas.resident.Subscription;
import org.junit.jupiter.api.Test;

class SignUpTest {
    private final Phone phone = new Phone();

    @Test
    void shouldAskConsentThenActivateOnYes() {
        // When
        phone.text(join("es", "D02"));

        // Then
        Reply consent = phone.reply();
        assertThat(consent.key()).isEqualTo(ReplyKey.CONSENT);
        assertThat(consent.language()).isEqualTo("es");
        assertThat(consent.areas()).containsExactly("D02");
        assertThat(phone.audience()).isEmpty();

        // When
        phone.text(new Meaning.Yes("es"));

        // Then
        Reply joined = phone.reply();
        assertThat(joined.key()).isEqualTo(ReplyKey.JOINED);
        assertThat(joined.args()).containsEntry("language", "es").containsEntry("level", "severe");
        assertThat(phone.audience())
                .containsOnly(Map.entry(
                        new Recipient(Phone.PARTITION, 0),
                        new AudienceEntry(
                                List.of(1),
                                1,
                                -1,
                                Level.SEVERE,
                                0,
                                ContentFormat.STANDARD,
                                0,
                                ContactChannel.SMS,
                                Phone.contactSeal())));
        assertThat(phone.active().consent()).isEqualTo(new Subscription.Consent("1", "es", phone.now(), "SM2"));
    }

    @Test
    void shouldOfferEveryDistrictWhenNoneIsNamed() {
        phone.text(join("ar"));
        Reply question = phone.reply();
        assertThat(question.key()).isEqualTo(ReplyKey.CHOOSE_AREA);
        assertThat(question.options()).containsExactly("D01", "D02", "D03");

        phone.text(number(3));
        Reply consent = phone.reply();
        assertThat(consent.key()).isEqualTo(ReplyKey.CONSENT);
        assertThat(consent.language()).isEqualTo("ar");
        assertThat(consent.areas()).containsExactly("D03");
    }

    @Test
    void shouldTakeZeroForTheWholeCity() {
        phone.text(join("en")).text(number(0)).text(YES);

        assertThat(phone.active().districts()).containsExactly("D01", "D02", "D03");
    }

    @Test
    void shouldAskAgainWhenTheNumberIsNone() {
        phone.text(join("en")).text(number(9));

        assertThat(phone.keys()).containsExactly(ReplyKey.CHOOSE_AREA, ReplyKey.CHOOSE_AREA);
    }

    @Test
    void shouldOfferOnlyWhatMayHaveBeenMeant() {
        phone.text(Said.joinUnclear("D03", "D01"));
        assertThat(phone.reply().options()).containsExactly("D03", "D01");

        phone.text(number(1)).text(YES);
        assertThat(phone.active().districts()).containsExactly("D03");
    }

    @Test
    void shouldTakeAnAreaNamedInWordsForTheAnswer() {
        phone.text(join("en")).text(Said.area(AreaChoice.Mode.SET, "D02"));

        assertThat(phone.keys()).containsExactly(ReplyKey.CHOOSE_AREA, ReplyKey.CONSENT);
    }

    @Test
    void shouldNotTakeYesForAnythingElse() {
        phone.text(YES);
        assertThat(phone.keys()).containsExactly(ReplyKey.NOTHING_PENDING);

        phone.text(join("en")).text(YES);
        assertThat(phone.keys()).as("no area yet").containsExactly(ReplyKey.CHOOSE_AREA, ReplyKey.NOTHING_PENDING);

        phone.text(number(1)).text(YES).text(YES);
        assertThat(phone.keys()).containsExactly(ReplyKey.CONSENT, ReplyKey.JOINED, ReplyKey.NOTHING_PENDING);
        assertThat(phone.audience()).hasSize(1);
    }

    @Test
    void shouldEraseASignUpWithoutYesAfterADay() {
        phone.text(join("en", "D01"));

        phone.pass(Duration.ofHours(24));

        assertThat(phone.subscription()).isEmpty();
        assertThat(phone.contact(Phone.ID)).isEmpty();
        phone.replies();
        phone.text(YES);
        assertThat(phone.keys()).containsExactly(ReplyKey.NOTHING_PENDING);
    }

    @Test
    void shouldReadBackWhenJoinedAlready() {
        phone.text(join("en", "D01")).text(YES);
        phone.replies();

        phone.text(join("en", "D02"));

        Reply reply = phone.reply();
        assertThat(reply.key()).isEqualTo(ReplyKey.ALREADY_JOINED);
        assertThat(reply.areas()).containsExactly("D01");
        assertThat(phone.active().districts()).containsExactly("D01");
    }

    @Test
    void shouldAskWhichLanguageWhenTwoShareTheWord() {
        // When
        phone.text(join("es", "D01"), join("en", "D01"));

        // Then
        Reply question = phone.reply();
        assertThat(question.key()).isEqualTo(ReplyKey.CHOOSE_LANGUAGE);
        assertThat(question.options()).containsExactly("es", "en");

        // When
        phone.text(number(2));

        // Then
        Reply consent = phone.reply();
        assertThat(consent.key()).isEqualTo(ReplyKey.CONSENT);
        assertThat(consent.language()).isEqualTo("en");
    }

    @Test
    void shouldNotAskWhenALanguageIsNamed() {
        phone.text(new Meaning.Join("es", null, "ar"), new Meaning.Join("en", null, "ar"));

        assertThat(phone.reply().language()).isEqualTo("ar");
    }

    @Test
    void shouldIgnoreAReplay() {
        phone.text("SM-same", null, join("en", "D01"));
        phone.text("SM-same", null, join("en", "D01"));

        assertThat(phone.keys()).containsExactly(ReplyKey.CONSENT);
    }

    @Test
    void shouldNeverReuseAnOrdinal() {
        phone.text(join("en", "D01"))
                .text(YES)
                .text(Said.STOP)
                .text(join("en", "D01"))
                .text(YES);

        assertThat(phone.audience()).containsOnlyKeys(new Recipient(Phone.PARTITION, 1));
    }

    @Test
    void shouldLimitRepliesAnHour() {
        for (int i = 0; i < 40; i++) {
            phone.text(Said.HELP);
        }
        List<ReplyKey> said = phone.keys();
        assertThat(said).hasSize(30);
        assertThat(said.getLast()).isEqualTo(ReplyKey.TOO_MANY);

        phone.pass(Duration.ofHours(1));
        phone.text(Said.HELP);
        assertThat(phone.keys()).containsExactly(ReplyKey.HELP);
    }
}
