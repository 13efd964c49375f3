package chargehand.server.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chargehand.server.ServerTest;
import chargehand.server.TestWorld;
import chargehand.server.identity.Accounts;
import chargehand.server.identity.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Today is Monday, 1 February 2027.
@ServerTest
@Transactional
class CertificateRemindingTest {
    @Autowired
    TestWorld world;

    @Autowired
    PeopleEditing people;

    @Autowired
    QualificationEditing qualifications;

    @Autowired
    Accounts accounts;

    @Autowired
    CertificateReminding reminding;

    @Autowired
    JdbcClient jdbc;

    private UUID dewi = new UUID(0, 0);
    private UUID herAccount = new UUID(0, 0);
    private UUID leadsAccount = new UUID(0, 0);

    @BeforeEach
    void dewiAndWhoLeadsHer() {
        var lead =
                people.create(PersonWrite.named("Greta Zander"), Caller.SYSTEM).id();
        dewi = people.create(PersonWrite.named("Dewi Zander").withLead(lead), Caller.SYSTEM)
                .id();
        leadsAccount = world.nobody().account();
        herAccount = world.nobody().account();
        accounts.person(leadsAccount, lead);
        accounts.person(herAccount, dewi);
    }

    @Test
    void tellsThePersonAndTheirLeadOnceAStage() {
        holds(LocalDate.of(2027, 4, 30));

        reminding.remind();
        reminding.remind();

        assertEquals(List.of("PMP of Dewi Zander runs out Friday 30 April 2027"), told(herAccount));
        assertEquals(told(herAccount), told(leadsAccount));
        holds(LocalDate.of(2027, 2, 20));
        reminding.remind();
        assertEquals(2, told(herAccount).size(), "another day is another thing to see to");
    }

    @Test
    void saysSoWhenOneHasRunOut() {
        holds(LocalDate.of(2027, 1, 31));

        reminding.remind();

        assertEquals(List.of("PMP of Dewi Zander ran out Sunday 31 January 2027"), told(herAccount));
    }

    @Test
    void isSilentWhileThereIsTimeAndAboutWhatRanOutLongAgo() {
        holds(LocalDate.of(2027, 8, 1));
        reminding.remind();
        holds(LocalDate.of(2020, 1, 1));
        reminding.remind();

        assertEquals(List.of(), told(herAccount));
    }

    private void holds(LocalDate expires) {
        var version = qualifications.read(dewi, Caller.SYSTEM).version();
        var pmp = new Qualifications.Certificate("PMP", "PMI", true, expires);
        qualifications.put(
                dewi, new Qualifications(null, Map.of(), List.of(pmp), List.of(), 0), version, Caller.SYSTEM);
    }

    private List<String> told(UUID account) {
        return jdbc.sql(
                        "select letter ->> 'subject' as subject from outbox.notice where account = :account order by at, id")
                .param("account", account)
                .query((row, number) -> String.valueOf(row.getString("subject")))
                .list();
    }
}
