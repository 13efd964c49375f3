package chargehand.files.mpxj;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mpxj.ProjectFile;
import org.mpxj.Task;

/// The stretch of time for which a file's dated exceptions and availabilities are taken over: what lies
/// before is past, and what lies after no plan reaches.
record Span(LocalDateTime from, LocalDateTime to) {
    private static final int YEARS_AFTER = 10;

    /// From a month before anything in the file begins to ten years after anything ends.
    static Span of(ProjectFile file, LocalDateTime start) {
        var from = start;
        var to = start;
        for (var task : file.getTasks()) {
            for (var moment : moments(task)) {
                if (moment.isBefore(from)) from = moment;
                if (moment.isAfter(to)) to = moment;
            }
        }
        return new Span(from.minusMonths(1), to.plusYears(YEARS_AFTER));
    }

    private static List<LocalDateTime> moments(Task task) {
        return Stream.of(task.getStart(), task.getFinish(), task.getActualStart(), task.getConstraintDate())
                .filter(Objects::nonNull)
                .toList();
    }
}
