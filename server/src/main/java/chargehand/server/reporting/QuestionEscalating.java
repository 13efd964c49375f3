package chargehand.server.reporting;

import chargehand.server.identity.Companies;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// A client's question that nobody answers within two working days, Monday to Friday, goes to the officials, once.
@Service
class QuestionEscalating {
    private static final int PATIENCE = 2;
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final JdbcClient jdbc;
    private final QuestionLetters letters;
    private final Companies companies;
    private final Clock clock;

    QuestionEscalating(JdbcClient jdbc, QuestionLetters letters, Companies companies, Clock clock) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.companies = companies;
        this.clock = clock;
    }

    /// Of several nodes one marks a question, and that one tells of it.
    @Scheduled(initialDelayString = "PT4M", fixedDelayString = "PT15M")
    @Transactional
    public void escalate() {
        var now = clock.instant();
        jdbc.sql("""
                        update reporting.question set escalated_at = :now
                        where answered_at is null and escalated_at is null and asked_at <= :before returning *
                        """)
                .param("now", Updates.utc(now))
                .param("before", Updates.utc(before(now)))
                .query(Questions::question)
                .list()
                .forEach(letters::late);
    }

    private Instant before(Instant now) {
        return workingDaysBefore(now.atZone(ZoneId.of(companies.get().zone())), PATIENCE)
                .toInstant();
    }

    static ZonedDateTime workingDaysBefore(ZonedDateTime day, int days) {
        var before = day;
        for (int n = 0; n < days; n++) before = workingDayBefore(before);
        return before;
    }

    private static ZonedDateTime workingDayBefore(ZonedDateTime day) {
        do day = day.minusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek()));
        return day;
    }
}
