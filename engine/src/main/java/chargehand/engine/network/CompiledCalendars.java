package chargehand.engine.network;

import chargehand.engine.time.WorkingCalendar;
import chargehand.engine.time.WorkingTable;
import java.util.IdentityHashMap;
import java.util.Map;

/// Working calendars that were compiled before, to be used again for a plan that shares them: after an edit,
/// all but
/// the edited one. Not to be shared between threads.
public final class CompiledCalendars {
    private final Map<WorkingCalendar, WorkingTable> tables = new IdentityHashMap<>();
    private int base;
    private int end;

    WorkingTable table(WorkingCalendar calendar, int from, int to) {
        if (from != base || to != end) tables.clear();
        base = from;
        end = to;
        return tables.computeIfAbsent(calendar, each -> WorkingTable.of(each, from, to));
    }
}
