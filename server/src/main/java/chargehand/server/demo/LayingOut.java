package chargehand.server.demo;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.plan.Task;
import chargehand.engine.plan.Who;
import chargehand.server.assets.AssetImporting;
import chargehand.server.assets.MeasurementReading;
import chargehand.server.forecasting.Forecasting;
import chargehand.server.forecasting.HistoryImporting;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Clients;
import chargehand.server.identity.Company;
import chargehand.server.identity.Grants;
import chargehand.server.identity.NewAccount;
import chargehand.server.identity.Role;
import chargehand.server.identity.SettingUp;
import chargehand.server.people.AbsenceEditing;
import chargehand.server.people.AbsenceWrite;
import chargehand.server.people.Holidays;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.PlaceEditing;
import chargehand.server.people.QualificationEditing;
import chargehand.server.people.Qualifications;
import chargehand.server.people.ShutdownWrite;
import chargehand.server.people.SiteWrite;
import chargehand.server.people.TermsEditing;
import chargehand.server.planning.Accountables;
import chargehand.server.planning.Baselining;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.planning.ProjectEditing;
import chargehand.server.staffing.Assessing;
import chargehand.server.staffing.GivenAnswer;
import chargehand.server.staffing.VacancyIntake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Lays out the made-up company by the same use cases that the pages use, all or nothing.
@Component
class LayingOut {
    private static final int YEARS_AROUND = 2;
    private static final String FIRST_PLAN = "First plan";

    private final SettingUp settingUp;
    private final Accounts accounts;
    private final Grants grants;
    private final Clients clients;
    private final PlaceEditing places;
    private final Holidays holidays;
    private final PeopleEditing people;
    private final QualificationEditing qualifications;
    private final TermsEditing terms;
    private final AbsenceEditing absences;
    private final PlanEditing plans;
    private final ProjectEditing editing;
    private final Baselining baselines;
    private final Assessing assessing;
    private final VacancyIntake intake;
    private final HistoryImporting histories;
    private final AssetImporting assets;
    private final MeasurementReading measurements;
    private final Forecasting forecasting;
    private final LayingOutWork work;
    private final LayingOutIncrements increments;
    private final LayingOutLog log;
    private final LayingOutMaintenance maintenance;
    private final LayingOutMoney money;
    private final JsonMapper json;

    LayingOut(
            SettingUp settingUp,
            Accounts accounts,
            Grants grants,
            Clients clients,
            PlaceEditing places,
            Holidays holidays,
            PeopleEditing people,
            QualificationEditing qualifications,
            TermsEditing terms,
            AbsenceEditing absences,
            PlanEditing plans,
            ProjectEditing editing,
            Baselining baselines,
            Assessing assessing,
            VacancyIntake intake,
            HistoryImporting histories,
            AssetImporting assets,
            MeasurementReading measurements,
            Forecasting forecasting,
            LayingOutWork work,
            LayingOutIncrements increments,
            LayingOutLog log,
            LayingOutMaintenance maintenance,
            LayingOutMoney money,
            JsonMapper json) {
        this.settingUp = settingUp;
        this.accounts = accounts;
        this.grants = grants;
        this.clients = clients;
        this.places = places;
        this.holidays = holidays;
        this.people = people;
        this.qualifications = qualifications;
        this.terms = terms;
        this.absences = absences;
        this.plans = plans;
        this.editing = editing;
        this.baselines = baselines;
        this.assessing = assessing;
        this.intake = intake;
        this.histories = histories;
        this.assets = assets;
        this.measurements = measurements;
        this.forecasting = forecasting;
        this.work = work;
        this.increments = increments;
        this.log = log;
        this.maintenance = maintenance;
        this.money = money;
        this.json = json;
    }

