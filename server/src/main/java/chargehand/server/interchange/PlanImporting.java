package chargehand.server.interchange;

import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Scheduler;
import chargehand.engine.plan.Plan;
import chargehand.engine.plan.Resource;
import chargehand.engine.plan.ResourceId;
import chargehand.files.ReadPlan;
import chargehand.files.Reading;
import chargehand.files.UnreadableFile;
import chargehand.files.own.JsonPlans;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Clients;
import chargehand.server.identity.Permission;
import chargehand.server.interchange.Imports.Kind;
import chargehand.server.interchange.Imports.StoredFile;
import chargehand.server.interchange.PlanImportViews.ErrorView;
import chargehand.server.interchange.PlanImportViews.FileView;
import chargehand.server.interchange.PlanImportViews.ImportView;
import chargehand.server.interchange.PlanImportViews.PersonMatch;
import chargehand.server.interchange.PlanImportViews.ProjectView;
import chargehand.server.people.People;
import chargehand.server.people.WorkingTimes;
import chargehand.server.planning.NewProject;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Takes plans in from files: first to be looked at, then all or none. Several files become several projects that
/// share the same people.
@Service
public class PlanImporting {
    private static final int MOST_FILES = 20;
    /// A look, not a plan: as long as nobody waits for it.
    private static final long NANOS_OF_A_LOOK = 1_500_000_000L;

    private static final int SCHEDULES_OF_A_LOOK = 20;

    private final UploadReading reading;
    private final Imports imports;
    private final RememberedPeople remembered;
    private final People people;
    private final WorkingTimes times;
    private final NewPeople newPeople;
    private final PlanEditing planning;
    private final Clients clients;
    private final Audit audit;
    private final JsonMapper json;
    private final Clock clock;

