package chargehand.server.people;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Which project goes before which when both want the same person: the rule by which requests are granted at once.
@RestController
@Tag(name = "Bookings")
class PriorityController {
    private static final int MOST = 1000;

    private final JdbcClient jdbc;
    private final Audit audit;

    PriorityController(JdbcClient jdbc, Audit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /// @param priority 0 to 1000, higher goes first; a project without one has 500
    record ProjectPriority(UUID project, int priority) {}

    record PriorityList(List<ProjectPriority> items) {}

    record PriorityWrite(int priority) {}

    @GetMapping("/api/booking-priorities")
    @Needs(Permission.PROJECT_SEE)
    @Operation(operationId = "listBookingPriorities", summary = "Which project's requests are granted at once")
    PriorityList list(Caller caller) {
        var where = caller.where(Permission.PROJECT_SEE);
        return new PriorityList(jdbc.sql("""
                select p.project, p.priority from people.project_priority p
                left join identity.project_scope s on s.project = p.project
                where :all or s.client = any(cast(:clients as uuid[])) or p.project = any(cast(:projects as uuid[]))
                order by p.priority desc, p.project
                """)
                .param("all", where.company())
                .param("clients", where.clientArray())
                .param("projects", where.projectArray())
                .query((row, number) ->
                        new ProjectPriority(row.getObject("project", UUID.class), row.getInt("priority")))
                .list());
    }

    @PutMapping("/api/projects/{project}/booking-priority")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "setBookingPriority", summary = "Say how a project's requests rank: 0 to 1000")
    @Transactional
    ProjectPriority set(@PathVariable("project") UUID project, @RequestBody PriorityWrite written, Caller caller) {
        if (written.priority() < 0 || written.priority() > MOST)
            throw Problem.invalid("priority", "A priority is 0 to %d.".formatted(MOST));
        jdbc.sql("""
                insert into people.project_priority (project, priority) values (:project, :priority)
                on conflict (project) do update set priority = excluded.priority
                """)
                .param("project", project)
                .param("priority", written.priority())
                .update();
        audit.record(
                caller, "booking-priority-set", "project", project, project, Map.of("priority", written.priority()));
        return new ProjectPriority(project, written.priority());
    }
}
