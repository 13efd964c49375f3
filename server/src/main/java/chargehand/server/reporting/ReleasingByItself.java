package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.ByItself.Doubt;
import chargehand.server.reporting.ReleaseSwitches.ReleaseSwitch;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Drafts and releases what is due, where somebody has switched that on, on workdays from eight in the morning on. What
/// is doubtful about it waits for whoever answers for the project, who is told so; and so does for an hour what
/// somebody has just drafted or written.
@Component
class ReleasingByItself {
    private static final Logger LOG = LoggerFactory.getLogger(ReleasingByItself.class);
    private static final Duration REST = Duration.ofHours(1);

    private final ReleaseSwitches switches;
    private final ByItselfReading reading;
    private final ReleaseDoubts doubts;
    private final Rhythms rhythms;
    private final Updates updates;
    private final Updating updating;
    private final UpdateLetters letters;
    private final Projects projects;
    private final Companies companies;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReleasingByItself(
            ReleaseSwitches switches,
            ByItselfReading reading,
            ReleaseDoubts doubts,
            Rhythms rhythms,
            Updates updates,
            Updating updating,
            UpdateLetters letters,
            Projects projects,
            Companies companies,
            TransactionTemplate transaction,
            Clock clock) {
        this.switches = switches;
        this.reading = reading;
        this.doubts = doubts;
        this.rhythms = rhythms;
        this.updates = updates;
        this.updating = updating;
        this.letters = letters;
        this.projects = projects;
        this.companies = companies;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT9M", fixedDelayString = "PT15M")
    void release() {
        if (!companies.isSetUp()) return;
        if (!Workday.hasBegun(clock.instant().atZone(ZoneId.of(companies.get().zone())))) return;
        for (var each : switches.all()) {
            try {
                transaction.executeWithoutResult(_ -> switches.take(each).ifPresent(this::release));
            } catch (RuntimeException failed) {
                LOG.warn("An update could not be released by itself: {}", failed.getMessage());
            }
        }
    }

    private void release(ReleaseSwitch on) {
        var project = projects.find(on.project()).orElse(null);
        if (project == null || !reading.isDue(project, rhythms.of(on.project(), on.audience())))
            switches.doubt(on, Set.of());
        else release(project, on);
    }

    private void release(Project project, ReleaseSwitch on) {
        var known = updates.draft(on.project(), on.audience()).orElse(null);
        if (known != null && !updates.rests(known.id(), clock.instant().minus(REST))) return;
        var draft = drafted(project, on, known);
        var last = updates.last(List.of(on.project()), on.audience()).stream()
                .findFirst()
                .orElse(null);
        var found = doubts.of(on, draft, last);
        if (found.isEmpty()) letters.releasedByItself(on, updating.releaseByItself(on, draft.id()));
        // A forecast comes by itself: nobody is told of that.
        var asked =
                found.stream().filter(each -> !each.kind().equals("unreckoned")).toList();
        // Without one nobody knows whether what was doubtful still is.
        boolean reckoned = asked.size() == found.size();
        if (reckoned ? switches.doubt(on, kinds(asked)) : switches.doubtToo(on, kinds(asked)))
            letters.doubted(on, draft, asked);
    }

    private static Set<String> kinds(List<Doubt> doubts) {
        return doubts.stream().map(Doubt::kind).collect(Collectors.toSet());
    }

    /// With the facts of now; where somebody worded those of an earlier plan, they look at it first.
    private Update drafted(Project project, ReleaseSwitch on, @Nullable Update known) {
        return known == null ? updating.draft(Caller.SYSTEM, project.id(), on.audience()) : updating.refreshed(known);
    }
}
