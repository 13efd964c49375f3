package chargehand.server.work;

import static org.assertj.core.api.Assertions.assertThat;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalfDaysTest {
    private static final ZoneId HAMBURG = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2027, 2, 1);

    @Test
    void cutsADayAtItsLongestBreak() {
        var halves = halves(new TimeRange(420, 540), new TimeRange(555, 690), new TimeRange(735, 960));

        assertThat(halves.all()).extracting(HalfDays.Half::minutes).containsExactly(255, 225);
        assertThat(halves.all().get(1).from()).isEqualTo(Instant.parse("2027-02-01T11:15:00Z"));
    }

    private static HalfDays halves(TimeRange... day) {
        return new HalfDays(WorkingCalendar.weekdays("week", HAMBURG, day), List.of(), MONDAY, 1);
    }

    @Test
    void cutsADayWithoutABreakAtOne() {
        assertThat(halves(TimeRange.ofHours(9, 17)).all())
                .extracting(HalfDays.Half::minutes)
                .containsExactly(240, 240);
        assertThat(halves(TimeRange.ofHours(8, 12)).all())
                .extracting(HalfDays.Half::part)
                .containsExactly(HalfDays.Part.morning);
    }

    @Test
    void leavesAbsencesAndFreeDaysOut() {
        var away = new Booking(
                new ResourceId("dewi"),
                100,
                Instant.parse("2027-02-01T23:00:00Z"),
                Instant.parse("2027-02-02T23:00:00Z"),
                "away");
        var halves = new HalfDays(WorkingCalendar.officeHours("week", HAMBURG), List.of(away), MONDAY, 7);

        assertThat(halves.all()).hasSize(10);
        assertThat(halves.all().stream().filter(each -> each.minutes() == 0))
                .extracting(HalfDays.Half::date)
                .containsExactly(MONDAY.plusDays(1), MONDAY.plusDays(1));
    }

    @Test
    void countsWhatAStretchHasOfAHalf() {
        var halves = halves(TimeRange.ofHours(9, 13), TimeRange.ofHours(14, 18));
        var afternoon = halves.all().get(1);

        int minutes =
                halves.within(afternoon, Instant.parse("2027-02-01T09:00:00Z"), Instant.parse("2027-02-01T14:30:00Z"));

        assertThat(minutes).isEqualTo(90);
    }
}
