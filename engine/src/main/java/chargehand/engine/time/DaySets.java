package chargehand.engine.time;

import chargehand.engine.time.DayRule.Nth;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.function.IntPredicate;

/// A rule as sets of days, one a period of its frequency, in order. Days are counted since 1970.
final class DaySets {
    private static final int WEEK = 7;
    private static final int YEAR = 12;
    private static final int FURTHEST = 4_000_000;

    private final DayRule rule;
    private final LocalDate first;
    private final int begin;
    private final int last;
    private final boolean[] months = new boolean[YEAR + 1];
    private final int[] set = new int[366];
    private int size;

    DaySets(DayRule rule, LocalDate first) {
        this.rule = rule;
        this.first = first;
        begin = (int) first.toEpochDay();
        var until = rule.until();
        last = until == null ? Integer.MAX_VALUE : (int) until.toEpochDay();
        for (int month = 1; month <= YEAR; month++)
            months[month] = rule.months().isEmpty() || rule.months().contains(month);
    }

    /// Tells each day of `[from, to)` until somebody has heard enough.
    ///
    /// @param heard false for enough
    void each(int from, int to, IntPredicate heard) {
        int told = 0;
        for (int n = rule.count() > 0 ? 0 : before(from); start(n) < to; n++) {
            fill(n);
            for (int place = 0; place < size; place++) {
                int day = set[place];
                if (day < begin || !isKept(place)) continue;
                if (day > last || day >= to || rule.count() > 0 && told++ == rule.count()) return;
                if (day >= from && !heard.test(day)) return;
            }
        }
    }

    /// A period that ends before this day does, or the first.
    private int before(int from) {
        var day = LocalDate.ofEpochDay(Math.max(from, begin));
        int passed = switch (rule.frequency()) {
            case DAILY -> (int) day.toEpochDay() - begin;
            case WEEKLY -> (weekStart((int) day.toEpochDay()) - weekStart(begin)) / WEEK;
            case MONTHLY -> month(day) - month(first);
            case YEARLY -> day.getYear() - first.getYear();
        };
        return passed / rule.interval();
    }

    /// Further away than anybody plans there is no period, so that whoever asks for one comes to an end.
    private int start(int n) {
        long far = (long) n * rule.interval();
        if (far > FURTHEST) return Integer.MAX_VALUE;
        int step = (int) far;
        return switch (rule.frequency()) {
            case DAILY -> begin + step;
            case WEEKLY -> weekStart(begin) + step * WEEK;
            case MONTHLY -> (int) ofMonth(month(first) + step).toEpochDay();
            case YEARLY -> (int) LocalDate.of(first.getYear() + step, 1, 1).toEpochDay();
        };
    }

    private void fill(int n) {
        size = 0;
        switch (rule.frequency()) {
            case DAILY -> fillDay(start(n));
            case WEEKLY -> fillWeek(start(n));
            case MONTHLY -> fillMonth(LocalDate.ofEpochDay(start(n)));
            case YEARLY -> fillYear(LocalDate.ofEpochDay(start(n)));
        }
    }

    private void fillDay(int day) {
        var date = LocalDate.ofEpochDay(day);
        if (months[date.getMonthValue()] && isMonthDay(date.getDayOfMonth(), date.lengthOfMonth()) && isWeekday(day))
            set[size++] = day;
    }

    private void fillWeek(int from) {
        for (int day = from; day < from + WEEK; day++) {
            boolean chosen = rule.days().isEmpty() ? weekday(day) == first.getDayOfWeek() : isWeekday(day);
            if (chosen && months[LocalDate.ofEpochDay(day).getMonthValue()]) set[size++] = day;
        }
    }

    private void fillMonth(LocalDate month) {
        if (!months[month.getMonthValue()]) return;
        int from = (int) month.toEpochDay();
        int length = month.lengthOfMonth();
        for (int i = 1; i <= length; i++) if (isOfMonth(i, length, from + i - 1)) set[size++] = from + i - 1;
    }

    private boolean isOfMonth(int i, int length, int day) {
        if (!rule.monthDays().isEmpty()) return isMonthDay(i, length) && isWeekday(day);
        return rule.days().isEmpty() ? i == first.getDayOfMonth() : isNth(i, length, day);
    }

    private void fillYear(LocalDate year) {
        if (!rule.days().isEmpty()
                && rule.monthDays().isEmpty()
                && rule.months().isEmpty()) {
            int from = (int) year.toEpochDay();
            int length = year.lengthOfYear();
            for (int i = 1; i <= length; i++) if (isNth(i, length, from + i - 1)) set[size++] = from + i - 1;
            return;
        }
        boolean alone = rule.days().isEmpty()
                && rule.monthDays().isEmpty()
                && rule.months().isEmpty();
        for (int month = 1; month <= YEAR; month++)
            if (!alone || month == first.getMonthValue()) fillMonth(year.withMonth(month));
    }

    /// Whether it is one of the days with ordinals, in a period of this length of which it is the i-th day.
    private boolean isNth(int i, int length, int day) {
        for (Nth each : rule.days()) {
            if (each.day() != weekday(day)) continue;
            int n = each.n() < 0 ? -((length - i) / WEEK + 1) : (i - 1) / WEEK + 1;
            if (each.n() == 0 || each.n() == n) return true;
        }
        return false;
    }

    private boolean isMonthDay(int i, int length) {
        return rule.monthDays().isEmpty()
                || rule.monthDays().contains(i)
                || rule.monthDays().contains(i - length - 1);
    }

    private boolean isWeekday(int day) {
        if (rule.days().isEmpty()) return true;
        for (Nth each : rule.days()) if (each.day() == weekday(day)) return true;
        return false;
    }

    private boolean isKept(int place) {
        return rule.places().isEmpty()
                || rule.places().contains(place + 1)
                || rule.places().contains(place - size);
    }

    private int weekStart(int day) {
        return day - Math.floorMod(weekday(day).getValue() - rule.weekStart().getValue(), WEEK);
    }

    private static DayOfWeek weekday(int day) {
        return DayOfWeek.of(Math.floorMod(day + 3, WEEK) + 1);
    }

    private static int month(LocalDate day) {
        return (int) day.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    private static LocalDate ofMonth(int month) {
        return LocalDate.of(Math.floorDiv(month, YEAR), Math.floorMod(month, YEAR) + 1, 1);
    }
}
