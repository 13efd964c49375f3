package chargehand.server.budget;

import chargehand.server.identity.Caller;
import chargehand.server.outbox.Letter;
import chargehand.server.outbox.LetterWords;
import chargehand.server.outbox.Notice;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Money;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells those for whom something waits, and whoever entered it what became of it. Webhooks hear nothing: few see
/// money.
@Component
class ApprovalTelling {
    private final Approvers approvers;
    private final Projects projects;
    private final Notices notices;

    ApprovalTelling(Approvers approvers, Projects projects, Notices notices) {
        this.approvers = approvers;
        this.projects = projects;
        this.notices = notices;
    }

    /// An order or an invoice.
    void waits(Caller by, Line line) {
        waits(by, line.project(), "money.waits.lead", line.amount(), line.what(), line.supplier(), line.together());
    }

    /// Something that is to be taken from a reserve.
    void waitsForReserve(Caller by, UUID project, Money amount, String why) {
        waits(by, project, "money.waits.reserve.lead", amount, why, null, null);
    }

    private void waits(
            Caller by,
            UUID project,
            String lead,
            Money amount,
            String what,
            @Nullable String supplier,
            @Nullable Together together) {
        tell(
                approvers.whom(project, by.account()),
                by,
                project,
                words -> new Letter(
                        words.say("money.waits.subject", "amount", words.money(amount), "what", what),
                        words.say(lead, "name", by.name(), "project", name(project), "what", with(what, supplier)),
                        together == null
                                ? List.of()
                                : List.of(new Letter.Line(
                                        words.say("money.waits.together", "count", together.count()),
                                        words.money(together.amount()))),
                        "/desk",
                        words.say("money.waits.act")));
    }

    private static String with(String what, @Nullable String supplier) {
        return supplier == null ? what : what + ", " + supplier;
    }

    /// Many at once, from a table.
    void waits(Caller by, UUID project, int count) {
        tell(
                approvers.whom(project, by.account()),
                by,
                project,
                words -> new Letter(
                        words.say("money.waits.many.subject", "count", count, "project", name(project)),
                        words.say("money.waits.many.lead", "name", by.name()),
                        List.of(),
                        "/desk",
                        words.say("money.waits.act")));
    }

    void decided(Caller by, UUID project, UUID asked, boolean approved, Money amount, String what, String reason) {
        var key = approved ? "money.approved" : "money.refused";
        tell(
                Set.of(asked),
                by,
                project,
                words -> new Letter(
                        words.say(key + ".subject", "what", what),
                        words.say(
                                key + ".lead",
                                "name",
                                by.name(),
                                "amount",
                                words.money(amount),
                                "project",
                                name(project),
                                "reason",
                                reason),
                        List.of(),
                        "/projects/%s/money".formatted(project),
                        words.say("money.decided.act")));
    }

    private String name(UUID project) {
        return projects.find(project).map(Project::name).orElse("");
    }

    private void tell(
            Set<UUID> whom, Caller by, UUID project, java.util.function.Function<LetterWords, Letter> letter) {
        notices.tellAlone(whom, new Occasion(Notice.Kind.NEED, project, false, by.account()), letter);
    }
}
