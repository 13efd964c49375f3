package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.delivery.ChangeReading;
import chargehand.server.delivery.DeliverableReading;
import chargehand.server.delivery.DeliverableView;
import chargehand.server.forecasting.Forecasts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import chargehand.server.identity.PortalLinks;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads the portal: nothing that was not released, but for what the client is asked and has asked.
@Service
class PortalReading {
    private final Projects projects;
    private final Updates updates;
    private final UpdateFacts facts;
    private final Questions questions;
    private final ClientFacts clientFacts;
    private final ChangeReading changes;
    private final DeliverableReading deliverables;
    private final ProjectDocuments documents;
    private final Satisfactions satisfactions;
    private final PortalWishes wishes;
    private final Forecasts forecasts;
    private final Companies companies;
    private final Audit audit;
    private final LiveEvents events;
    private final JdbcClient jdbc;
    private final Clock clock;

    PortalReading(
            Projects projects,
            Updates updates,
            UpdateFacts facts,
            Questions questions,
            ClientFacts clientFacts,
            ChangeReading changes,
            DeliverableReading deliverables,
            ProjectDocuments documents,
            Satisfactions satisfactions,
            PortalWishes wishes,
            Forecasts forecasts,
            Companies companies,
            Audit audit,
            LiveEvents events,
            JdbcClient jdbc,
            Clock clock) {
        this.projects = projects;
        this.updates = updates;
        this.facts = facts;
        this.questions = questions;
        this.clientFacts = clientFacts;
        this.changes = changes;
        this.deliverables = deliverables;
        this.documents = documents;
        this.satisfactions = satisfactions;
        this.wishes = wishes;
        this.forecasts = forecasts;
        this.companies = companies;
        this.audit = audit;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Portal read(Caller caller) {
        var seen = projects.all(caller.where(Permission.PORTAL_SEE)).stream()
                .filter(each -> each.client() != null)
                .toList();
        var last = updates.last(seen.stream().map(Project::id).toList(), Audience.client).stream()
                .collect(Collectors.toMap(Update::project, Function.identity()));
        var all = new ArrayList<Portal.Project>();
        for (var project : seen) all.add(project(caller, project, last.get(project.id())));
        all.sort(java.util.Comparator.comparing((Portal.Project each) -> each.update() == null)
                .thenComparing(Portal.Project::name));
        return new Portal(clock.instant().truncatedTo(ChronoUnit.MINUTES), all);
    }

    private Portal.Project project(Caller caller, Project project, @Nullable Update update) {
        var id = project.id();
        var parts = new ClientFacts.Parts(
                update == null ? null : update.facts(),
                deliverables.shown(id),
                documents.shown(id),
                changes.ofClient(caller, id),
                questions.of(id));
        return new Portal.Project(
                id,
                project.name(),
                update == null ? null : released(update, wishes.showsMoney(caller, id)),
                update != null && isNewer(id, update.facts()),
                update != null && updates.hasAcknowledged(update.id(), caller.account()),
                asked(id, ZoneId.of(project.zone())),
                answered(parts),
                parts.changes(),
                parts.deliverables(),
                parts.documents(),
                satisfactions.asked(caller, id).orElse(null));
    }

    private List<Question> answered(ClientFacts.Parts parts) {
        var shown = clientFacts.of(parts);
        return parts.questions().stream()
                .map(each -> each.with(shown).forClient())
                .toList();
    }

    /// What a link opens.
    @Transactional(readOnly = true)
    LinkedPortal linked(PortalLinks.Guest guest) {
        var link = guest.link();
        var project = projects.find(link.project()).orElseThrow(Problem::notFound);
        var update = updates.last(List.of(project.id()), Audience.client).stream()
                .findFirst()
                .orElse(null);
        return new LinkedPortal(
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                companies.get().name(),
                link.whom(),
                link.until(),
                project.name(),
                update == null ? null : released(update, link.money() && wishes.showsMoney(project.id())),
                update != null && isNewer(project.id(), update.facts()),
                deliverables.shown(project.id()).stream()
                        .map(DeliverableView::forOthers)
                        .toList());
    }

    /// Whether the plan was edited since, or its likely finish is another day.
    private boolean isNewer(UUID project, Update.Facts told) {
        if (facts.edited(project) > told.edited()) return true;
        var finish = forecasts.finishes(List.of(project)).get(project);
        var likely = told.finish().likely();
        if (finish == null || likely == null) return false;
        var zone = ZoneId.of(told.zone());
        return !LocalDate.ofInstant(finish.p80(), zone).equals(LocalDate.ofInstant(likely, zone));
    }

    /// @param money whether the reader sees what was released of the pay
    private static Portal.@Nullable Released released(Update told, boolean money) {
        var update = money ? told : told.withoutPay();
        var released = update.released();
        return released == null
                ? null
                : new Portal.Released(
                        update.id(),
                        update.facts(),
                        update.words(),
                        released.at(),
                        released.name(),
                        released.switchedOn() == null
                                ? null
                                : released.switchedOn().name());
    }

    private List<Portal.Asked> asked(UUID project, ZoneId zone) {
        var today = LocalDate.ofInstant(clock.instant(), zone);
        return jdbc.sql("""
                select id, what, due, state from work.need
                where project = :project and of_client and state <> 'dropped'
                order by state <> 'open', due nulls last, asked_at, id limit 30
                """)
                .param("project", project)
                .query((row, number) -> {
                    var due = row.getObject("due", LocalDate.class);
                    boolean open = row.getString("state").equals("open");
                    boolean overdue = open && due != null && due.isBefore(today);
                    return new Portal.Asked(Updates.uuid(row, "id"), row.getString("what"), due, overdue, !open);
                })
                .list();
    }

    /// The caller has read what was released.
    @Transactional
    void acknowledge(Caller caller, UUID project, UUID id) {
        var update = updates.find(project, id)
                .filter(each -> each.isReleased() && each.audience() == Audience.client)
                .orElseThrow(Problem::notFound);
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        if (!updates.acknowledge(update.id(), caller.account(), caller.name(), at)) return;
        audit.record(caller, "update-acknowledged", "update", id, project, Map.of());
        events.publish("update", project, null, caller.account(), EventScope.project(project));
    }
}
