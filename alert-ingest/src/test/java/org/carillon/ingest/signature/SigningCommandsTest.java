package org.carillon.ingest.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carillon.ingest.TestHub;
import org.carillon.ingest.compose.Submissions;
import org.carillon.ingest.compose.Wishes;
import org.carillon.ingest.http.ProblemException;
import org.carillon.ingest.kafka.AlertViews;
import org.carillon.schemas.account.Actor;
import org.carillon.schemas.account.Role;
import org.carillon.schemas.alert.Alert;
import org.carillon.schemas.alert.AlertId;
import org.carillon.schemas.alert.AlertState;
import org.carillon.schemas.alert.HistoryEntry;
import org.carillon.schemas.alert.SignatureState;
import org.carillon.schemas.audience.AudienceEstimate;
import org.carillon.schemas.command.AlertCommand;
import org.carillon.schemas.command.CapBytes;
import org.carillon.schemas.reach.Reach;
import org.carillon.schemas.rendition.Rendition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SigningCommandsTest {
    private static final Actor BEN = new Actor("ben", Set.of(Role.APPROVER));
    private static final String CANCEL =
            "<references>water@port-maravel.example,a,2026-11-22T11:55:00-00:00</references>";

    private final OneAlert views = new OneAlert();
    private final List<AlertCommand> asked = new ArrayList<>();
    private final SigningCommands commands = new SigningCommands(
            command -> {
                asked.add(command);
                return Optional.empty();
            },
            views,
            () -> TestIdentity.HUB);

    @Test
    void shouldSignWhatAnApprovalPublishes() {
        // Given
        Submissions.Prepared prepared = prepare("Alert", "");
        views.keep(prepared, AlertState.PENDING_APPROVAL);

        // When
        commands.ask(approve(prepared));

        // Then
        assertThat(asked).singleElement().isInstanceOfSatisfying(AlertCommand.Signed.class, signed -> {
            assertThat(signed.documentDigest()).isEqualTo(prepared.content().documentDigest());
            assertThat(signed.command()).isInstanceOf(AlertCommand.Approve.class);
            assertThat(new SignatureVerifier()
                            .check(signed.document().toByteArray(), List.of(TestIdentity.pinned()), TestHub.NOON)
                            .state())
                    .isEqualTo(SignatureState.VALID);
        });
    }

    @Test
    void shouldNotSignWhatASecondPersonHasToSee() {
        commands.ask(submit(prepare("Alert", ""), false));
        commands.ask(submit(prepare("Cancel", CANCEL), true));
        commands.ask(submit(prepare("Update", CANCEL), false));

        assertThat(asked).hasSize(3).allMatch(AlertCommand.Submit.class::isInstance);
    }

    @Test
    void shouldSignACancelThatGoesOutAtOnce() {
        Submissions.Prepared cancel = prepare("Cancel", CANCEL);
        views.keep(cancel, AlertState.DRAFT);

        commands.ask(submit(cancel, false));
        commands.ask(new AlertCommand.SubmitDraft("c", cancel.content().id(), TestHub.NOON, BEN));

        assertThat(asked).hasSize(2).allMatch(AlertCommand.Signed.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(
            value = AlertState.class,
            names = {"ISSUED", "REJECTED", "CANCELLED", "SUPERSEDED", "EXPIRED"})
    void shouldLeaveItToTheRouterToRefuseWhatIsOver(AlertState state) {
        Submissions.Prepared prepared = prepare("Alert", "");
        views.keep(prepared, state);

        commands.ask(approve(prepared));

        assertThat(asked).singleElement().isInstanceOf(AlertCommand.Approve.class);
    }

    @Test
    void shouldNotApproveWithoutADocumentToPublish() {
        Submissions.Prepared prepared = prepare("Alert", "");
        views.keep(prepared, AlertState.PENDING_APPROVAL);
        views.document = null;

        assertThatThrownBy(() -> commands.ask(approve(prepared))).isInstanceOf(ProblemException.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void shouldLeaveItToTheRouterToRefuseWhoWasSlower() {
        Submissions.Prepared prepared = prepare("Alert", "");
        views.keep(prepared, AlertState.PENDING_APPROVAL);
        views.whileReading = () -> {
            views.keep(prepared, AlertState.ISSUED);
            views.document = null;
        };

        commands.ask(approve(prepared));

        assertThat(asked).singleElement().isInstanceOf(AlertCommand.Approve.class);
    }

    private static Submissions.Prepared prepare(String msgType, String afterScope) {
        String cap = TestHub.cap(
                msgType, msgType, afterScope, TestHub.info("en", "Boil your water", TestHub.district("D01")));
        return TestHub.submissions(List::of).prepare(TestHub.bytes(cap), new Wishes(null, null, List.of(), false));
    }

    private static AlertCommand.Approve approve(Submissions.Prepared prepared) {
        return new AlertCommand.Approve("c", prepared.content().id(), TestHub.NOON, BEN, null, null, List.of());
    }

    private static AlertCommand.Submit submit(Submissions.Prepared prepared, boolean draft) {
        return new AlertCommand.Submit(
                "c",
                prepared.content().id(),
                TestHub.NOON,
                BEN,
                prepared.content(),
                prepared.renditions(),
                List.of(),
                prepared.document(),
                draft,
                false,
                false,
                false);
    }

    private static final class OneAlert implements AlertViews {
        private @Nullable Alert alert;
        private @Nullable CapBytes document;
        private Runnable whileReading = () -> {};

        void keep(Submissions.Prepared prepared, AlertState state) {
            alert = TestHub.alert(prepared.content(), state);
            document = prepared.document();
        }

        @Override
        public Collection<Alert> alerts() {
            return List.of();
        }

        @Override
        public Optional<Alert> alert(AlertId id) {
            return Optional.ofNullable(alert).filter(known -> known.id().equals(id));
        }

        @Override
        public List<HistoryEntry> history(AlertId id) {
            return List.of();
        }

        @Override
        public Optional<Reach> reach(AlertId id) {
            return Optional.empty();
        }

        @Override
        public Optional<List<Rendition>> renditions(Alert asked) {
            return Optional.empty();
        }

        @Override
        public Optional<byte[]> document(Alert asked) {
            whileReading.run();
            return Optional.ofNullable(document).map(CapBytes::toByteArray);
        }

        @Override
        public List<AudienceEstimate> estimates(AlertId id, int version) {
            return List.of();
        }

        @Override
        public void awaitShown(Alert decided) {}
    }
}
