package chargehand.server.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.ResourceId;
import chargehand.engine.time.TimeRange;
import chargehand.engine.time.WorkingCalendar;
import chargehand.server.ServerTest;
import chargehand.server.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@ServerTest
@Transactional
class WorkingTimesTest {
    private static final LocalDate FROM = LocalDate.of(2027, 1, 11);
    private static final LocalDate TO = LocalDate.of(2027, 12, 31);
    private static final LocalDate EPIPHANY = LocalDate.of(2027, 1, 6);
    private static final LocalDate REPENTANCE = LocalDate.of(2027, 11, 17);

    @Autowired
    People people;

    @Autowired
    Sites sites;

    @Autowired
    Shutdowns shutdowns;

    @Autowired
    Absences absences;

    @Autowired
    WorkingTimes times;

    @Autowired
    Ledger ledger;

    @Autowired
    Clock clock;

    @Test
    void givesEachTheHolidaysOfTheRegionWhereTheyWork() {
        var munich = site("Munich", "DE", "BY", "Europe/Berlin");
        var dresden = site("Dresden", "DE", "SN", "Europe/Berlin");
        var leeds = site("Leeds", "GB", "ENG", "Europe/London");
        var ada = person("Ada", munich, Week.OFFICE_HOURS);
        var bram = person("Bram", dresden, Week.OFFICE_HOURS);
        var chidi = person("Chidi", leeds, Week.OFFICE_HOURS);

        assertEquals(List.of(), calendar(ada).on(LocalDate.of(2027, 3, 29)), "Easter Monday in Bavaria");
        assertEquals(List.of(), calendar(chidi).on(LocalDate.of(2027, 3, 29)), "Easter Monday in England");
        assertTrue(calendar(ada).exceptions().containsKey(EPIPHANY), "Epiphany in Bavaria");
        assertTrue(!calendar(bram).exceptions().containsKey(EPIPHANY), "no Epiphany in Saxony");
        assertTrue(calendar(bram).exceptions().containsKey(REPENTANCE), "Repentance Day in Saxony");
        assertTrue(!calendar(chidi).exceptions().containsKey(LocalDate.of(2027, 10, 4)), "no German day in Leeds");
        assertEquals(ZoneId.of("Europe/London"), calendar(chidi).zone());
    }

    @Test
    void sharesOneCalendarAmongThoseWhoWorkAlike() {
        var munich = site("Munich", "DE", "BY", "Europe/Berlin");
        var ada = person("Ada", munich, Week.OFFICE_HOURS);
        var bram = person("Bram", munich, null);
        var dewi = person("Dewi", munich, Week.weekdays(List.of("08:30-13:00")));

        var team = times.of(Set.of(ada, bram, dewi), FROM, TO);

        assertEquals(2, team.calendars().size());
        assertEquals(team.resources().get(0).calendar(), team.resources().get(1).calendar());
        assertEquals(
                team.calendars().getFirst().id(),
                times.of(Set.of(ada), FROM, TO).calendars().getFirst().id(),
                "the id follows from the content");
    }

    @Test
    void closesASiteOrTheWholeCompany() {
        var munich = site("Munich", "DE", "BY", "Europe/Berlin");
        var ada = person("Ada", munich, Week.OFFICE_HOURS);
        var bram = person("Bram", null, Week.OFFICE_HOURS);
        shutdowns.insert(new Shutdown(id(), munich, day(8, 9), day(8, 13), "Summer"));
        shutdowns.insert(new Shutdown(id(), null, day(12, 27), day(12, 31), "End of year"));

        assertEquals(List.of(), calendar(ada).on(day(8, 13)));
        assertEquals(2, calendar(bram).on(day(8, 13)).size());
        assertEquals(List.of(), calendar(bram).on(day(12, 31)));
    }

    @Test
    void turnsAbsencesIntoTimeAwayOnTheClockOfThePersonEvenWhenThatIsPutForward() {
        var munich = site("Munich", "DE", "BY", "Europe/Berlin");
        var ada = person("Ada", munich, Week.OFFICE_HOURS);
        absences.insert(new Absence(id(), ada, day(3, 26), day(3, 28), "leave", "skiing"));
        absences.insert(new Absence(id(), ada, day(3, 27), day(3, 30), "sick", null));

        var away = times.of(Set.of(ada), FROM, TO).away();

        assertEquals(
                List.of(new Booking(
                        new ResourceId(ada.toString()),
                        100,
                        Instant.parse("2027-03-25T23:00:00Z"),
                        Instant.parse("2027-03-30T22:00:00Z"),
                        "away")),
                away);
    }

    @Test
    void isNotThereBeforeTheFirstDayAndHasLessOfEachDayWhileLearning() {
        var id = id();
        people.insert(new Person(
                id,
                "Dewi",
                null,
                null,
                Map.of(),
                List.of(),
                Week.OFFICE_HOURS,
                null,
                100,
                false,
                null,
                null,
                new Arrival(day(3, 3), 2, 50),
                1));

        assertEquals(List.of(), calendar(id).on(day(3, 2)));
        assertEquals(240, minutes(id, day(3, 3)));
        assertEquals(240, minutes(id, day(3, 16)));
        assertEquals(480, minutes(id, day(3, 17)));
        assertEquals(List.of(), calendar(id).on(day(3, 6)), "a Saturday stays one");
    }

    private int minutes(UUID person, LocalDate day) {
        return calendar(person).on(day).stream().mapToInt(TimeRange::minutes).sum();
    }

    @Test
    void keepsBookingsOfTasksThatDidNotMove() {
        var ada = person("Ada", null, null);
        var project = id();
        var build = id();
        var test = id();
        ledger.replace(
                project, Set.of(build, test), List.of(booked(build, ada, "08", "10"), booked(test, ada, "12", "14")));

        ledger.replace(project, Set.of(test), List.of(booked(test, ada, "14", "16")));

        var others = ledger.othersThan(id(), Set.of(ada), Instant.parse("2027-02-01T00:00:00Z"));
        assertEquals(
                List.of("2027-02-01T08:00:00Z", "2027-02-01T14:00:00Z"),
                others.stream().map(each -> each.fromInclusive().toString()).toList());
        assertEquals(List.of(), ledger.othersThan(project, Set.of(ada), Instant.parse("2027-02-01T00:00:00Z")));
        ledger.remove(project);
        assertEquals(List.of(), ledger.othersThan(id(), Set.of(ada), Instant.parse("2027-02-01T00:00:00Z")));
    }

    private static BookedTime booked(UUID task, UUID person, String from, String to) {
        return new BookedTime(
                task,
                person,
                Instant.parse("2027-02-01T%s:00:00Z".formatted(from)),
                Instant.parse("2027-02-01T%s:00:00Z".formatted(to)),
                100,
                true);
    }

    private WorkingCalendar calendar(UUID person) {
        return times.of(Set.of(person), FROM, TO).calendars().getFirst();
    }

    private UUID site(String name, String country, String region, String zone) {
        var id = id();
        sites.insert(new Site(id, name, country, region, ZoneId.of(zone)));
        return id;
    }

    private UUID person(String name, @Nullable UUID site, @Nullable Week week) {
        var id = id();
        people.insert(new Person(
                id, name, null, site, Map.of("java", 3), List.of(), week, null, 100, false, null, null, null, 1));
        return id;
    }

    private UUID id() {
        return Ids.next(clock);
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }
}
