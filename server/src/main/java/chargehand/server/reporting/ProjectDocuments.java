package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.documents.Document;
import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Recipients;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import chargehand.server.reporting.ProjectDocument.Version;
import chargehand.server.reporting.Update.Deed;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Documents of projects, handed in by those who work on them and by their client.
@Service
public class ProjectDocuments {
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_LINK = 2_000;
    private static final int MOST = 200;
    private static final long MOST_BYTES = 200L << 20;
    private static final String FOUND = """
            select d.*, t.document #>> '{task,name}' as task_name, v.numbers, v.names, v.sizes, v.authors, v.moments
            from reporting.document d
            left join planning.task t on t.project = d.project and t.id = d.task
            cross join lateral (
                select array_agg(number order by number desc) as numbers, array_agg(name order by number desc) as names,
                    array_agg(size order by number desc) as sizes, array_agg(by_name order by number desc) as authors,
                    array_agg(at order by number desc) as moments
                from reporting.document_version where document = d.id) v
            """;

    private final JdbcClient jdbc;
    private final Documents files;
    private final Recipients recipients;
    private final OwnTasks tasks;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    ProjectDocuments(
            JdbcClient jdbc,
            Documents files,
            Recipients recipients,
            OwnTasks tasks,
            Audit audit,
            LiveEvents events,
            Clock clock) {
        this.jdbc = jdbc;
        this.files = files;
        this.recipients = recipients;
        this.tasks = tasks;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    List<ProjectDocument> of(UUID project) {
        return of(List.of(project));
    }

    private List<ProjectDocument> of(Collection<UUID> projects) {
        return jdbc.sql(FOUND + " where d.project = any(cast(:projects as uuid[])) order by lower(d.name), d.id")
                .param("projects", projects.toArray(UUID[]::new))
                .query(ProjectDocuments::document)
                .list();
    }

    /// What is attached to a task.
    List<ProjectDocument> of(UUID project, String task) {
        needTask(project, task);
        return jdbc.sql(FOUND + " where d.project = :project and d.task = :task order by lower(d.name), d.id")
                .param("project", project)
                .param("task", task)
                .query(ProjectDocuments::document)
                .list();
    }

    private void needTask(UUID project, String task) {
        if (tasks.heads(List.of(new TaskKey(project, task))).isEmpty()) throw Problem.notFound();
    }

    /// What the client sees: what was shown to them, and what they have handed in.
    List<ProjectDocument.Shown> shown(UUID project) {
        return shown(List.of(project)).getOrDefault(project, List.of());
    }

    /// The same of each of these projects in which they see any.
    Map<UUID, List<ProjectDocument.Shown>> shown(Collection<UUID> projects) {
        var shown = new HashMap<UUID, List<ProjectDocument.Shown>>();
        for (var each : of(projects)) {
            var seen = each.forClient();
            if (seen != null)
                shown.computeIfAbsent(each.project(), any -> new ArrayList<>()).add(seen);
        }
        return shown;
    }

    ProjectDocument find(UUID project, UUID id) {
        return jdbc.sql(FOUND + " where d.id = :id and d.project = :project")
                .param("id", id)
                .param("project", project)
                .query(ProjectDocuments::document)
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static ProjectDocument document(ResultSet row, int number) throws SQLException {
        return new ProjectDocument(
                Updates.uuid(row, "id"),
                Updates.uuid(row, "project"),
                row.getString("task"),
                row.getString("task_name"),
                row.getString("name"),
                row.getString("link"),
                Objects.requireNonNull(Updates.deed(row, "made")),
                row.getBoolean("of_client"),
                row.getObject("shown", Integer.class),
                Updates.deed(row, "shown"),
                versions(row));
    }

    private static List<Version> versions(ResultSet row) throws SQLException {
        if (row.getArray("numbers") == null) return List.of();
        var numbers = (Integer[]) row.getArray("numbers").getArray();
        var names = (String[]) row.getArray("names").getArray();
        var sizes = (Integer[]) row.getArray("sizes").getArray();
        var authors = (String[]) row.getArray("authors").getArray();
        var moments = (Timestamp[]) row.getArray("moments").getArray();
        return IntStream.range(0, numbers.length)
                .mapToObj(
                        i -> new Version(numbers[i], names[i], sizes[i], new Deed(authors[i], moments[i].toInstant())))
                .toList();
    }

    /// A new one, or a new version of the one that has this name.
    @Transactional
    public ProjectDocument put(Caller caller, UUID project, @Nullable String name, String file, byte[] bytes) {
        return put(caller, project, null, name, file, bytes);
    }

    /// At a task: a new one, or a new version of the one there that has this file's name.
    ///
    /// @throws Problem 404 if there is no such task
    @Transactional
    ProjectDocument attach(Caller caller, UUID project, String task, String file, byte[] bytes) {
        needTask(project, task);
        return put(caller, project, task, null, file, bytes);
    }

    private ProjectDocument put(
            Caller caller, UUID project, @Nullable String task, @Nullable String name, String file, byte[] bytes) {
        needSpace(project, bytes.length);
        var stored = files.storeAny(file, bytes);
        var title = name == null || name.isBlank() ? stored.name() : name(name);
        var known = named(project, task, title);
        var id = known.map(ProjectDocument::id).orElseGet(() -> insert(caller, project, task, title, null, false));
        add(caller, id, stored);
        done(caller, project, id, task == null ? "document-added" : "document-attached", title);
        return find(project, id);
    }

    /// Takes an attachment back, with all its versions.
    ///
    /// @param plans whether the caller may change the plan: then they may do so with everybody's
    /// @throws Problem 403 for what others have attached or added to, and for what the client sees
    @Transactional
    void detach(Caller caller, UUID project, String task, UUID id, boolean plans) {
        var document = find(project, id);
        if (!task.equals(document.task())) throw Problem.notFound();
        if (!plans && (document.shown() != null || !isOf(caller, id)))
            throw Problem.forbidden()
                    .hint("Whoever attached it can take it back, as long as nobody has added to it and the client was"
                            + " not shown it; and whoever may change the plan.");
        remove(caller, project, id);
    }

    /// Theirs alone: of a version of which nobody knows who added it, somebody else may have done so.
    private boolean isOf(Caller caller, UUID document) {
        return jdbc.sql("""
                select d.made_by = :account and not exists (select from reporting.document_version v
                    where v.document = d.id and v.by_account is distinct from :account)
                from reporting.document d where d.id = :id and d.made_by is not null
                """)
                .param("id", document)
                .param("account", caller.account())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /// @throws Problem 403 for others than the client's people
    void needClient(Caller caller, UUID project) {
        if (!recipients.clientsOf(project).contains(caller.account())) throw Problem.forbidden();
    }

    /// From the client: they see it at once, and whoever answers for the project, too.
    @Transactional
    ProjectDocument.Shown handIn(Caller caller, UUID project, String file, byte[] bytes) {
        needClient(caller, project);
        needSpace(project, bytes.length);
        var stored = files.storeAny(file, bytes);
        var id = insert(caller, project, null, stored.name(), null, true);
        add(caller, id, stored);
        mark(caller, id, 1);
        done(caller, project, id, "document-handed-in", stored.name());
        return Objects.requireNonNull(find(project, id).forClient());
    }

    private void needSpace(UUID project, int more) {
        var used = jdbc.sql("""
                select count(*) as documents, coalesce(sum(v.size), 0) as bytes from reporting.document d
                left join reporting.document_version v on v.document = d.id where d.project = :project
                """)
                .param("project", project)
                .query((row, number) -> new long[] {row.getLong("documents"), row.getLong("bytes")})
                .single();
        if (used[0] < MOST * 5L && used[1] + more <= MOST_BYTES) return;
        throw Problem.of(413, "too-large", "That is too much", "The documents of a project may have 200 MB.")
                .hint("Remove what nobody needs any more, or link to where it lives.");
    }

    private Optional<ProjectDocument> named(UUID project, @Nullable String task, String name) {
        return of(project).stream()
                .filter(each -> each.link() == null && !each.ofClient())
                .filter(each -> each.name().equals(name) && Objects.equals(each.task(), task))
                .findFirst();
    }

    /// Where a document lives otherwise.
    @Transactional
    public ProjectDocument link(Caller caller, UUID project, @Nullable String name, @Nullable String link) {
        needSpace(project, 0);
        var title = name(name == null ? "" : name);
        var id = insert(caller, project, null, title, address(link), false);
        done(caller, project, id, "document-added", title);
        return find(project, id);
    }

    private static String name(String written) {
        var name = written.replaceAll("[\\p{Cc}\\p{Cf}]+", " ").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME)
            throw Problem.invalid("name", "A name has 1 to %d characters.".formatted(LONGEST_NAME));
        return name;
    }

    private static String address(@Nullable String written) {
        try {
            var link = written == null ? "" : written.strip();
            var uri = URI.create(link);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null && link.length() <= LONGEST_LINK) return link;
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw Problem.invalid("link", "It is an address as https://files.example.com/plan.pdf");
    }

    private UUID insert(
            Caller caller, UUID project, @Nullable String task, String name, @Nullable String link, boolean ofClient) {
        var id = Ids.next(clock);
        jdbc.sql("""
                insert into reporting.document (id, project, task, name, link, made_by, made_name, made_at, of_client)
                values (:id, :project, :task, :name, :link, :account, :by, :at, :ofClient)
                """)
                .param("id", id)
                .param("project", project)
                .param("task", task)
                .param("account", caller.account())
                .param("name", name)
                .param("link", link)
                .param("by", caller.name())
                .param("at", Updates.utc(now()))
                .param("ofClient", ofClient)
                .update();
        return id;
    }

    private void add(Caller caller, UUID document, Document file) {
        jdbc.sql("""
                insert into reporting.document_version (document, number, file, name, size, by_account, by_name, at)
                select :document, 1 + coalesce(max(number), 0), :file, :name, :size, :account, :by, :at
                from reporting.document_version where document = :document
                """)
                .param("document", document)
                .param("file", file.id())
                .param("name", file.name())
                .param("size", file.size())
                .param("account", caller.account())
                .param("by", caller.name())
                .param("at", Updates.utc(now()))
                .update();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// The client sees its newest version from now on, and none that comes later.
    @Transactional
    public ProjectDocument show(Caller caller, UUID project, UUID id) {
        var document = find(project, id);
        mark(
                caller,
                id,
                document.versions().isEmpty()
                        ? 0
                        : document.versions().getFirst().number());
        done(caller, project, id, "document-shown", document.name());
        return find(project, id);
    }

    private void mark(Caller caller, UUID id, int version) {
        jdbc.sql("update reporting.document set shown = :shown, shown_name = :by, shown_at = :at where id = :id")
                .param("id", id)
                .param("shown", version)
                .param("by", caller.name())
                .param("at", Updates.utc(now()))
                .update();
    }

    @Transactional
    ProjectDocument hide(Caller caller, UUID project, UUID id) {
        var document = find(project, id);
        jdbc.sql("update reporting.document set shown = null, shown_name = null, shown_at = null where id = :id")
                .param("id", id)
                .update();
        done(caller, project, id, "document-hidden", document.name());
        return find(project, id);
    }

    /// With all its versions, for good.
    @Transactional
    void remove(Caller caller, UUID project, UUID id) {
        var document = find(project, id);
        for (var each : document.versions()) file(id, each.number()).ifPresent(files::delete);
        jdbc.sql("delete from reporting.document where id = :id")
                .param("id", id)
                .update();
        done(caller, project, id, "document-removed", document.name());
    }

    /// The file of a version.
    Optional<UUID> file(UUID document, int number) {
        return jdbc.sql("select file from reporting.document_version where document = :document and number = :number")
                .param("document", document)
                .param("number", number)
                .query(UUID.class)
                .optional();
    }

    private void done(Caller caller, UUID project, UUID id, String action, String name) {
        audit.record(caller, action, "document", id, project, Map.of("name", name));
        events.publish("document", project, null, caller.account(), EventScope.project(project));
    }
}
