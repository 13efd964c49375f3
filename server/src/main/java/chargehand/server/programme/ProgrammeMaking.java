package chargehand.server.programme;

import chargehand.server.assets.Asset;
import chargehand.server.assets.ChangeWindows;
import chargehand.server.assets.Register;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Clients;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Permission;
import chargehand.server.people.People;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.Accountables.Part;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.planning.ProjectEditing;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes a project of what is due by a day and is in no programme yet.
@Service
public class ProgrammeMaking {
    private static final int YEARS_AHEAD = 10;
    private static final int LONGEST_NAME = 200;

    private final DueReading reading;
    private final Register register;
    private final Replacements replacements;
    private final PlanEditing plans;
    private final ProjectEditing projects;
    private final WorkingTimes times;
    private final People people;
    private final Clients clients;
    private final Companies companies;
    private final Audit audit;
    private final Clock clock;

    ProgrammeMaking(
            DueReading reading,
            Register register,
            Replacements replacements,
            PlanEditing plans,
            ProjectEditing projects,
            WorkingTimes times,
            People people,
            Clients clients,
            Companies companies,
            Audit audit,
            Clock clock) {
        this.reading = reading;
        this.register = register;
        this.replacements = replacements;
        this.plans = plans;
        this.projects = projects;
        this.times = times;
        this.people = people;
        this.clients = clients;
        this.companies = companies;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param without assets that are left out
    record Wish(String name, @Nullable UUID client, LocalDate until, Set<UUID> without, ChangeWindows windows) {}

    /// @param assets how many are replaced by it
    record Made(UUID project, int assets) {}

    /// Levelled in the same breath; the forecast follows in the background as for any project. Whoever makes it answers
    /// for it until somebody else does.
    ///
    /// @throws Problem if nothing is due that isn't in a programme, or there is too much of it
    @Transactional
    Made make(Caller caller, Wish wish) {
        clients.need(caller, Permission.PROJECT_CREATE, wish.client());
        var name = wish.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw Problem.invalid("name", "A name has 1 to %d letters.".formatted(LONGEST_NAME));
        replacements.lock();
        var due = free(wish);
        var company = companies.get();
        var zone = ZoneId.of(company.zone());
        var making = new ProgrammePlan(
                StepWords.in(company.language()),
                new Skills(people.all()),
                wish.windows(),
                zone,
                clock.instant().truncatedTo(ChronoUnit.MINUTES),
                () -> Ids.next(clock).toString());
        var today = reading.today();
        var working = times.ofCompany(today, today.plusYears(YEARS_AHEAD));
        var plan = making.of(name, working, Due.grouped(due, today));
        var project = plans.create(caller, new NewProject(wish.client(), Project.Kind.infrastructure), plan);
        projects.appoint(caller, project, Part.manager, caller.account(), caller.person(), caller.name());
        replacements.insert(project, making.replacements());
        audit.record(caller, "programme-made", "project", project, project, Map.of("assets", due.size()));
        return new Made(project, due.size());
    }

    private List<Asset> free(Wish wish) {
        var due = register.dueBy(wish.until(), DueReading.MOST + 1);
        if (due.size() > DueReading.MOST)
            throw Problem.of(
                            422,
                            "programme-too-large",
                            "That is too much for one programme",
                            "More than %,d assets are due by %s.".formatted(DueReading.MOST, wish.until()))
                    .hint("Choose an earlier day; the rest makes another programme.")
                    .with("most", DueReading.MOST);
        var taken = reading.taken(due);
        var free = due.stream()
                .filter(each -> !taken.contains(each.id()) && !wish.without().contains(each.id()))
                .toList();
        if (free.isEmpty())
            throw Problem.of(
                            409,
                            "nothing-due",
                            "Nothing is left to plan",
                            "What is due by %s is in a programme already, or was left out.".formatted(wish.until()))
                    .hint("Choose a later day, or open the programme that there is.");
        return free;
    }
}
