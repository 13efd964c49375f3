package chargehand.server.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a person worked in a week, line by line.
///
/// @param week its Monday
/// @param revision 1 at first, one more each time that it is corrected after it was approved
/// @param approved the revision whose hours count; 0 while none does
record Sheet(UUID person, LocalDate week, State state, int revision, int approved, List<Line> lines, long version) {
    static final int DAYS = 7;

    Sheet {
        lines = List.copyOf(lines);
    }

    enum State {
        open,
        submitted,
        approved
    }

    /// @param project with `task`, or neither: then there is a code
    /// @param name of the task when it was told, or the code
    /// @param minutes Monday to Sunday
    record Line(
            @Nullable UUID project,
            @Nullable String task,
            String name,
            @Nullable String code,
            @Nullable String note,
            List<Integer> minutes) {
        Line {
            minutes = List.copyOf(minutes);
            if (minutes.size() != DAYS) throw new IllegalArgumentException("%d days".formatted(minutes.size()));
        }

        int sum() {
            return minutes.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// How one revision went.
    ///
    /// @param reason why an approved one was corrected; null for the first
    /// @param returned why it was sent back; null if it was not, or was submitted again since
    record Revision(
            int number,
            @Nullable String reason,
            Need.Deed begun,
            Need.@Nullable Deed submitted,
            Need.@Nullable Deed decided,
            @Nullable String returned) {}

    static Sheet first(UUID person, LocalDate week) {
        return new Sheet(person, week, State.open, 1, 0, List.of(), 0);
    }

    Sheet with(List<Line> lines) {
        return new Sheet(person, week, state, revision, approved, lines, version + 1);
    }

    Sheet as(State state) {
        int counts = state == State.approved ? revision : approved;
        return new Sheet(person, week, state, revision, counts, lines, version + 1);
    }

    /// @param number of the revision that is worked on from now on
    Sheet revised(int number, State state, List<Line> lines) {
        return new Sheet(person, week, state, number, approved, lines, version + 1);
    }

    boolean isCorrection() {
        return approved > 0 && revision > approved;
    }

    int sum() {
        return lines.stream().mapToInt(Line::sum).sum();
    }
}
