package chargehand.server.assets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chargehand.server.ServerTest;
import chargehand.server.assets.AssetImporting.Look;
import chargehand.server.assets.Assets.Found;
import chargehand.server.assets.Assets.Sought;
import chargehand.server.identity.Caller;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/// Tables of other registers become assets: looked at first, taken once, and with a history.
@ServerTest
@Transactional
class RegisterTest {
    private static final String TABLE = """
            name,kind,line,serial,site,warranty,life,lead_days,cost,currency,runs_on,depends_on
            array,storage,"Disks, many",A1,Kiel,2027-06-30,2028-01-31,100,"184,000.00",EUR,,
            host,server,VMware ESXi 6.7 U3,H1,Kiel,,,,12500,EUR,,array
            web,vm,Ubuntu 20.04.6 LTS,,Kiel,,,,,,host,data
            data,vm,RHEL 8.6,,Kiel,,,,,,host,web
            """;

    @Autowired
    AssetImporting importing;

    @Autowired
    AssetEditing editing;

    @Autowired
    Assets assets;

    @Autowired
    Impact impact;

    @Autowired
    LifecycleTaking taking;

    @Autowired
    LifecycleReading lifecycles;

    @Autowired
    JdbcClient jdbc;

    @Test
    void takesATableOnceAndKnowsWhatIsDueFirst() {
        var look = look(TABLE);
        assertEquals(List.of(4, 4, 0, 0, 1), counts(look));
        assertEquals(0, all().size());

        take(look);

        assertEquals(List.of("host", "web", "array", "data"), names(all()));
        var array = named("array");
        assertEquals(LocalDate.of(2027, 6, 30), array.ends(), "the warranty ends before the expected life");
        assertEquals(LocalDate.of(2027, 3, 22), array.due());
        assertEquals(new Money(18_400_000, "EUR"), array.cost());
        assertEquals(
                "esxi 6.7 2022-10-15",
                "%s %s %s"
                        .formatted(
                                named("host").product(),
                                named("host").cycle(),
                                named("host").eol()));
        assertEquals(List.of(4, 0, 0, 0, 1), counts(look(TABLE)), "what was taken is the same when it is read again");
    }

    @Test
    void saysWhatWouldChangeAndKeepsWhatChanged() {
        take(look(TABLE));

        var look = look("name;serial;site\narray;A1;Flensburg\nhost two;H1;\n");

        assertEquals(List.of(2, 0, 2, 0, 0), counts(look));
        assertEquals(
                Map.of("site", List.of("Kiel", "Flensburg")),
                look.differing().getFirst().fields());
        take(look);
        assertEquals("Flensburg", named("array").site());
        assertEquals(LocalDate.of(2027, 6, 30), named("array").warranty(), "what the file leaves blank stays");
        assertEquals("H1", named("host two").serial());
        assertEquals(
                Set.of("{\"site\": [\"Kiel\", \"Flensburg\"]}", "{}"),
                assets.history(named("array").id()).stream()
                        .map(Assets.Change::fields)
                        .collect(Collectors.toSet()));
    }

    @Test
    void tellsLineAndReasonOfEachThatCanNotBeTaken() {
        take(look(TABLE));

        var look = look("""
                name,serial,warranty,lead_days,cost,currency,depends_on
                ,X,,,,,
                one,S1,31.02.2027,,,,
                two,s1,,,,,
                ONE,,,,,,
                three,,,99999,,,
                four,,,,-5,EUR,
                five,,,,5,XYZ,
                six,,,,5,,
                seven,,,,,,nobody
                eight,,,,,,eight
                nine,,,,5.001,EUR,
                web,A1,,,,,
                ten,,31.12.2027,30,"1.250,50",EUR,array
                """);

        assertEquals(
                List.of(
                        "2 no-name",
                        "3 bad-date",
                        "4 serial-twice",
                        "5 name-twice",
                        "6 bad-days",
                        "7 negative-money",
                        "8 unknown-currency",
                        "9 no-currency",
                        "10 relation-unknown",
                        "11 on-itself",
                        "12 bad-money",
                        "13 name-taken"),
                look.refusals().stream()
                        .map(each -> each.number() + " " + each.problem())
                        .toList());
        var refused = assertThrows(Problem.class, () -> importing.accept(Caller.SYSTEM, look.id(), true));
        assertEquals("import-has-errors", refused.code());
        assertEquals(4, all().size(), "nothing is half written");
        take(look);
        assertEquals(5, all().size());
        assertEquals(new Money(125_050, "EUR"), named("ten").cost());
        assertThrows(Problem.class, () -> importing.accept(Caller.SYSTEM, look.id(), false), "nothing is taken twice");
    }

