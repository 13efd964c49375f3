package chargehand.server.work;

import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The hours of a week as somebody writes them: all lines, in place of what was there.
@Schema(name = "WeekSheetWrite")
record SheetWrite(List<LineWrite> lines) {
    private static final int MOST_LINES = 60;
    private static final int DAY = 24 * 60;
    private static final int LONGEST_CODE = 40;
    private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#-]*");

    /// @param project with `task`; of the company's own time neither, but a code
    /// @param code the cost code
    /// @param minutes seven, from Monday on
    @Schema(name = "WeekSheetLineWrite")
    record LineWrite(
            @Nullable UUID project,
            @Nullable String task,
            @Nullable String code,
            @Nullable String note,
            List<Integer> minutes) {
        @Nullable
        String costCode(int place) {
            if (code == null || code.isBlank()) return null;
            var written = code.strip();
            if (written.length() > LONGEST_CODE || !CODE.matcher(written).matches())
                throw Problem.invalid(
                                "lines[%d].code".formatted(place),
                                "A cost code begins with a letter or a digit and has at most %d of them, spaces and . _ / # -."
                                        .formatted(LONGEST_CODE))
                        .hint("Write it as your books have it, as “4711” or “R-12/b”.");
            return written;
        }
    }

    /// @param days how many days of the week have begun
    /// @throws Problem if a day has more hours than a day has, or has not come yet
    void check(int days) {
        if (lines.size() > MOST_LINES)
            throw Problem.invalid("lines", "A week has at most %d lines.".formatted(MOST_LINES));
        var sums = new int[Sheet.DAYS];
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.minutes().size() != Sheet.DAYS)
                throw Problem.invalid("lines[%d].minutes".formatted(i), "A week has seven days, from Monday on.");
            if ((line.project() == null) != (line.task() == null))
                throw Problem.invalid("lines[%d].task".formatted(i), "A project and a task of it come together.");
            for (int day = 0; day < Sheet.DAYS; day++) add(sums, i, day, days);
        }
    }

    private void add(int[] sums, int i, int day, int days) {
        int minutes = lines.get(i).minutes().get(day);
        var field = "lines[%d].minutes[%d]".formatted(i, day);
        if (minutes < 0) throw Problem.invalid(field, "Hours are not below zero.");
        if (minutes > 0 && day >= days)
            throw Problem.invalid(field, "This day has not come yet.").hint("Tell hours once they are worked.");
        if (minutes > DAY || (sums[day] += minutes) > DAY)
            throw Problem.invalid(field, "A day has 24 hours.").hint("Look whether a line stands there twice.");
    }
}
