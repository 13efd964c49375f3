package chargehand.engine.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.engine.lifecycle.LifecycleMatch.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines are matched where product and version are certain, and nowhere else.
class AssetLinesTest {
    private static final AssetLines LINES = new AssetLines(LifecycleCatalogue.own());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MS Win Server 2019 Datacenter x64                          | windows-server 2019
            Windows Server 2016 (Version 1607)                         | windows-server 2016
            W2K12R2                                                    | windows-server 2012-r2
            Win10 Pro, 22H2                                            | windows 10-22h2
            Windows 11 Pro 22H2 (22621.1702)                           | windows 11-22h2-w
            Red Hat Ent. Linux 8.4                                     | rhel 8
            red hat enterprise linux (rhel) 9.1                        | rhel 9
            UBUNTU 18.04 LTS                                           | ubuntu 18.04
            Debian Buster                                              | debian 10
            SUSE Linux Enterprise Server 11 (x86_64) SP4               | sles 11.4
            SUSE SLES 12-SP5                                           | sles 12.5
            ESXi 6.7.0-20191204001-standard                            | esxi 6.7
            Fortinet FortiGate 100F FortiOS 7.0.12                     | fortios 7.0
            postgresql12-server-12.4-1PGDG.rhel8.x86_64                | postgresql 12
            postgres:13-alpine                                         | postgresql 13
            PostgreSQL 10.23 on x86_64-pc-linux-gnu compiled by gcc 8.3.0 | postgresql 10
            10.6.12-MariaDB                                            | mariadb 10.6
            SQL2012SP4                                                 | mssqlserver 11.0-sp4
            Oracle Database 12c Standard Edition Release 12.2.0.1.0    | oracle-database 12.2
            python3-3.6.8-48.el8_7.1.x86_64                            | python 3.6
            Temurin-17.0.6+10                                          | eclipse-temurin 17
            AIX 7200-05-03                                             | ibm-aix 7.2.5
            Apache/2.4.41 (Ubuntu)                                     | apache-http-server 2.4
            cpe:2.3:o:microsoft:windows_server_2012:r2:*:*:*:*:*:*:*   | windows-server 2012-r2
            cpe:2.3:a:nodejs:node.js:14.17.0:*:*:*:lts:*:*:*           | nodejs 14
            pkg:deb/debian/postgresql-12@12.4-1                        | postgresql 12
            NAME="CentOS Stream" VERSION_ID="8"                        | centos-stream 8
            Virtuelle Maschine mit CentOS 7                            | centos 7
            Windwos Server 2016                                        | windows-server 2016
            """)
    void knowsWhatPeopleAndProgramsWrite(String line, String meant) {
        var match = LINES.match(line);

        assertTrue(match.matched(), match.toString());
        assertEquals(meant, named(match));
        assertTrue(match.confidence() >= 0.75 && match.confidence() <= 1, match.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "€%&/()",
                "12.4",
                "PostgreSQL",
                "PostgreSQL 9",
                "MySQL 8",
                "Windows Server 2018",
                "Windows Server 2016 R2",
                "Windows 10 Pro",
                "SQL Server 2016 Standard",
                "SLES 15",
                "Oracle 12c",
                "RHEL 14",
                "Red Hat Linux 9",
                "PostgreSQL ODBC driver 12.4",
                "SQL Server Management Studio 18.5",
                "SQL Server 2019 Reporting Services",
                "Zabbix Agent 5.0",
                "Percona Server for MySQL 5.7",
                "Amazon RDS PostgreSQL 12.4",
                "Veeam Agent for Windows Server 2019",
                "SAP HANA 2.0 on SLES 15 SP3",
                "Windows Storage Server 2012 R2",
                "PostgREST 12.0",
                "Upgrade von CentOS 7 auf Rocky Linux 8",
                "CentOS 7 / CentOS 8",
                "RHEL 7 and 8",
                "PostgreSQL 12 oder höher",
                "Debian 11+",
                "needs Ubuntu 20.04",
                "Docker Compose 2.20",
                "Debian 8 GB RAM",
                "16 x Ubuntu",
                "kein Windows Server 2019",
                "Windows Server 2012 R2, SQL Server 2014 SP3",
                "pkg:npm/express@4.18.2",
                "pkg:docker/openjdk-debian@12",
                "cpe:2.3:a:postgresql:postgresql_jdbc_driver:42.2.0:*:*:*:*:*:*:*",
                "cpe:2.3:a:postgresql:postgresql:*"
            })
    void leavesWhatIsNotCertain(String line) {
        var match = LINES.match(line);

        assertEquals(null, match.cycle(), match.toString());
        assertEquals(0, match.confidence());
    }

    @Test
    void saysWhyItLeavesALine() {
        assertEquals(Outcome.NO_VERSION, LINES.match("PostgreSQL").outcome());
        assertEquals(Outcome.UNKNOWN_VERSION, LINES.match("RHEL 14").outcome());
        assertEquals(Outcome.UNKNOWN_PRODUCT, LINES.match("HP LaserJet 400").outcome());
        assertEquals(
                Outcome.SOMETHING_ELSE,
                LINES.match("PostgreSQL 12.4 ODBC driver").outcome());
        assertEquals(Outcome.AMBIGUOUS, LINES.match("CentOS 7 / 8").outcome());
    }

    @Test
    void isLessSureWhereSomethingIsUnknown() {
        double plain = LINES.match("Windows Server 2019").confidence();
        double beside = LINES.match("Windows Server 2019 Zebra").confidence();
        double slip = LINES.match("Windwos Server 2019").confidence();

        assertTrue(beside < plain && slip < plain, "%f %f %f".formatted(plain, beside, slip));
    }

    @Test
    void givesEachFactItsSource() {
        var products = LifecycleCatalogue.own().products();

        assertTrue(products.size() >= 50);
        for (var product : products)
            for (var cycle : product.cycles())
                assertTrue(cycle.source().startsWith("https://"), product.id() + " " + cycle.name());
    }

    @Test
    void findsEachCycleOfItsOwnByItsFirstName() {
        for (var product : LifecycleCatalogue.own().products())
            for (var cycle : product.cycles()) {
                if (Version.named(cycle.name()) == null) continue;
                var match = LINES.match(product.title() + " " + cycle.name().replace('-', ' '));
                if (match.matched()) assertEquals(product.id() + " " + cycle.name(), named(match));
            }
    }

    @Test
    void letsAnotherListCompleteAndCorrectIt() {
        var later = new Cycle("12", List.of(), LocalDate.of(2030, 1, 1), null, false, "https://example.org");
        var zebra = new Cycle("3", List.of(), LocalDate.of(2031, 1, 1), null, false, "https://example.org");
        var lines = new AssetLines(LifecycleCatalogue.own()
                .with(List.of(
                        new Product("postgresql", "PG", "x", List.of(), List.of(), List.of(), List.of(later)),
                        new Product("zebra", "Zebra", "x", List.of("?zebra"), List.of(), List.of(), List.of(zebra)))));

        assertEquals(later, lines.match("Postgres 12.4").cycle());
        var open = new Cycle("12", List.of("twelve"), null, null, false, "https://example.org");
        var silent = LifecycleCatalogue.own()
                .with(List.of(new Product("postgresql", "PG", "x", List.of(), List.of(), List.of(), List.of(open))));
        var own = Objects.requireNonNull(LINES.match("Postgres 12.4").cycle());
        var kept = Objects.requireNonNull(
                new AssetLines(silent).match("Postgres 12.4").cycle());
        assertEquals(List.of(own.end(), own.source()), List.of(kept.end(), kept.source()), "no day takes none away");
        assertEquals("postgresql 13", named(lines.match("Postgres 13")));
        assertEquals(zebra, lines.match("Zebra 3.1").cycle());
        assertEquals(null, lines.match("Zebra crossing 3.1").cycle());
    }

    @Test
    void readsLongLinesWithoutEnd() {
        assertEquals(null, LINES.match("(".repeat(100_000)).cycle());
        assertEquals(null, LINES.match("PostgreSQL ".repeat(20_000) + "12").cycle());
    }

    private static String named(LifecycleMatch match) {
        var product = match.product();
        var cycle = match.cycle();
        return product == null || cycle == null ? match.outcome().code() : product.id() + " " + cycle.name();
    }
}
