package chargehand.server.work;

import chargehand.server.identity.Companies;
import chargehand.server.outbox.Notice.Kind;
import chargehand.server.outbox.Notice.Occasion;
import chargehand.server.outbox.Notices;
import chargehand.server.planning.OwnTasks;
import chargehand.server.planning.TaskKey;
import chargehand.server.work.Complication.Because;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What came in the way, and was neither closed nor taken into the plan within a working day, Monday to Friday, or
/// within four hours where it is urgent, is told once more to who answers for the project or knows the field.
@Component
class ComplicationReminding {
    private static final Duration URGENT = Duration.ofHours(4);
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final Complications complications;
    private final OwnTasks tasks;
    private final Notices notices;
    private final Companies companies;
    private final Clock clock;

    ComplicationReminding(
            Complications complications, OwnTasks tasks, Notices notices, Companies companies, Clock clock) {
        this.complications = complications;
        this.tasks = tasks;
        this.notices = notices;
        this.companies = companies;
        this.clock = clock;
    }

    /// Of several nodes one marks a complication, and that one tells of it.
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT10M")
    @Transactional
    public void remind() {
        var now = clock.instant();
        var late = complications.markTold(now, now.minus(URGENT), workingDayBefore(now));
        if (late.isEmpty()) return;
        var told = complications.told(late.stream().map(Complication::id).toList());
        for (var each : late) remind(each, told.getOrDefault(each.id(), Map.of()));
    }

    private void remind(Complication late, Map<UUID, Because> told) {
        var key = new TaskKey(late.project(), late.task());
        var task = tasks.heads(List.of(key)).get(key);
        if (task == null) return;
        var whom = told.entrySet().stream()
                .filter(each -> each.getValue() != Because.touched)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        notices.tell(
                whom,
                new Occasion(Kind.COMPLICATION, late.project(), late.urgent(), null),
                words -> WorkLetters.waiting(words, late, task));
    }

    private Instant workingDayBefore(Instant now) {
        var day = now.atZone(ZoneId.of(companies.get().zone()));
        do day = day.minusDays(1);
        while (WEEKEND.contains(day.getDayOfWeek()));
        return day.toInstant();
    }
}
