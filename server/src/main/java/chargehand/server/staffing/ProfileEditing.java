package chargehand.server.staffing;

import chargehand.engine.staffing.cv.CvCheck;
import chargehand.engine.staffing.cv.CvText;
import chargehand.engine.staffing.profile.CriteriaCheck;
import chargehand.engine.staffing.profile.CriterionFinding;
import chargehand.engine.staffing.profile.Profile;
import chargehand.engine.staffing.profile.ProfileText;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Changes what a kind of manager needs: as a new version, with name and reason, tried on the CVs
/// that are there before.
@Service
class ProfileEditing {
    private static final int LONGEST = 5000;
    private static final int LONGEST_LINE = 200;
    /// A trial is on so many of the newest CVs.
    private static final int TRIED = 100;

    private final CompanyProfiles profiles;
    private final Audit audit;
    private final LiveEvents live;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ProfileEditing(
            CompanyProfiles profiles,
            Audit audit,
            LiveEvents live,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.profiles = profiles;
        this.audit = audit;
        this.live = live;
        this.events = events;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// A profile as somebody would have it.
    ///
    /// @param criteria a line each, as `must budget: experience with budgets of at least 1000000
    ///     USD`
    record Draft(
            @Nullable String title,
            @Nullable String source,
            @Nullable String criteria) {}

    /// Keeps it as the next version. CVs of open vacancies are read again by it, so that all
    /// candidates of one are held against the same.
    ///
    /// @param version the one that it was written upon
    @Transactional
    Profile put(Caller caller, String name, Draft draft, @Nullable String reason, long version) {
        var before = profiles.current(name);
        if (before.version() != version) throw Version.outdated(before.version());
        var why = line("reason", reason);
        var next = parsed(name, draft, before, before.version() + 1, caller.name());
        var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var author = new StoredAssessment.Author(caller.account(), caller.name());
        if (!profiles.insert(new CompanyProfiles.Written(next, next.text(), why, author, at)))
            throw Version.outdated(profiles.current(name).version());
        readAgain(name);
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var detail = Map.<String, Object>of("name", name, "version", next.version(), "reason", why);
        audit.record(caller, "profile-changed", "profile", id, null, detail);
        live.publish("profile", id, (long) next.version(), caller.account(), EventScope.company());
        return next;
    }

    private void readAgain(String name) {
        var kinds = CvChecking.kinds(name).toArray(String[]::new);
        int again = jdbc.sql("""
                update staffing.application a set checked = null, claimed = null, tries = 0
                from staffing.vacancy v
                where v.id = a.vacancy and v.closed is null and v.kind = any(:kinds) and a.document is not null
                    and a.cv_state = 'read' and a.checked is not null
                """).param("kinds", kinds).update();
        if (again > 0) events.publishEvent(new ApplicationReceived(new UUID(0, 0)));
    }

    /// How often a criterion was found what, among the CVs that it was tried on.
    @Schema(name = "CriterionTrial")
    record Tried(String id, boolean must, String sentence, Map<String, Integer> before, Map<String, Integer> after) {}

    /// @param cvs how many of the newest it was tried on
    @Schema(name = "ProfileTrial")
    record Trial(int cvs, List<Tried> criteria) {}

    /// What a draft would find in the CVs that are there, beside what the profile of today finds;
    /// nothing is kept.
    Trial trial(String name, Draft draft) {
        var before = profiles.current(name);
        var after = parsed(name, draft, before, before.version() + 1, "–");
        var texts = texts();
        var then = counts(before, texts);
        var now = counts(after, texts);
        var criteria = after.criteria().stream()
                .map(each -> new Tried(
                        each.id(),
                        each.must(),
                        each.sentence(),
                        then.getOrDefault(each.id(), Map.of()),
                        now.getOrDefault(each.id(), Map.of())))
                .toList();
        return new Trial(texts.size(), criteria);
    }

    private Map<String, Map<String, Integer>> counts(Profile profile, List<CvText> texts) {
        var today = LocalDate.now(clock);
        var counts = new LinkedHashMap<String, Map<String, Integer>>();
        for (var text : texts)
            for (CriterionFinding each : CriteriaCheck.of(profile, CvCheck.of(text, today)))
                counts.computeIfAbsent(each.criterion().id(), any -> new LinkedHashMap<>())
                        .merge(each.finding().code(), 1, Integer::sum);
        return counts;
    }

    private List<CvText> texts() {
        return jdbc
                .sql("""
                select cv from staffing.application where cv_state = 'read' and cv is not null
                order by at desc, id limit :most
                """)
                .param("most", TRIED)
                .query((row, number) -> json.readValue(row.getString("cv"), CvChecked.class))
                .list()
                .stream()
                .map(each -> CvText.of(
                        each.lines().stream().map(CvChecked.Line::text).collect(Collectors.joining("\n"))))
                .toList();
    }

    private static Profile parsed(String name, Draft draft, Profile before, int version, String author) {
        var criteria = draft.criteria();
        if (criteria == null || criteria.isBlank() || criteria.length() > LONGEST)
            throw Problem.invalid("criteria", "There are 1 to %d characters of criteria.".formatted(LONGEST));
        var title = draft.title() == null ? before.title() : line("title", draft.title());
        var source = draft.source() == null ? before.source() : line("source", draft.source());
        var head = "profile: %s\ntitle: %s\nversion: %d\nauthor: %s\nsource: %s\n"
                .formatted(name, title, version, author, source);
        try {
            var lines = criteria.strip();
            // Counted as whoever writes it counts.
            for (var each : lines.lines().toList())
                if (each.matches("\\s*(profile|title|version|author|source):.*"))
                    throw Problem.invalid("criteria", "“%s” is no criterion.".formatted(each.strip()));
            return ProfileText.parse(head + lines);
        } catch (ProfileText.NoProfile broken) {
            throw Problem.invalid("criteria", counted(broken, head.lines().count()))
                    .hint("docs/cv-check.md lists what a criterion may ask for.");
        }
    }

    private static String counted(ProfileText.NoProfile broken, long above) {
        var said = Objects.requireNonNullElse(broken.getMessage(), "");
        var line = Pattern.compile("^Line (\\d+)").matcher(said);
        return line.replaceFirst(found -> "Line " + (Long.parseLong(found.group(1)) - above));
    }

    private static String line(String field, @Nullable String written) {
        if (written == null || written.isBlank() || written.length() > LONGEST_LINE || written.contains("\n"))
            throw Problem.invalid(field, "It has 1 to %d characters, on one line.".formatted(LONGEST_LINE));
        return written.strip();
    }
}