    /// What has an id by now, by the key that the files use.
    private record Laid(
            Map<String, UUID> sites,
            Map<String, UUID> clients,
            Map<String, UUID> people,
            Map<String, UUID> projects,
            Map<String, UUID> accounts) {
        Laid() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /// @param monday the day that is to be the world's present
    @Transactional
    public void layOut(World world, LocalDate monday, FirstSignIns signIns) {
        var laid = new Laid();
        var shift = shift(world, monday);
        var founder = found(world, signIns);
        for (var each : world.company().clients())
            laid.clients().put(each.key(), clients.create(Caller.SYSTEM, each.name()));
        settle(world, monday, laid);
        employ(world, shift, laid);
        remember(shift);
        assets.accept(
                Caller.SYSTEM,
                assets.look(Caller.SYSTEM, "assets.csv", World.assets()).id(),
                true);
        measurements.read(Caller.SYSTEM, "measurements.csv", World.measurements(shift));
        for (var each : world.byPrecedence()) begin(world, each, shift, laid);
        money.layOut(world.money(), shift, laid.projects());
        for (var each : world.accounts().accounts()) admit(each, founder, laid, signIns);
        answer(world, laid);
        money.approve(world.money(), shift, laid.projects(), laid.accounts());
        var assessed = new HashMap<String, UUID>();
        for (var each : world.assessments().assessments()) assessed.put(each.title(), assess(each, laid));
        for (var each : world.vacancies().vacancies()) advertise(each, assessed);
        work.layOut(world.work(), shift, laid.people(), laid.projects());
        increments.layOut(world.increments(), shift, laid.projects());
        log.layOut(world.log(), world.plans(), shift, laid.people(), laid.projects());
        maintenance.layOut(world.maintenance(), shift);
        forecast(world, laid);
        work.layOut(world.updates(), laid.people(), laid.projects());
    }

    /// What clients are told rests on what the history says, as everything that is seen later.
    private void forecast(World world, Laid laid) {
        var told = world.updates().updates().stream()
                .map(each -> Objects.requireNonNull(laid.projects().get(each.project())))
                .distinct()
                .toList();
        forecasting.now(laid.projects().values(), told);
    }

    private Shift shift(World world, LocalDate monday) {
        var today = world.company().today().toLocalDate();
        var weeks = ChronoUnit.WEEKS.between(today, monday);
        var off = new TreeSet<LocalDate>();
        for (var there : List.of(today, monday)) {
            for (int year = there.getYear() - YEARS_AROUND; year <= there.getYear() + YEARS_AROUND; year++) {
                for (var holiday :
                        holidays.of(world.company().country(), world.company().region(), year, Locale.ENGLISH))
                    off.add(holiday.date());
                for (var closing : world.company().closedEveryYear())
                    closing.from()
                            .atYear(year)
                            .datesUntil(closing.to().atYear(year).plusDays(1))
                            .forEach(off::add);
            }
        }
        return new Shift(world.company().zone(), today, weeks, off);
    }

    /// The company with its administrator.
    private Founder found(World world, FirstSignIns signIns) {
        var company = world.company();
        var week = json.convertValue(company.week(), new TypeReference<Map<String, List<String>>>() {});
        var first = world.accounts().accounts().getFirst();
        var password = signIns.add(Objects.requireNonNull(first.first()), first.login());
        var id = settingUp.setUp(
                new Company(
                        company.name(),
                        company.zone().getId(),
                        company.country(),
                        company.region(),
                        company.language(),
                        week,
                        true,
                        1),
                new NewAccount(first.login(), first.name(), null, password, null, first.language()));
        return new Founder(first.login(), id);
    }

    private record Founder(String login, UUID account) {}

    private void settle(World world, LocalDate monday, Laid laid) {
        for (var each : world.company().sites()) {
            var site = places.addSite(
                    new SiteWrite(each.name(), each.country(), each.region(), each.zone()), Caller.SYSTEM);
            laid.sites().put(each.id(), site.id());
        }
        for (var closing : world.company().closedEveryYear())
            for (int year = monday.getYear() - 1; year <= monday.getYear() + YEARS_AROUND; year++)
                places.close(
                        new ShutdownWrite(
                                null, closing.from().atYear(year), closing.to().atYear(year), closing.name()),
                        Caller.SYSTEM);
    }

    private void employ(World world, Shift shift, Laid laid) {
        for (var each : world.people().people()) {
            var lead = each.lead() == null ? null : laid.people().get(each.lead());
            var person = people.create(
                    new PersonWrite(
                            each.name(),
                            each.email(),
                            laid.sites().get(each.site()),
                            each.skills(),
                            null,
                            each.fields(),
                            world.people().week(each.week()),
                            null,
                            each.isPool() ? null : each.units(),
                            each.isPool() ? each.capacity() : null,
                            each.isPool(),
                            lead,
                            each.rate(),
                            null),
                    Caller.SYSTEM);
            laid.people().put(each.name(), person.id());
            if (each.learning() != null)
                qualifications.put(person.id(), learned(each.learning(), shift), 0, Caller.SYSTEM);
            if (each.terms() != null) agree(person.id(), each.terms());
            for (var away : each.away())
                absences.add(
                        person.id(),
                        new AbsenceWrite(shift.date(away.from()), shift.date(away.to()), away.kind(), away.note()),
                        Caller.SYSTEM);
        }
    }

    private void agree(UUID person, World.Terms agreed) {
        terms.put(person, Boolean.TRUE.equals(agreed.freelance()), agreed.leadDays(), 0, Caller.SYSTEM);
        var vetting = agreed.vetting();
        if (vetting == null) return;
        var by = new Caller(Caller.SYSTEM.account(), vetting.by(), null, Caller.SYSTEM.grants());
        terms.vet(person, "met", vetting.how(), by);
    }

    private static Qualifications learned(World.Learning learning, Shift shift) {
        var certificates =
                learning.certificates() == null ? List.<Qualifications.Certificate>of() : learning.certificates();
        return new Qualifications(
                learning.leadingSince(),
                learning.fieldsSince() == null ? Map.of() : learning.fieldsSince(),
                certificates.stream()
                        .map(each -> new Qualifications.Certificate(
                                each.name(),
                                each.issuer(),
                                each.management(),
                                each.expires() == null ? null : shift.date(each.expires())))
                        .toList(),
                learning.degrees() == null ? List.of() : learning.degrees(),
                learning.budgets() == null ? List.of() : learning.budgets(),
                learning.hardware() == null ? List.of() : learning.hardware(),
                learning.shown() == null ? Map.of() : learning.shown(),
                0);
    }

    private void begin(World world, World.Project project, Shift shift, Laid laid) {
        var client = project.client() == null ? null : laid.clients().get(project.client());
        var plan = withPersons(shift.plan(world.plan(project)), laid.people());
        var id = plans.create(Caller.SYSTEM, new NewProject(client, Project.Kind.valueOf(project.kind())), plan);
        laid.projects().put(project.file(), id);
        baselines.createAsBegun(Caller.SYSTEM, id, FIRST_PLAN);
    }

    /// The files name people; the server knows them by their ids and has their time in its own books.
    private static Plan withPersons(Plan plan, Map<String, UUID> people) {
        var resources = new ArrayList<Resource>();
        for (var each : plan.resources())
            resources.add(new Resource(id(each.id(), people), each.name(), each.capacity(), null, each.skills()));
        var named = new TreeSet<String>();
        named.add(plan.calendar());
        var tasks = new ArrayList<Task>();
        for (var each : plan.tasks()) {
            if (each.calendar() != null) named.add(each.calendar());
            tasks.add(each.withAssignments(each.assignments().stream()
                    .map(one -> withPerson(one, people))
                    .toList()));
        }
        return new Plan(
                plan.name(),
                plan.zone(),
                plan.start(),
                plan.calendar(),
                plan.calendars().stream()
                        .filter(each -> named.contains(each.id()))
                        .toList(),
                resources,
                tasks,
                plan.links(),
                List.of());
    }

    private static Assignment withPerson(Assignment assignment, Map<String, UUID> people) {
        return switch (assignment.who()) {
            case Who.Named(var who) ->
                new Assignment(new Who.Named(id(who, people)), assignment.units(), assignment.effort());
            case Who.AnyoneWith any -> assignment;
        };
    }

    private static ResourceId id(ResourceId name, Map<String, UUID> people) {
        return new ResourceId(
                Objects.requireNonNull(people.get(name.value()), name.value()).toString());
    }

    private void admit(World.Account account, Founder founder, Laid laid, FirstSignIns signIns) {
        var id = account.login().equals(founder.login()) ? founder.account() : account(account, laid, signIns);
        laid.accounts().put(account.name(), id);
        for (var grant : account.grants()) {
            var role = Role.valueOf(grant.role().toUpperCase(Locale.ROOT));
            if (role == Role.ADMINISTRATOR) continue;
            grants.give(
                    Caller.SYSTEM,
                    id,
                    role,
                    of(grant, "client", laid.clients()),
                    of(grant, "project", laid.projects()));
        }
    }

    private UUID account(World.Account account, Laid laid, FirstSignIns signIns) {
        var person = account.person() == null ? null : laid.people().get(account.person());
        var password = account.first() == null ? null : signIns.add(account.first(), account.login());
        return accounts.create(
                Caller.SYSTEM,
                new NewAccount(account.login(), account.name(), null, password, person, account.language()));
    }

    private static @Nullable UUID of(World.Grant grant, String scope, Map<String, UUID> laid) {
        return grant.scope().equals(scope) ? laid.get(grant.of()) : null;
    }

    /// Who answers for each project, and who stands in; with the rights that go with it where they
    /// have an account.
    private void answer(World world, Laid laid) {
        for (var each : world.company().projects()) {
            appoint(each, Accountables.Part.manager, each.manager(), laid);
            if (each.deputy() != null) appoint(each, Accountables.Part.deputy, each.deputy(), laid);
        }
    }

    private UUID assess(World.Assessment assessment, Laid laid) {
        var project = assessment.project() == null ? null : laid.projects().get(assessment.project());
        var answers = new HashMap<String, GivenAnswer>();
        assessment
                .answers()
                .forEach((question, given) -> answers.put(question, new GivenAnswer(given.answer(), given.because())));
        return assessing.assess(Caller.SYSTEM, project, assessment.title(), answers);
    }

    private void advertise(World.Vacancy vacancy, Map<String, UUID> assessed) {
        var applicants = vacancy.applicants().stream()
                .map(each -> new VacancyIntake.Applicant(
                        each.name(), each.email(), each.message(), each.cv(), World.cv(each.cv())))
                .toList();
        var assessment = Objects.requireNonNull(assessed.get(vacancy.assessment()), vacancy.assessment());
        intake.publish(Caller.SYSTEM, assessment, vacancy.contact(), vacancy.place(), applicants);
    }

    /// What was finished before there were any plans here, moved as all else.
    private void remember(Shift shift) {
        var day = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
        var text = day.matcher(new String(World.history(), StandardCharsets.UTF_8))
                .replaceAll(each -> shift.date(LocalDate.parse(each.group())).toString());
        try {
            var file = Files.createTempFile("history", ".csv");
            try {
                Files.writeString(file, text);
                histories.accept(
                        Caller.SYSTEM,
                        histories
                                .look(Caller.SYSTEM, "earlier-projects.csv", file)
                                .id(),
                        true);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void appoint(World.Project project, Accountables.Part part, String name, Laid laid) {
        var id = Objects.requireNonNull(laid.projects().get(project.file()));
        var person = Objects.requireNonNull(laid.people().get(name));
        var account = accounts.ofPersons(List.of(person)).get(person);
        editing.appoint(Caller.SYSTEM, id, part, account == null ? null : account.id(), person, name);
        var role = part == Accountables.Part.manager ? Role.MANAGER : Role.DEPUTY;
        if (account != null) grants.give(Caller.SYSTEM, account.id(), role, null, id);
    }
}
