package chargehand.server.reporting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.server.audit.Audit;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads the portal: nothing that was not released, but for what the client is asked and has asked.
@Service
class PortalReading {
    private final Projects projects;
    private final PortalRows rows;
    private final Updates updates;
    private final UpdateFacts facts;
    private final ClientFacts clientFacts;
    private final DeliverableReading deliverables;
    private final PortalWishes wishes;
    private final Forecasts forecasts;
    private final Companies companies;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    PortalReading(
            Projects projects,
            PortalRows rows,
            Updates updates,
            UpdateFacts facts,
            ClientFacts clientFacts,
            DeliverableReading deliverables,
            PortalWishes wishes,
            Forecasts forecasts,
            Companies companies,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.projects = projects;
        this.rows = rows;
        this.updates = updates;
        this.facts = facts;
        this.clientFacts = clientFacts;
        this.deliverables = deliverables;
        this.wishes = wishes;
        this.forecasts = forecasts;
        this.companies = companies;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    Portal read(Caller caller) {
        var seen = projects.all(caller.where(Permission.PORTAL_SEE)).stream()
                .filter(each -> each.client() != null)
                .toList();
        var found = rows.of(caller, seen);
        var all = new ArrayList<Portal.Project>();
        for (var project : seen) all.add(project(project, found));
        all.sort(java.util.Comparator.comparing((Portal.Project each) -> each.update() == null)
                .thenComparing(Portal.Project::name));
        return new Portal(clock.instant().truncatedTo(ChronoUnit.MINUTES), all);
    }

    private Portal.Project project(Project project, PortalRows.Found found) {
        var id = project.id();
        var update = found.updates().get(id);
        var parts = found.parts(id);
        return new Portal.Project(
                id,
                project.name(),
                update == null ? null : released(update, found.money().contains(id)),
                update != null
                        && isNewer(
                                update.facts(),
                                found.edited().get(id),
                                found.finishes().get(id)),
                update != null && found.acknowledged().contains(update.id()),
                found.asked().getOrDefault(id, List.of()),
                answered(parts),
                parts.changes(),
                parts.deliverables(),
                parts.documents(),
                found.satisfactions().get(id));
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

    private boolean isNewer(UUID project, Update.Facts told) {
        var finish = forecasts.finishes(List.of(project)).get(project);
        return isNewer(told, facts.edited(project), finish);
    }

    /// Whether the plan was edited since, or its likely finish is another day.
    private static boolean isNewer(Update.Facts told, @Nullable Long edited, @Nullable Chance finish) {
        if (edited != null && edited > told.edited()) return true;
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
