package chargehand.server.reporting;

import chargehand.engine.time.WorkingTable;
import chargehand.files.ical.Feed;
import chargehand.files.ical.FeedEvent;
import chargehand.files.ical.FeedEvent.When;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.FeedKeys;
import chargehand.server.identity.FeedKeys.Kind;
import chargehand.server.identity.FeedKeys.Opened;
import chargehand.server.identity.Permission;
import chargehand.server.outbox.LetterWords;
import chargehand.server.people.Appointments;
import chargehand.server.planning.OwnTask;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Update.Audience;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Calendars that programs subscribe to. Work stands on the days on which it is planned, and at its minutes only
/// where it has fixed ones. Clients get the dates that were released to them, nothing newer.
@Service
class Feeds {
    private static final Duration EVERY = Duration.ofMinutes(15);
    private static final Duration BACK = Duration.ofDays(60);
    /// So far meetings are told, from as far back as anything is.
    private static final Duration MEETINGS = Duration.ofDays(60 + 365);

    private final FeedKeys keys;
    private final FeedNumbers numbers;
    private final OwnTasks ownTasks;
    private final List<Appointments> appointments;
    private final Projects projects;
    private final Updates updates;
    private final Companies companies;
    private final JdbcClient jdbc;
    private final Clock clock;

    Feeds(
            FeedKeys keys,
            FeedNumbers numbers,
            OwnTasks ownTasks,
            List<Appointments> appointments,
            Projects projects,
            Updates updates,
            Companies companies,
            JdbcClient jdbc,
            Clock clock) {
        this.keys = keys;
        this.numbers = numbers;
        this.ownTasks = ownTasks;
        this.appointments = appointments;
        this.projects = projects;
        this.updates = updates;
        this.companies = companies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Nothing where the address opens nothing, or nothing any more.
    @Transactional
    Optional<byte[]> read(String word) {
        return keys.open(word).flatMap(this::feed).map(Feed::written);
    }

    private Optional<Feed> feed(Opened opened) {
        var words = LetterWords.in(opened.language());
        var caller = opened.caller();
        var id = opened.key().project();
        if (id == null) return own(caller, words);
        var project = projects.find(id).orElse(null);
        if (project == null) return Optional.empty();
        if (may(caller, Permission.PLAN_SEE, project))
            return Optional.of(of(project, opened.key().kind(), may(caller, Permission.WORK_SEE, project), words));
        boolean released = opened.key().kind() == Kind.MILESTONES && may(caller, Permission.PORTAL_SEE, project);
        return released ? Optional.of(released(project, words)) : Optional.empty();
    }

    private static boolean may(Caller caller, Permission permission, Project project) {
        var client = project.client();
        return caller.may(permission, project.id(), client == null ? null : client.id());
    }

    /// What may be asked for by this caller.
    boolean mayHave(Caller caller, Kind kind, @Nullable UUID id) {
        if (kind == Kind.PERSON) return id == null && caller.person() != null;
        var project = id == null ? null : projects.find(id).orElse(null);
        return project != null
                && (may(caller, Permission.PLAN_SEE, project)
                        || kind == Kind.MILESTONES && may(caller, Permission.PORTAL_SEE, project));
    }

    private Optional<Feed> own(Caller caller, LetterWords words) {
        if (caller.person() == null) return Optional.empty();
        var since = clock.instant().minus(BACK);
        var things = new ArrayList<Thing>();
        for (var task : ownTasks.of(caller.person(), caller.where(Permission.WORK_SEE), since, since))
            things.add(thing(task, words));
        for (var source : appointments)
            for (var each : source.of(Set.of(caller.person()), since, since.plus(MEETINGS)))
                if (sees(caller, each.project())) things.add(meeting(each, words));
        return Optional.of(feed(
                words.say("feed.own", "name", caller.name()),
                ZoneId.of(companies.get().zone()),
                things));
    }

    private boolean sees(Caller caller, UUID project) {
        return projects.find(project)
                .filter(each -> may(caller, Permission.WORK_SEE, each))
                .isPresent();
    }

    /// Each day of it is an event of its own, with the same identity whenever it is moved.
    private static Thing meeting(Appointments.Appointment each, LetterWords words) {
        var lines = new ArrayList<String>();
        lines.add(each.projectName());
        if (each.place() != null) lines.add(each.place());
        if (each.link() != null) lines.add(each.link());
        return new Thing(
                uid("meeting", each.meeting(), each.day().toString()),
                each.title(),
                lines,
                words.say("feed.meeting"),
                new When.Minutes(each.from(), each.to()));
    }

    private static Thing thing(OwnTask task, LetterWords words) {
        var lines = new ArrayList<String>();
        lines.add(task.projectName());
        if (task.deadline() != null)
            lines.add(words.say(
                    "feed.promised",
                    "day",
                    words.day(LocalDate.ofInstant(task.deadline().by().minusMillis(1), task.zone()))));
        return new Thing(
                uid("own", task.project(), task.task()),
                (task.isDone() ? "✓ " : "") + task.name(),
                lines,
                words.say("feed.work"),
                task.fixed()
                        ? new When.Minutes(task.start(), task.finish())
                        : days(task.start(), task.finish(), task.zone()));
    }

    private static When days(Instant start, Instant finish, ZoneId zone) {
        var first = LocalDate.ofInstant(start, zone);
        var last = LocalDate.ofInstant(finish.isAfter(start) ? finish.minusMillis(1) : finish, zone);
        return new When.Days(first, last);
    }

    private static String uid(String kind, UUID project, String task) {
        var key = String.join("\n", kind, project.toString(), task);
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)) + "@chargehand";
    }

    /// Something that has a place in a calendar.
    private record Thing(String uid, String summary, List<String> lines, String category, When when) {}

    private Feed feed(String name, ZoneId zone, List<Thing> things) {
        var numbered = numbers.of(things.stream()
                .map(each -> new FeedNumbers.Dates(each.uid(), each.when().toString()))
                .toList());
        var events = new ArrayList<FeedEvent>();
        for (var each : things) {
            var number = numbered.get(each.uid());
            if (number != null)
                events.add(new FeedEvent(
                        each.uid(),
                        number.sequence(),
                        number.stamp(),
                        each.summary(),
                        String.join("\n", each.lines()),
                        each.category(),
                        each.when(),
                        null));
        }
        return new Feed(name, zone, EVERY, events);
    }

    /// @param inside whether the reader sees its meetings; they stand in the calendar of the whole project
    private Feed of(Project project, Kind kind, boolean inside, LetterWords words) {
        var zone = ZoneId.of(project.zone());
        var things = new ArrayList<Thing>();
        jdbc.sql("""
                select t.id, t.document #>> '{task,name}' as name, t.document #>> '{task,kind}' as kind, s.start, s.finish,
                    t.document #>> '{task,deadline,by}' as by, t.document #>> '{task,deadline,promisedTo}' as promised_to
                from planning.task t join planning.scheduled_task s on s.project = t.project and s.task = t.id
                where t.project = :project and t.document #>> '{task,kind}' <> 'summary' and (:all
                    or t.document #>> '{task,kind}' = 'milestone' or t.document #> '{task,deadline}' is not null)
                order by s.start, t.id limit 5000
                """)
                .param("project", project.id())
                .param("all", kind == Kind.PROJECT)
                .query(row -> {
                    var id = row.getString("id");
                    var name = row.getString("name");
                    var start = WorkingTable.instant(row.getInt("start"));
                    var finish = WorkingTable.instant(row.getInt("finish"));
                    boolean milestone = row.getString("kind").equals("milestone");
                    if (milestone || kind == Kind.PROJECT)
                        things.add(new Thing(
                                uid(milestone ? "milestone" : "work", project.id(), id),
                                name,
                                List.of(project.name()),
                                words.say(milestone ? "feed.milestone" : "feed.work"),
                                days(milestone ? finish : start, finish, zone)));
                    if (row.getString("by") != null)
                        things.add(promise(
                                project,
                                id,
                                name,
                                Instant.parse(row.getString("by")),
                                row.getString("promised_to"),
                                words));
                });
        var since = clock.instant().minus(BACK);
        if (inside && kind == Kind.PROJECT)
            for (var source : appointments)
                for (var each : source.ofProject(project.id(), since, since.plus(MEETINGS)))
                    things.add(meeting(each, words));
        return feed(project.name(), zone, things);
    }

    /// The whole day on which it ends.
    private static Thing promise(
            Project project, String task, String name, Instant by, @Nullable String to, LetterWords words) {
        var day = LocalDate.ofInstant(by.minusMillis(1), ZoneId.of(project.zone()));
        return new Thing(
                uid("promise", project.id(), task),
                words.say("feed.promise", "name", name),
                to == null
                        ? List.of(project.name())
                        : List.of(project.name(), words.say("feed.promisedTo", "whom", to)),
                words.say("feed.promised.word"),
                new When.Days(day, day));
    }

    /// From the last update: the same dates that stand in the portal.
    private Feed released(Project project, LetterWords words) {
        var things = new ArrayList<Thing>();
        for (var update : updates.last(List.of(project.id()), Audience.client)) {
            var zone = ZoneId.of(update.facts().zone());
            var asOf = words.say(
                    "feed.asOf",
                    "day",
                    words.day(LocalDate.ofInstant(update.facts().asOf(), zone)));
            for (var each : update.facts().promises()) {
                var promise = promise(project, each.task(), each.name(), each.by(), each.promisedTo(), words);
                var lines = new ArrayList<>(promise.lines());
                if (each.chance() != null)
                    lines.add(words.say("update.chance", "chance", Math.round(each.chance() * 100)));
                lines.add(asOf);
                things.add(new Thing(
                        uid("released", project.id(), each.task()),
                        promise.summary(),
                        lines,
                        promise.category(),
                        promise.when()));
            }
            for (var each : update.facts().next())
                things.add(new Thing(
                        uid("released milestone", project.id(), each.task() == null ? each.name() : each.task()),
                        each.name(),
                        List.of(project.name(), words.say("feed.planned"), asOf),
                        words.say("feed.milestone"),
                        days(each.planned(), each.planned(), zone)));
        }
        return feed(project.name(), ZoneId.of(project.zone()), things);
    }
}
