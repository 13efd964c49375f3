package chargehand.server.reporting;

import chargehand.engine.forecast.Forecast.Chance;
import chargehand.server.delivery.ChangeReading;
import chargehand.server.delivery.ChangeView;
import chargehand.server.delivery.DeliverableReading;
import chargehand.server.delivery.DeliverableView;
import chargehand.server.forecasting.Forecasts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.planning.Project;
import chargehand.server.reporting.Update.Audience;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the portal has of several projects: each kind of thing is asked for once, for all of them.
@Component
class PortalRows {
    private static final int MOST_ASKED = 30;

    private final Updates updates;
    private final UpdateFacts facts;
    private final Questions questions;
    private final ChangeReading changes;
    private final DeliverableReading deliverables;
    private final ProjectDocuments documents;
    private final Satisfactions satisfactions;
    private final PortalWishes wishes;
    private final Forecasts forecasts;
    private final Recipients recipients;
    private final JdbcClient jdbc;
    private final Clock clock;

    PortalRows(
            Updates updates,
            UpdateFacts facts,
            Questions questions,
            ChangeReading changes,
            DeliverableReading deliverables,
            ProjectDocuments documents,
            Satisfactions satisfactions,
            PortalWishes wishes,
            Forecasts forecasts,
            Recipients recipients,
            JdbcClient jdbc,
            Clock clock) {
        this.updates = updates;
        this.facts = facts;
        this.questions = questions;
        this.changes = changes;
        this.deliverables = deliverables;
        this.documents = documents;
        this.satisfactions = satisfactions;
        this.wishes = wishes;
        this.forecasts = forecasts;
        this.recipients = recipients;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// By project, but for `acknowledged`, which are updates. Of what a project has none of there is nothing.
    ///
    /// @param updates the last that was released
    /// @param edited the version in which the plan was last edited
    /// @param finishes how it ends by the newest forecast
    /// @param money those of whose pay the reader sees what was released
    record Found(
            Map<UUID, Update> updates,
            Map<UUID, Long> edited,
            Map<UUID, Chance> finishes,
            Set<UUID> acknowledged,
            Set<UUID> money,
            Map<UUID, List<DeliverableView>> deliverables,
            Map<UUID, List<ProjectDocument.Shown>> documents,
            Map<UUID, List<ChangeView.OfClient>> changes,
            Map<UUID, List<Question>> questions,
            Map<UUID, List<Portal.Asked>> asked,
            Map<UUID, Satisfaction.Asked> satisfactions) {
        ClientFacts.Parts parts(UUID project) {
            var update = updates.get(project);
            return new ClientFacts.Parts(
                    update == null ? null : update.facts(),
                    deliverables.getOrDefault(project, List.of()),
                    documents.getOrDefault(project, List.of()),
                    changes.getOrDefault(project, List.of()),
                    questions.getOrDefault(project, List.of()));
        }
    }

    Found of(Caller caller, List<Project> projects) {
        var ids = projects.stream().map(Project::id).toList();
        var told = updates.last(ids, Audience.client).stream()
                .collect(Collectors.toMap(Update::project, Function.identity()));
        var clientIn = recipients.asClientIn(caller.account(), ids);
        return new Found(
                told,
                facts.edited(ids),
                forecasts.finishes(ids),
                updates.acknowledged(told.values().stream().map(Update::id).toList(), caller.account()),
                money(caller, projects, clientIn),
                deliverables.shown(ids),
                documents.shown(ids),
                changes.ofClient(caller, ids),
                questions.of(ids),
                asked(projects),
                satisfactions.asked(caller, clientIn));
    }

    /// One of the client's people sees it, and who sees it anyway.
    private Set<UUID> money(Caller caller, List<Project> projects, Set<UUID> clientIn) {
        var showing = wishes.showingMoney(projects.stream().map(Project::id).toList());
        var seen = new HashSet<UUID>();
        for (var each : projects) {
            var client = each.client() == null ? null : each.client().id();
            boolean sees = clientIn.contains(each.id()) || caller.may(Permission.SALES_SEE, each.id(), client);
            if (sees && showing.contains(each.id())) seen.add(each.id());
        }
        return seen;
    }

    /// What the client of each is asked for, what is open first.
    private Map<UUID, List<Portal.Asked>> asked(Collection<Project> projects) {
        var today = new HashMap<UUID, LocalDate>();
        for (var each : projects) today.put(each.id(), LocalDate.ofInstant(clock.instant(), ZoneId.of(each.zone())));
        var all = new HashMap<UUID, List<Portal.Asked>>();
        jdbc.sql("""
                select n.* from unnest(cast(:projects as uuid[])) as p(id) cross join lateral (
                    select project, id, what, due, state, asked_at from work.need
                    where project = p.id and of_client and state <> 'dropped'
                    order by state <> 'open', due nulls last, asked_at, id limit :most) n
                order by n.state <> 'open', n.due nulls last, n.asked_at, n.id
                """)
                .param("projects", today.keySet().toArray(UUID[]::new))
                .param("most", MOST_ASKED)
                .query(row -> {
                    var project = Updates.uuid(row, "project");
                    all.computeIfAbsent(project, any -> new ArrayList<>()).add(asked(row, today.get(project)));
                });
        return all;
    }

    private static Portal.Asked asked(ResultSet row, @Nullable LocalDate today) throws SQLException {
        var due = row.getObject("due", LocalDate.class);
        boolean open = row.getString("state").equals("open");
        boolean overdue = open && due != null && today != null && due.isBefore(today);
        return new Portal.Asked(Updates.uuid(row, "id"), row.getString("what"), due, overdue, !open);
    }
}