    @Test
    void readsWhatOtherRegistersAndMachinesSay() {
        take(look("""
                name,status,tenant,site,role,manufacturer,device_type,platform,serial
                sw-1,Active,IT,Kiel,Core Switch,Cisco,C9300,Cisco IOS XE 17.9.4,FOC1
                """));
        take(look("""
                "Name";"Status";"Serial number";"Type";"Operating System - Name";"Operating System - Version";"Location"
                "pc-1";"In use";"PC1";"Server";"Debian GNU/Linux";"11";"Kiel"
                """));
        take(look("HOSTNAME=box\nNAME=\"Rocky Linux\"\nVERSION_ID=\"9.3\"\n"));

        assertEquals("network cisco-ios-xe 17.9", matched("sw-1"));
        assertEquals("server debian 11", matched("pc-1"));
        assertEquals("server rocky-linux 9", matched("box"));
    }

    @Test
    void readsABillOfMaterialsAsTheApplicationAndItsParts() {
        var bom = """
                {"bomFormat": "CycloneDX", "specVersion": "1.6",
                 "metadata": {"component": {"type": "application", "bom-ref": "app", "name": "shop", "version": "4.1"}},
                 "components": [
                  {"type": "platform", "bom-ref": "db", "name": "PostgreSQL", "version": "13.14"},
                  {"type": "library", "bom-ref": "a", "group": "org.acme", "name": "say, \\"loud\\"", "version": "1.0",
                   "components": [{"type": "library", "name": "inner", "version": "2"}]},
                  {"type": "library", "name": "inner", "version": "3"},
                  {"type": "library", "version": "9"}],
                 "dependencies": [{"ref": "app", "dependsOn": ["db", "a", "nowhere"]}, {"ref": "db", "dependsOn": ["db"]}]}
                """;

        var look = look(bom);

        assertEquals(5, look.fresh());
        assertEquals(
                List.of("no-name"),
                look.refusals().stream().map(AssetImports.Refused::problem).toList());
        take(look);
        assertEquals("software postgresql 13", matched("shop: PostgreSQL"));
        for (var part : List.of("shop: PostgreSQL", "shop: org.acme/say, \"loud\""))
            assertEquals(
                    "shop", impact.of(named(part)).touched().getLast().asset().name());
        assertEquals("inner 3", named("shop: inner 3").line());
        assertEquals(0, look(bom).changed(), "read twice it changes nothing");
        assertEquals(0, look(bom).fresh());
        var damaged = assertThrows(Problem.class, () -> look(bom.substring(0, 300)));
        assertEquals("file-unreadable", damaged.code());
    }

    @Test
    void matchesByWhatAnAdministratorTookAtOnceAndGoesBack() {
        take(look("name,line\nkettle,Kettle OS 3.1\nweb,Ubuntu 20.04.6 LTS\nold,Ubuntu 18.04\ndata,RHEL 8.6\n"));
        assertEquals("unknown-product", named("kettle").outcome());
        var data = named("data");

        var seen = taking.look(Caller.SYSTEM, "list.json", LIST.getBytes(UTF_8));

        assertEquals(
                List.of(3, 5, 1, 2, 2),
                List.of(seen.products(), seen.cycles(), seen.freshProducts(), seen.fresh(), seen.changed()));
        var changed = seen.differing().getFirst();
        assertEquals(
                "ubuntu 20.04 2031-04-30",
                changed.product() + " " + changed.cycle() + " "
                        + changed.after().end());
        assertEquals(
                List.of("20.04", "18.04", "3", "2"),
                seen.differing().stream().map(each -> each.cycle()).toList());
        assertEquals(2, seen.assets(), "of the data known is what is said, of the old only who says it");
        assertEquals("unknown-product", named("kettle").outcome(), "nothing is written before it is taken");

        assertEquals(
                List.of(4, 2),
                Arrays.stream(taking.accept(Caller.SYSTEM, seen.id())).boxed().toList());

        assertEquals("other kettle-os 3", matched("kettle"));
        assertEquals(LocalDate.of(2029, 5, 1), named("kettle").ends());
        assertEquals("https://endoflife.date/kettle-os", named("kettle").source());
        assertEquals(LocalDate.of(2031, 4, 30), named("web").eol());
        assertEquals(data, named("data"), "what the makers' page says stays theirs");
        assertTrue(assets.history(named("kettle").id()).stream()
                .anyMatch(each -> each.fields().contains("2029-05-01")));
        var shown = lifecycles.read(List.of("kettle"), true).items().getFirst();
        assertEquals(1, shown.assets());
        assertEquals("list.json", shown.cycles().getFirst().origin());
        assertEquals(
                0,
                taking.look(Caller.SYSTEM, "list.json", LIST.getBytes(UTF_8))
                        .differing()
                        .size());
        assertThrows(Problem.class, () -> taking.accept(Caller.SYSTEM, seen.id()), "nothing is taken twice");
        take(look("name,line\nsecond,Kettle OS 3\n"));
        assertEquals("other kettle-os 3", matched("second"), "what is read later is matched by it, too");

        assertEquals(3, taking.forget(Caller.SYSTEM));

        assertEquals("unknown-product", named("kettle").outcome());
        assertEquals(null, named("kettle").ends());
    }

