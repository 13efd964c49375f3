package chargehand.server.demo;

import chargehand.engine.plan.Plan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import chargehand.files.own.JsonPlans;
import chargehand.server.people.Qualifications;
import chargehand.server.people.Week;
import chargehand.server.shared.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The made-up company as it stands in `examples/harbour`, which the build packs beside the classes.
///
/// @param plans by the name of their file
record World(
        Company company,
        People people,
        Accounts accounts,
        Assessments assessments,
        Vacancies vacancies,
        WorkWorld work,
        UpdateWorld updates,
        IncrementWorld increments,
        LogWorld log,
        MaintenanceWorld maintenance,
        MoneyWorld money,
        Map<String, Plan> plans) {
    private static final String FOLDER = "/chargehand/harbour/";

    /// @param today what the files take for the present, on the clock of the company
    record Company(
            String name,
            ZoneId zone,
            String country,
            @Nullable String region,
            String language,
            LocalDateTime today,
            Week week,
            List<Site> sites,
            List<Closing> closedEveryYear,
            List<Client> clients,
            List<Project> projects) {}

    record Site(
            String id,
            String name,
            String country,
            @Nullable String region,
            String zone) {}

    record Closing(MonthDay from, MonthDay to, String name) {}

    record Client(String key, String name) {}

    /// @param client its key, or null for the company itself
    /// @param manager the name of the person who answers for it
    record Project(
            String file,
            @Nullable String client,
            String kind,
            String status,
            String manager,
            @Nullable String deputy) {
        boolean isFinished() {
            return status.equals("finished");
        }
    }

    record People(List<NamedWeek> weeks, List<Person> people) {
        Week week(String id) {
            return weeks.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no week (%s).".formatted(id)))
                    .week();
        }
    }

    record NamedWeek(String id, String name, Week week) {}

    record Person(
            String name,
            String site,
            String week,
            List<String> skills,
            List<String> fields,
            @Nullable Money rate,
            @Nullable String email,
            @Nullable String lead,
            @Nullable Boolean pool,
            @Nullable Integer capacity,
            @Nullable List<Absence> absences,
            @Nullable Learning learning,
            @Nullable Terms terms) {
        boolean isPool() {
            return pool != null && pool;
        }

        /// Percent of one person.
        int units() {
            return capacity == null ? 100 : capacity;
        }

        List<Absence> away() {
            return absences == null ? List.of() : absences;
        }
    }

    /// What somebody has learned that bears on leading a project.
    record Learning(
            @Nullable LocalDate leadingSince,
            @Nullable Map<String, LocalDate> fieldsSince,
            @Nullable List<Qualifications.Certificate> certificates,
            @Nullable List<Qualifications.Degree> degrees,
            @Nullable List<Money> budgets,
            @Nullable List<String> hardware,
            @Nullable Map<String, String> shown) {}

    /// Employed unless it says otherwise.
    record Terms(
            @Nullable Boolean freelance,
            int leadDays,
            @Nullable Vetting vetting) {}

    record Vetting(String by, String how) {}

    record Absence(
            LocalDate from,
            LocalDate to,
            @Nullable String kind,
            @Nullable String note) {}

    record Accounts(List<Account> accounts) {}

    /// @param first the role for which this one stands among the first sign-ins, or null
    /// @param person the name of the person whose account it is, or null
    record Account(
            String login,
            @Nullable String first,
            String name,
            @Nullable String person,
            String language,
            List<Grant> grants) {}

    /// @param of the key of a client or the file of a project; null for the company
    record Grant(String role, String scope, @Nullable String of) {}

    record Assessments(List<Assessment> assessments) {}

    /// @param project its file, or null for an idea
    /// @param answers by question, what the plan doesn't say
    record Assessment(String title, @Nullable String project, Map<String, Answer> answers) {}

    record Answer(String answer, @Nullable String because) {}

    record Vacancies(List<Vacancy> vacancies) {}

    /// @param assessment the title of the one that it is written from
    record Vacancy(String assessment, String contact, String place, List<Applicant> applicants) {}

    /// @param cv the name of its file
    record Applicant(String name, String email, @Nullable String message, String cv) {}

    static byte[] cv(String file) {
        return bytes("cvs/" + file);
    }

    /// Finished work of earlier years, as a file that could be read.
    static byte[] history() {
        return bytes("history.csv");
    }

    /// The data centre's assets, as the table of a register.
    static byte[] assets() {
        return bytes("assets.csv");
    }

    /// What was measured of the assets until the world's present, moved with it.
    static byte[] measurements(Shift shift) {
        var moved = new StringBuilder();
        for (var line : new String(bytes("measurements.csv"), StandardCharsets.UTF_8).split("\n")) {
            var cells = line.split(",", -1);
            if (cells[2].startsWith("20"))
                cells[2] = shift.date(LocalDate.parse(cells[2])).toString();
            moved.append(String.join(",", cells)).append('\n');
        }
        return moved.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// Budgets, orders and invoices, as the table of a bookkeeping.
    static byte[] amounts() {
        return bytes("money.csv");
    }

    static World read(JsonMapper json) {
        var company = read(json, "company.json", Company.class);
        var plans = new LinkedHashMap<String, Plan>();
        for (var project : company.projects()) plans.put(project.file(), plan(project.file(), company.zone()));
        return new World(
                company,
                read(json, "people.json", People.class),
                read(json, "accounts.json", Accounts.class),
                read(json, "assessments.json", Assessments.class),
                read(json, "vacancies.json", Vacancies.class),
                read(json, "work.json", WorkWorld.class),
                read(json, "updates.json", UpdateWorld.class),
                read(json, "increments.json", IncrementWorld.class),
                read(json, "log.json", LogWorld.class),
                read(json, "maintenance.json", MaintenanceWorld.class),
                read(json, "money.json", MoneyWorld.class),
                plans);
    }

    private static <T> T read(JsonMapper json, String name, Class<T> kind) {
        return json.readValue(bytes(name), kind);
    }

    private static Plan plan(String file, ZoneId zone) {
        try {
            return JsonPlans.read(bytes("projects/" + file), new Reading(zone, null))
                    .plan();
        } catch (UnreadableFile damaged) {
            throw new IllegalStateException("The demo's " + file + " can't be read: " + damaged.getMessage(), damaged);
        }
    }

    private static byte[] bytes(String name) {
        try (var in = Objects.requireNonNull(World.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Plan plan(Project project) {
        return Objects.requireNonNull(plans.get(project.file()), project.file());
    }

    /// In the order in which they get their share of people: what is over first, then as the company
    /// lists them.
    List<Project> byPrecedence() {
        var ordered = new ArrayList<Project>();
        for (var each : company.projects()) if (each.isFinished()) ordered.add(each);
        for (var each : company.projects()) if (!each.isFinished()) ordered.add(each);
        return ordered;
    }
}