    PlanImporting(
            UploadReading reading,
            Imports imports,
            RememberedPeople remembered,
            People people,
            WorkingTimes times,
            NewPeople newPeople,
            PlanEditing planning,
            Clients clients,
            Audit audit,
            JsonMapper json,
            Clock clock) {
        this.reading = reading;
        this.imports = imports;
        this.remembered = remembered;
        this.people = people;
        this.times = times;
        this.newPeople = newPeople;
        this.planning = planning;
        this.clients = clients;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// A file as it was sent.
    interface Upload {
        String name();

        InputStream open() throws IOException;
    }

    /// Reads all files, and keeps what was read for a day. A file that can't be read is told among the others; if none
    /// can, the request is refused.
    ///
    /// @param client whom the projects will be for, if that is known: its files' names are remembered
    ImportView look(List<? extends Upload> uploads, @Nullable UUID client, Caller caller) throws IOException {
        if (uploads.isEmpty() || uploads.size() > MOST_FILES)
            throw Problem.invalid("file", "An import has 1 to %d files.".formatted(MOST_FILES));
        if (client != null) needCreation(client, caller);
        var zone = zone();
        var matching = new PersonMatching(people.all(), remembered.of(client));
        var names = new HashSet<String>();
        var views = new ArrayList<FileView>();
        var stored = new ArrayList<StoredFile>();
        Problem last = null;
        for (var upload : uploads) {
            var name = unique(upload.name(), names);
            try {
                var read = reading.read(name, upload.open(), zone);
                var view = view(name, read, matching);
                views.add(view);
                stored.add(new StoredFile(name, bytes(read), json.writeValueAsString(view)));
            } catch (UnreadableFile unreadable) {
                last = Unreadable.problem(unreadable, name);
                var view =
                        FileView.unreadable(name, new ErrorView(last.code(), last.title(), last.detail(), last.hint()));
                views.add(view);
                stored.add(new StoredFile(name, null, json.writeValueAsString(view)));
            }
        }
        if (last != null && views.stream().allMatch(each -> each.error() != null)) throw last;
        var id = Ids.next(clock);
        imports.insert(id, caller.account(), Kind.plans, client, stored);
        return new ImportView(id, clock.instant().plus(Imports.KEPT), views);
    }

    private ZoneId zone() {
        var today = LocalDate.now(clock);
        return times.ofCompany(today, today).zone();
    }

    private static String unique(String name, HashSet<String> names) {
        var unique = name;
        for (int i = 2; !names.add(unique); i++) unique = "%d %s".formatted(i, name);
        return unique;
    }

    private static FileView view(String name, ReadPlan read, PersonMatching matching) {
        var plan = read.plan();
        long end = System.nanoTime() + NANOS_OF_A_LOOK;
        var calendar = Scheduler.schedule(
                plan, Options.schedules(SCHEDULES_OF_A_LOOK).withStop(() -> System.nanoTime() - end >= 0));
        var project = new ProjectView(
                plan.name(), plan.start(), plan.tasks().size(), plan.links().size(), calendar.finish());
        return new FileView(name, read.format(), project, PlanLines.of(read, calendar), matches(plan, matching), null);
    }

    private static List<PersonMatch> matches(Plan plan, PersonMatching matching) {
        return plan.resources().stream()
                .map(PlanImporting::name)
                .distinct()
                .map(matching::match)
                .toList();
    }

    static String name(Resource resource) {
        return resource.name().isBlank()
                ? resource.id().value()
                : resource.name().strip();
    }

    private static byte[] bytes(ReadPlan read) {
        var bytes = new ByteArrayOutputStream();
        try {
            JsonPlans.write(read, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// What was said when it was read.
    ///
    /// @throws Problem if it isn't there, or somebody else's
    @Transactional
    ImportView read(UUID id, Caller caller) {
        var stored = imports.find(id, caller.account(), Kind.plans).orElseThrow(Problem::notFound);
        return new ImportView(
                id,
                stored.expires(),
                stored.files().stream()
                        .map(each -> json.readValue(each.about(), FileView.class))
                        .toList());
    }

    @Transactional
    void remove(UUID id, Caller caller) {
        if (!imports.remove(id, caller.account())) throw Problem.notFound();
    }

    /// @param projectName the plan's own unless said
    /// @param people by the name in the file: the id of a person, `new`, or `skip` for a name in this plan alone
    record FileChoice(
            String name,
            @Nullable String projectName,
            @Nullable Map<String, String> people,
            Project.@Nullable Kind kind) {}

    /// @param client whom the projects are for, or null for the company itself
    /// @param files those that are taken; null for all
    @Schema(name = "ImportAcceptance")
    record Acceptance(@Nullable UUID client, @Nullable List<FileChoice> files) {}

    /// All files or none.
    ///
    /// @return the new projects, in the order of the files
    /// @throws Problem if it isn't said who somebody is, a file can't be taken, or the caller may not
    @Transactional
    List<UUID> accept(UUID id, Acceptance acceptance, Caller caller) {
        var stored = imports.find(id, caller.account(), Kind.plans).orElseThrow(Problem::notFound);
        var client = acceptance.client() == null ? stored.client() : acceptance.client();
        needCreation(client, caller);
        var files = new LinkedHashMap<String, StoredFile>();
        for (var file : stored.files()) files.put(file.name(), file);
        var choices = acceptance.files() == null || acceptance.files().isEmpty()
                ? files.keySet().stream()
                        .map(each -> new FileChoice(each, null, null, null))
                        .toList()
                : acceptance.files();
        var plans = new LinkedHashMap<FileChoice, Plan>();
        for (var choice : choices) plans.put(choice, plan(files.get(choice.name()), choice.name()));
        var persons = persons(plans, client, caller);
        var projects = new ArrayList<UUID>();
        plans.forEach((choice, plan) -> projects.add(create(choice, plan, persons.get(choice), client, caller)));
        imports.remove(id, caller.account());
        audit.record(caller, "plans-imported", "import", id, null, Map.of("projects", projects.size()));
        return projects;
    }

    private void needCreation(@Nullable UUID client, Caller caller) {
        if (client == null && !caller.mayIn(Permission.PROJECT_CREATE, null))
            throw Problem.forbidden().hint("You may take projects in for your clients alone; say for which.");
        clients.need(caller, Permission.PROJECT_CREATE, client);
    }

    private Plan plan(@Nullable StoredFile file, String name) {
        if (file == null) throw Problem.invalid("files", "The import has no file “%s”.".formatted(name));
        if (file.content() == null)
            throw Problem.of(
                            422,
                            "import-has-errors",
                            "A file can't be taken",
                            "“%s” could not be read.".formatted(name))
                    .hint("Take the others without it.")
                    .with("sentence", name);
        try {
            return JsonPlans.read(file.content(), new Reading(zone(), null)).plan();
        } catch (UnreadableFile impossible) {
            throw new IllegalStateException("What was written can't be read.", impossible);
        }
    }

    /// Who each resource of each file is; those who stay names are left out. A name stands for the same person in all
    /// files, unless somebody says otherwise.
    private Map<FileChoice, Map<ResourceId, UUID>> persons(
            Map<FileChoice, Plan> plans, @Nullable UUID client, Caller caller) {
        var matching = new PersonMatching(people.all(), remembered.of(client));
        var created = new HashMap<String, UUID>();
        var unanswered = new ArrayList<String>();
        var decisions = new LinkedHashMap<FileChoice, Map<ResourceId, Decision>>();
        plans.forEach((choice, plan) -> {
            var ofFile = new LinkedHashMap<ResourceId, Decision>();
            for (var resource : plan.resources()) {
                var decision = decision(choice, resource, matching);
                if (decision instanceof Decision.Unanswered) unanswered.add(name(resource));
                ofFile.put(resource.id(), decision);
            }
            decisions.put(choice, ofFile);
        });
        if (!unanswered.isEmpty()) throw unanswered(unanswered);
        var persons = new LinkedHashMap<FileChoice, Map<ResourceId, UUID>>();
        decisions.forEach((choice, ofFile) -> {
            var plan = Objects.requireNonNull(plans.get(choice));
            var chosen = new HashMap<ResourceId, UUID>();
            for (var resource : plan.resources()) {
                var name = name(resource);
                switch (Objects.requireNonNull(ofFile.get(resource.id()))) {
                    case Decision.Is(var person) -> chosen.put(resource.id(), person);
                    case Decision.New() ->
                        chosen.put(
                                resource.id(),
                                created.computeIfAbsent(
                                        PersonMatching.key(name),
                                        any -> newPeople.create(name, resource, plan, caller)));
                    case Decision.Skip(), Decision.Unanswered() -> {}
                }
                var person = chosen.get(resource.id());
                if (person != null) remembered.remember(client, name, person);
            }
            persons.put(choice, chosen);
        });
        return persons;
    }

    private sealed interface Decision {
        record Is(UUID person) implements Decision {}

        record New() implements Decision {}

        record Skip() implements Decision {}

        record Unanswered() implements Decision {}
    }

    private Decision decision(FileChoice choice, Resource resource, PersonMatching matching) {
        var name = name(resource);
        var said = choice.people() == null ? null : choice.people().get(name);
        if (said == null) {
            var match = matching.match(name);
            return switch (match.match()) {
                case known -> match.person() == null ? new Decision.Unanswered() : new Decision.Is(match.person());
                case NEW -> new Decision.New();
                case unsure -> new Decision.Unanswered();
            };
        }
        if (said.equals("new")) return new Decision.New();
        if (said.equals("skip")) return new Decision.Skip();
        return new Decision.Is(person(said, name));
    }

    private UUID person(String said, String name) {
        try {
            var id = UUID.fromString(said);
            if (people.find(id).isPresent()) return id;
        } catch (IllegalArgumentException noId) {
            // Said below.
        }
        throw Problem.invalid("people", "“%s” can't be %s: there is no such person.".formatted(name, said))
                .hint("Write the id of a person, new, or skip.");
    }

    private static Problem unanswered(List<String> names) {
        return Problem.of(
                        422,
                        "import-unanswered",
                        "It isn't said who somebody is",
                        "These might be people who are known already: %s.".formatted(String.join(", ", names)))
                .hint("Say for each who it is, that the person is new, or that the name stays in this plan alone.")
                .with("people", names)
                .with("names", String.join(", ", names));
    }

    private UUID create(
            FileChoice choice,
            Plan plan,
            @Nullable Map<ResourceId, UUID> persons,
            @Nullable UUID client,
            Caller caller) {
        var name = choice.projectName() == null || choice.projectName().isBlank()
                ? plan.name()
                : choice.projectName().strip();
        var mapped = PlanMapping.of(plan, name, persons == null ? Map.of() : persons);
        var kind = choice.kind() == null ? Project.Kind.other : choice.kind();
        return planning.create(caller, new NewProject(client, kind), mapped);
    }
}