    private static final String LIST = """
            [{"permalink": "/kettle-os", "title": "Kettle OS", "category": "os", "releases": [
                {"releaseCycle": "2", "eol": true}, {"releaseCycle": "3", "eol": "2029-05-01"}]},
             {"permalink": "/ubuntu", "title": "Ubuntu", "releases": [{"releaseCycle": "20.04", "eol": "2031-04-30"},
                {"releaseCycle": "18.04", "eol": false, "extendedSupport": "2031-04-01"}]},
             {"permalink": "/rhel", "title": "RHEL", "releases": [{"releaseCycle": "8", "eol": false}]}]
            """;

    @Test
    void refusesAListOfEndsThatCanNotBeAsAWhole() {
        for (var wrong : List.of(
                "",
                "no list",
                "[{\"permalink\": \"/x\"}]",
                "[{\"permalink\": \"/x\", \"releases\": [{\"eol\": \"2029-05-01\"}]}]",
                LIST.replace("2029-05-01", "soon"),
                LIST.replace("2029-05-01", "9999-05-01"),
                LIST.replace("2029-05-01", "2029-02-29"),
                LIST.replace("Kettle OS", "Kettle\\u0000OS"),
                LIST.replace("/kettle-os", "/" + "k".repeat(301)),
                LIST.substring(0, 120)))
            assertEquals(
                    "file-unreadable",
                    assertThrows(
                                    Problem.class,
                                    () -> taking.look(Caller.SYSTEM, "list.json", wrong.getBytes(UTF_8)),
                                    wrong)
                            .code());
        assertEquals(0, lifecycles.read(List.of(), true).taken());
        assertThrows(Problem.class, () -> taking.fetch(Caller.SYSTEM), "no address is written down");
        var inside = assertThrows(Problem.class, () -> taking.address(Caller.SYSTEM, "https://127.0.0.1/all.json"));
        assertEquals("address-inside", inside.code());
    }

    @Test
    void readsAgainWithOtherColumns() {
        var look = look("Ding,Was\nweb,RHEL 8.6\n");
        assertEquals(0, look.rows());

        var mapped = importing.map(Caller.SYSTEM, look.id(), Map.of("name", 0, "line", 1));

        assertEquals(List.of(1, 1, 0, 0, 0), counts(mapped));
        assertThrows(Problem.class, () -> importing.map(Caller.SYSTEM, look.id(), Map.of("shoe", 0)));
        assertThrows(Problem.class, () -> importing.map(Caller.SYSTEM, look.id(), Map.of("name", 9)));
    }

    @Test
    void showsWhatGoesAwayWithItEvenInCircles() {
        take(look(TABLE));

        var touched = impact.of(named("array")).touched();

        assertEquals(
                List.of("array 0", "host 1", "data 2", "web 2"),
                touched.stream()
                        .map(each -> each.asset().name() + " " + each.step())
                        .sorted((a, b) -> 0)
                        .toList());
        assertEquals(2, impact.of(named("web")).touched().size(), "web and data hang on each other");
    }

