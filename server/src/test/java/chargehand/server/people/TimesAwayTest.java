package chargehand.server.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// How often people are away without having told.
@ServerTest
@Transactional
class TimesAwayTest {
    private static final LocalDate TODAY = LocalDate.of(2027, 2, 1);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private UnplannedAbsence learn() {
        return new TimesAway(jdbc, clock).learn(TODAY);
    }

    /// Ten more people of whom so many were ill from a Thursday to the Wednesday after it: five working days. Nobody
    /// else was.
    private void ill(int count) {
        jdbc.sql("update people.absence set kind = null").update();
        for (int i = 0; i < 10; i++) {
            var person = UUID.randomUUID();
            jdbc.sql("insert into people.person (id, name) values (:id, :name)")
                    .param("id", person)
                    .param("name", "Person " + i)
                    .update();
            if (i < count) away(person, LocalDate.of(2026, 11, 5), LocalDate.of(2026, 11, 11), "sick");
            away(person, LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31), "leave");
            away(person, LocalDate.of(2025, 6, 1), LocalDate.of(2025, 12, 31), "sick");
        }
    }

    private void away(UUID person, LocalDate from, LocalDate to, String kind) {
        jdbc.sql(
                        "insert into people.absence (id, person, from_day, to_day, kind) values (:id, :person, :from, :to, :kind)")
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("from", from)
                .param("to", to)
                .param("kind", kind)
                .update();
    }

    @Test
    void learnsFromTheSickDaysOfTheLastYear() {
        ill(8);

        var learned = learn();

        int everybody = jdbc.sql("select count(*) from people.person where not pool")
                .query(Integer.class)
                .single();
        double worked = everybody * 365 * 5 / 7.0 + 440;
        assertEquals((8 * 5 + 0.04 * 440) / worked, learned.share(), 1e-9);
        assertEquals((8 * 5 + 4 * 5) / 13.0, learned.days(), 1e-9);
        assertEquals(8, learned.people());
        assertEquals(learned.days() * 480, learned.availability().spell(), 1e-9);
    }

    @Test
    void assumesRatherThanTellOfFewerThanFive() {
        ill(4);

        assertTrue(learn().isAssumed());
        assertEquals(0.04, learn().share());
    }
}
