package chargehand.server.reporting;

import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.outbox.EventScope;
import chargehand.server.outbox.LiveEvents;
import chargehand.server.reporting.Suggestion.Kind;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what was said to suggestions, for everybody who answers for the project.
@Service
class SuggestionAnswering {
    /// Facts of one suggestion.
    static final int MOST = 200;

    private static final Pattern FACT = Pattern.compile("(?:need|complication|task|handOver):[^\\p{Cc}]{1,1000}");

    private final JdbcClient jdbc;
    private final Audit audit;
    private final LiveEvents events;
    private final Clock clock;

    SuggestionAnswering(JdbcClient jdbc, Audit audit, LiveEvents events, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /// A later answer stands in place of an earlier one.
    ///
    /// @param facts as the suggestion has them
    /// @throws Problem invalid for what is no fact
    @Transactional
    void answer(Caller caller, UUID project, Kind kind, List<String> facts, boolean done) {
        if (facts.isEmpty() || facts.size() > MOST || !facts.stream().allMatch(FACT.asMatchPredicate()))
            throw Problem.invalid("facts", "These are not the facts of a suggestion.")
                    .hint("Send the facts as the suggestion has them.");
        jdbc.sql("""
                insert into reporting.suggestion_answer (project, kind, fact, answer, by_account, by_name, at)
                select distinct cast(:project as uuid), :kind, f.fact, :answer, cast(:account as uuid), :name,
                    cast(:at as timestamptz)
                from unnest(cast(:facts as text[])) as f(fact)
                on conflict (project, kind, fact) do update set answer = excluded.answer,
                    by_account = excluded.by_account, by_name = excluded.by_name, at = excluded.at
                """)
                .param("project", project)
                .param("kind", kind.name())
                .param("facts", facts.toArray(String[]::new))
                .param("answer", done ? "done" : "dismissed")
                .param("account", caller.account())
                .param("name", caller.name())
                .param("at", Updates.utc(clock.instant()))
                .update();
        var action = done ? "suggestion-done" : "suggestion-dismissed";
        audit.record(caller, action, "project", project, project, Map.of("kind", kind.name()));
        events.publish("suggestion", project, null, caller.account(), EventScope.project(project));
    }
}