    @Test
    void findsByWordsKindAndWhatIsDue() {
        take(look(TABLE));

        assertEquals(List.of("web"), names(found(new Sought(List.of("ubun", "kiel"), null, null, false))));
        assertEquals(List.of(), found(new Sought(List.of("%"), null, null, false)));
        assertEquals(List.of("array"), names(found(new Sought(List.of(), AssetKind.storage, null, false))));
        assertEquals(List.of("array"), names(found(new Sought(List.of(), null, null, true))));
        var due = new Sought(List.of(), null, LocalDate.of(2026, 1, 1), false);
        assertEquals(List.of("host", "web"), names(found(due)));
        assertEquals(new Found(assets.list(due, 0, 9).items().subList(1, 2), 2), assets.list(due, 1, 1));
        assertEquals(new Found(List.of(), 2), assets.list(due, 2, 9), "how many is told behind the end, too");
    }

    @Test
    void refusesWhatCanNotBe() {
        take(look(TABLE));
        var web = named("web");

        for (var wrong : List.of(
                new AssetWrite(null, null, null, null, -1, null),
                new AssetWrite(null, null, null, null, null, new Money(-1, "EUR")),
                new AssetWrite(null, null, null, null, null, new Money(1, "XYZ")),
                new AssetWrite("x".repeat(501), null, null, null, null, null)))
            assertEquals(
                    "invalid-value",
                    assertThrows(Problem.class, () -> editing.change(web.id(), wrong, 1, Caller.SYSTEM))
                            .code());
        var written = new AssetWrite("Kiel", "Ada", LocalDate.of(2028, 2, 29), null, 30, null);
        assertEquals("Ada", editing.change(web.id(), written, 1, Caller.SYSTEM).owner());
        assertThrows(Problem.class, () -> editing.change(web.id(), written, 1, Caller.SYSTEM));
    }

    @Test
    void carriesManyLines() {
        int many = Integer.getInteger("chargehand.assets", 5_000);
        var table = new StringBuilder("name,kind,line,serial,runs_on\n");
        for (int i = 0; i < many; i++) {
            if (i == many / 2) table.append("asset-0,server,PostgreSQL 15,,\n");
            table.append("asset-%d,server,PostgreSQL 1%d.%d,SN%d,%s\n"
                    .formatted(i, i % 6, i % 20, i, i == 0 ? "" : "asset-" + (i / 10)));
        }
        long start = System.nanoTime();
        var look = look(table.toString());
        take(look);
        double seconds = (System.nanoTime() - start) / 1e9;
        jdbc.sql("analyze assets.asset").update();
        jdbc.sql("analyze assets.relation").update();
        var found = new Sought(List.of("asset-49", "sn49"), null, null, false);
        long search = fastest(() -> assets.list(found, 0, 100));
        var seventh = named("asset-7");
        long touched = fastest(() -> impact.of(seventh));
        System.out.printf(
                "%d assets: %.0f lines/s, search %d ms, impact %d ms%n", many, many / seconds, search, touched);

        assertEquals(many, look.fresh());
        assertEquals(
                List.of(many / 2 + 2 + " name-twice"),
                look.refusals().stream()
                        .map(each -> each.number() + " " + each.problem())
                        .toList(),
                "one in the middle is told with its line, and left out");
        assertTrue(impact.of(named("asset-0")).touched().size() > 1_000);
        assertTrue(seconds < 30);
    }

    private static long fastest(Runnable run) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            run.run();
            least = Math.min(least, (System.nanoTime() - start) / 1_000_000);
        }
        return least;
    }

    private Look look(String table) {
        return importing.look(Caller.SYSTEM, "assets.csv", table.getBytes(UTF_8));
    }

    private void take(Look look) {
        importing.accept(Caller.SYSTEM, look.id(), false);
    }

    private static List<Integer> counts(Look look) {
        return List.of(look.rows(), look.fresh(), look.changed(), look.refused(), look.unmatchedRows());
    }

    private List<Asset> found(Sought sought) {
        return assets.list(sought, 0, 9).items();
    }

    private List<Asset> all() {
        return assets.list(new Sought(List.of(), null, null, false), 0, 100).items();
    }

    private static List<String> names(List<Asset> some) {
        return some.stream().map(Asset::name).toList();
    }

    private Asset named(String name) {
        return assets
                .list(new Sought(List.of(name.toLowerCase(Locale.ROOT)), null, null, false), 0, 20_000)
                .items()
                .stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String matched(String name) {
        var asset = named(name);
        return "%s %s %s".formatted(asset.kind(), asset.product(), asset.cycle());
    }
}
