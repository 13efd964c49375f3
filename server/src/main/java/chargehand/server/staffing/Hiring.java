package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.people.Arrival;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.Person;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.QualificationEditing;
import chargehand.server.people.Qualifications;
import chargehand.server.planning.Accountables.Part;
import chargehand.server.planning.PlanEditing;
import chargehand.server.planning.Project;
import chargehand.server.planning.ProjectEditing;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes one of the people of somebody who was accepted: with the day on which they begin, a ramp-up and their fields;
/// and, where that is wanted, manager or deputy of the project from that day on. The calendars of all plans know their
/// time from then.
@Service
class Hiring {
    private static final int LONGEST_SHOWN = 200;

    private final Hires hires;
    private final Applications applications;
    private final Interviewing interviewing;
    private final Mitigations mitigations;
    private final Choosing choosing;
    private final PeopleEditing people;
    private final QualificationEditing qualifications;
    private final Projects projects;
    private final ProjectEditing accountable;
    private final PlanEditing plans;
    private final Scopes scopes;
    private final CandidateDeeds deeds;
    private final LiveEvents live;
    private final Clock clock;

    Hiring(
            Hires hires,
            Applications applications,
            Interviewing interviewing,
            Mitigations mitigations,
            Choosing choosing,
            PeopleEditing people,
            QualificationEditing qualifications,
            Projects projects,
            ProjectEditing accountable,
            PlanEditing plans,
            Scopes scopes,
            CandidateDeeds deeds,
            LiveEvents live,
            Clock clock) {
        this.hires = hires;
        this.applications = applications;
        this.interviewing = interviewing;
        this.mitigations = mitigations;
        this.choosing = choosing;
        this.people = people;
        this.qualifications = qualifications;
        this.projects = projects;
        this.accountable = accountable;
        this.plans = plans;
        this.scopes = scopes;
        this.deeds = deeds;
        this.live = live;
        this.clock = clock;
    }

    /// @param first the day on which they begin
    /// @param rampUpWeeks in which work has `rampUpShare` percent of their days; absent for none
    /// @param part `manager` or `deputy` of the vacancy's project from the first day on; absent for neither
    @Schema(name = "HireWrite")
    record HireWrite(
            @Nullable LocalDate first,
            @Nullable Integer rampUpWeeks,
            @Nullable Integer rampUpShare,
            @Nullable List<String> fields,
            @Nullable List<String> skills,
            @Nullable String part) {}

    /// @throws Problem if they were not accepted, are still blank or were hired before, or a value can't be right
    @Transactional
    void hire(Caller caller, Vacancy vacancy, Application application, HireWrite written) {
        if (!application.state().equals("accepted"))
            throw Problem.of(409, "not-accepted", "Nobody was accepted", "This application was not accepted.")
                    .hint("Decide first: accepted, with a reason.");
        if (application.openedBy() == null) throw Reviewing.stillBlank();
        if (hires.of(application.id()).isPresent()) throw alreadyHired();
        var first = written.first();
        if (first == null) throw Problem.invalid("first", "It isn't said when they begin.");
        var part = part(written.part());
        var project = part == null ? null : project(caller, vacancy);
        var person = people.create(person(application, vacancy, written, first), caller);
        bring(caller, application, person);
        var hire = new Hire(
                person.id(),
                written.part(),
                first,
                new StoredAssessment.Author(caller.account(), caller.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!hires.insert(application.id(), hire)) throw alreadyHired();
        if (part != null && project != null) join(caller, project, part, person, first);
        mitigations.of(application.id()).stream()
                .findFirst()
                .ifPresent(each -> choosing.carry(caller, vacancy, hire, each));
        deeds.record(caller, "candidate-hired", vacancy, application.id(), Map.of("first", first.toString()));
        live.publish("vacancy", vacancy.id(), vacancy.version(), caller.account(), EventScope.company());
    }

    private static Problem alreadyHired() {
        return Problem.of(409, "already-hired", "They were taken on already", "This application has led to a person.");
    }

    private static @Nullable Part part(@Nullable String written) {
        return switch (written) {
            case null -> null;
            case "manager" -> Part.manager;
            case "deputy" -> Part.deputy;
            default ->
                throw Problem.invalid("part", "“%s” is no part that somebody is taken on for.".formatted(written))
                        .hint("Say manager or deputy, or nothing.");
        };
    }

    private Project project(Caller caller, Vacancy vacancy) {
        var id = vacancy.project();
        var project = id == null ? null : projects.find(id).orElse(null);
        if (id == null || project == null)
            throw Problem.invalid("part", "The vacancy is of no project.").hint("Take them on without a part.");
        if (!caller.may(Permission.PROJECT_EDIT, id, scopes.client(id).orElse(null)))
            throw Problem.forbidden().hint("Take them on without a part; whoever may edit the project appoints them.");
        return project;
    }

    private static PersonWrite person(Application application, Vacancy vacancy, HireWrite written, LocalDate first) {
        int weeks = written.rampUpWeeks() == null ? 0 : written.rampUpWeeks();
        int share = written.rampUpShare() == null ? 100 : written.rampUpShare();
        return PersonWrite.named(String.valueOf(application.name()))
                .reachedAt(application.email())
                .skilled(written.skills(), written.fields() == null ? fields(vacancy) : written.fields())
                .from(new Arrival(first, weeks, share));
    }

    private static List<String> fields(Vacancy vacancy) {
        return switch (vacancy.kind()) {
            case "technicalSoftware" -> List.of("software");
            case "technicalInfrastructure" -> List.of("infrastructure");
            default -> List.of();
        };
    }

    /// What was looked up and holds is known of the person from now on, and warns before it runs out; what they
    /// showed when they were asked, too.
    private void bring(Caller caller, Application application, Person person) {
        var cv = applications.checked(application.id()).orElse(null);
        var certificates = new ArrayList<Qualifications.Certificate>();
        var shown = new HashMap<String, String>();
        for (var question : interviewing.of(application, cv).questions()) {
            if (question.notes().isEmpty()) continue;
            var last = question.notes().getLast();
            if (!last.finding().equals("met")) continue;
            if (question.why().equals("skill"))
                shown.put(question.id().substring(Interview.SKILL.length()), shortened(last.note()));
            if (cv == null || !question.why().equals("certificate")) continue;
            cv.certificates().stream()
                    .filter(each -> each.name().equals(question.sentence()))
                    .findFirst()
                    .map(each -> looked(each, last))
                    .ifPresent(certificates::add);
        }
        if (certificates.isEmpty() && shown.isEmpty()) return;
        var known = new Qualifications(null, Map.of(), certificates, List.of(), List.of(), List.of(), shown, 0);
        qualifications.put(person.id(), known, 0, caller);
    }

    private static String shortened(String note) {
        return note.length() <= LONGEST_SHOWN ? note : note.substring(0, LONGEST_SHOWN - 1) + "…";
    }

    private static Qualifications.Certificate looked(CvChecked.Claimed claimed, Interview.Note note) {
        var check = new Qualifications.Check(note.finding(), "", note.author().name(), note.at());
        return new Qualifications.Certificate(
                claimed.name(), claimed.issuer(), claimed.group().equals("project"), note.until(), check);
    }

    private void join(Caller caller, Project project, Part part, Person person, LocalDate first) {
        accountable.appoint(caller, project, part, person, first);
        plans.join(caller, project.id(), person.id());
    }
}
