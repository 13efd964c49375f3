package chargehand.server.staffing;

import chargehand.engine.staffing.profile.CriterionWords;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Puts the applicants of a vacancy in order, when a person asks for it, by what they pick. Who asked, when and by what
/// is
/// recorded; what is blank stays it, and nobody's state changes.
@Service
class RankingOnRequest {
    private static final int MOST = 1000;

    private final Rankings rankings;
    private final CompanyProfiles profiles;
    private final Interviews interviews;
    private final Audit audit;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    RankingOnRequest(
            Rankings rankings,
            CompanyProfiles profiles,
            Interviews interviews,
            Audit audit,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.rankings = rankings;
        this.profiles = profiles;
        this.interviews = interviews;
        this.audit = audit;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// What can be asked for: what the profile of the vacancy says, musts first, and the four skills.
    List<Ranking.By> criteria(Vacancy vacancy, Locale language) {
        var words = CriterionWords.in(language);
        var all = new ArrayList<Ranking.By>();
        for (var each : profiles.current(CvChecking.profile(vacancy.kind())).criteria())
            all.add(new Ranking.By(each.id(), each.must(), words.sentence(each)));
        for (var skill : Interview.SKILLS) all.add(new Ranking.By(Interview.SKILL + skill, false, null));
        return all.stream().sorted(Comparator.comparing(each -> !each.must())).toList();
    }

    /// @throws Problem if nothing is picked, or something that isn't there, or twice
    @Transactional
    Ranking.Asked ask(Caller caller, Vacancy vacancy, @Nullable List<String> picked) {
        if (picked == null || picked.isEmpty())
            throw Problem.invalid("criteria", "It isn't said by what.").hint("Pick at least one criterion.");
        var known =
                criteria(vacancy, Locale.ENGLISH).stream().map(Ranking.By::id).toList();
        for (var each : picked)
            if (!known.contains(each))
                throw Problem.invalid("criteria", "“%s” is no criterion of this vacancy.".formatted(each))
                        .hint("Say some of %s.".formatted(String.join(", ", known)));
        if (new HashSet<>(picked).size() < picked.size())
            throw Problem.invalid("criteria", "A criterion is picked twice.");
        var asked = new Ranking.Asked(
                Ids.next(clock),
                List.copyOf(picked),
                new StoredAssessment.Author(caller.account(), caller.name()),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        rankings.insert(vacancy.id(), asked);
        var detail = Map.<String, Object>of("criteria", String.join(", ", asked.criteria()));
        audit.record(caller, "ranking-asked", "vacancy", vacancy.id(), vacancy.project(), detail);
        return asked;
    }

    /// As things are known now. Who was declined is in none.
    Ranking order(Vacancy vacancy, Ranking.Asked asked, Locale language) {
        var criteria = criteria(vacancy, language).stream()
                .filter(each -> asked.criteria().contains(each.id()))
                .sorted(Comparator.comparing((Ranking.By each) -> !each.must())
                        .thenComparing(each -> asked.criteria().indexOf(each.id())))
                .toList();
        var all = applications(vacancy.id()).stream()
                .map(each -> one(each, criteria))
                .toList();
        return new Ranking(asked, criteria, RankingOrder.placed(all), RankingOrder.apart(all));
    }

    private record Read(Application application, @Nullable CvChecked cv) {}

    private List<Read> applications(UUID vacancy) {
        return jdbc.sql(Applications.SELECT_WITH_CV
                        + "where vacancy = :vacancy and state <> 'declined' order by number limit :most")
                .param("vacancy", vacancy)
                .param("most", MOST)
                .query((row, number) -> new Read(Applications.application(row), cv(row.getString("cv"))))
                .list();
    }

    private @Nullable CvChecked cv(@Nullable String text) {
        return text == null ? null : json.readValue(text, CvChecked.class);
    }

    private RankingOrder.One one(Read read, List<Ranking.By> criteria) {
        var application = read.application();
        var cv = read.cv() == null ? null : Blinding.seen(application, read.cv());
        // While it is blank nothing can be noted.
        var notes = application.openedBy() == null ? List.<Interview.Note>of() : interviews.notes(application.id());
        var evidence =
                criteria.stream().map(each -> evidence(each.id(), cv, notes)).toList();
        return new RankingOrder.One(application.blank(), evidence);
    }

    /// The last word of a conversation stands before what the CV says. Where nobody has looked yet it is unclear.
    private static Ranking.Evidence evidence(String criterion, @Nullable CvChecked cv, List<Interview.Note> notes) {
        var question = criterion.startsWith(Interview.SKILL) ? criterion : "criterion." + criterion;
        var found = cv == null
                ? null
                : cv.criteria().stream()
                        .filter(each -> each.id().equals(criterion))
                        .findFirst()
                        .orElse(null);
        var note = notes.stream()
                .filter(each -> each.question().equals(question))
                .reduce((first, last) -> last)
                .orElse(null);
        var finding = note != null ? note.finding() : found != null ? found.finding() : "unclear";
        return new Ranking.Evidence(
                criterion,
                finding,
                found == null ? null : found.line(),
                note == null ? null : note.note(),
                note == null ? null : note.author().name());
    }
}
