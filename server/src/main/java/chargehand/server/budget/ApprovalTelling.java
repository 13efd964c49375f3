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
import java.util.function.Function;
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
        var kind = line.state() == Line.State.committed ? "money.waits.together" : "money.waits.together.invoices";
        var together = line.together();
        waits(
                by,
                line.project(),
                line.id(),
                words -> new Letter(
                        words.say("money.waits.subject", "amount", words.money(line.amount()), "what", line.what()),
                        lead(words, "money.waits.lead", by, line.project(), with(line.what(), line.supplier())),
                        together == null
                                ? List.of()
                                : List.of(new Letter.Line(
                                        words.say(kind, "count", together.count()), words.money(together.amount()))),
                        "/desk",
                        words.say("money.waits.act")));
    }

    /// Something that is to be taken from a reserve.
    ///
    /// @param use the id of the use
    void waitsForReserve(Caller by, UUID project, UUID use, Money amount, String why) {
        waits(
                by,
                project,
                use,
                words -> new Letter(
                        words.say("money.waits.subject", "amount", words.money(amount), "what", why),
                        lead(words, "money.waits.reserve.lead", by, project, why),
                        List.of(),
                        "/desk",
                        words.say("money.waits.act")));
    }

    private String lead(LetterWords words, String key, Caller by, UUID project, String what) {
        return words.say(key, "name", by.name(), "project", name(project), "what", what);
    }

    private static String with(String what, @Nullable String supplier) {
        return supplier == null ? what : what + ", " + supplier;
    }

    /// Many at once, from a table.
    void waits(Caller by, UUID project, int count) {
        waits(
                by,
                project,
                project,
                words -> new Letter(
                        words.say("money.waits.many.subject", "count", count, "project", name(project)),
                        words.say("money.waits.many.lead", "name", by.name()),
                        List.of(),
                        "/desk",
                        words.say("money.waits.act")));
    }

    private void waits(Caller by, UUID project, UUID about, Function<LetterWords, Letter> letter) {
        notices.tellAlone(approvers.whom(project, by.account()), occasion(by, project), about, letter);
    }

    private static Occasion occasion(Caller by, UUID project) {
        return new Occasion(Notice.Kind.NEED, project, false, by.account());
    }

    /// A line or a use waits no more, since it was decided or removed.
    ///
    /// @param last whether nothing of the project waits any more, so that what was told of a table is over, too
    void over(Caller by, UUID project, UUID id, boolean last) {
        notices.over(id, by.account());
        if (last) notices.over(project, by.account());
    }

    void decided(Caller by, UUID project, UUID asked, boolean approved, Money amount, String what, String reason) {
        var key = approved ? "money.approved" : "money.refused";
        notices.tellAlone(
                Set.of(asked),
                occasion(by, project),
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
}
