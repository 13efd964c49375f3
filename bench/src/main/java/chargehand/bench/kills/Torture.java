package chargehand.bench.kills;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/// `bin/torture kills [--size N] [--seed N] [--port N] [--json] [--results DIR]`.
public final class Torture {
    private static final int WRITERS = 2;
    private static final int LONGEST_MILLIS = 3_000;

    private enum Victim {
        SERVER,
        POSTGRESQL,
        SERVER_THEN_POSTGRESQL,
        POSTGRESQL_THEN_SERVER
    }

    private final Random random;
    private final Path home;
    private final Server server;
    private final Map<String, Path> journals = new LinkedHashMap<>();
    private final List<Process> writers = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> half = new HashSet<>();
    private String cookie = "";
    private long readyMillisMax;
    private int acknowledged;

    private Torture(Path launcher, int port, long seed) throws IOException {
        random = new Random(seed);
        home = Files.createTempDirectory("chargehand-torture");
        server = Server.start(launcher, home.resolve("data"), port);
    }

    public static void main(String[] arguments) throws Exception {
        var all = Arrays.asList(arguments);
        if (all.isEmpty() || !List.of("kills", "outbox").contains(all.getFirst()) || all.contains("--help")) {
            System.out.print(help());
            System.exit(all.contains("--help") ? 0 : 64);
        }
        if (all.getFirst().equals("outbox")) outbox(all);
        int cycles = number(all, "--size", 20);
        int seed = number(all, "--seed", 1);
        var torture = new Torture(Path.of("chargehand").toAbsolutePath(), number(all, "--port", 18_140), seed);
        int wrong = 1;
        try {
            wrong = torture.run(cycles);
        } finally {
            torture.end(wrong > 0);
        }
        torture.report(cycles, seed, all);
        System.exit(wrong == 0 && torture.lost.isEmpty() && torture.half.isEmpty() ? 0 : 1);
    }

    private static void outbox(List<String> all) throws IOException, InterruptedException {
        int size = number(all, "--size", 1_000);
        int seed = number(all, "--seed", 1);
        var launcher = Path.of("chargehand").toAbsolutePath();
        var result = OutboxTorture.run(launcher, number(all, "--port", 18_140), seed, size);
        keep(all, "outbox", size, seed, result.json());
        System.exit(result.lost() == 0 && result.twice() == 0 ? 0 : 1);
    }

    /// How many answers were given that should not have been.
    private int run(int cycles) throws IOException, InterruptedException {
        say("first start: %d ms", server.awaitReady());
        signIn();
        for (int writer = 0; writer < WRITERS; writer++) startWriter(writer);
        for (int cycle = 1; cycle <= cycles; cycle++) {
            var victim = Victim.values()[random.nextInt(Victim.values().length)];
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            long millis = kill(victim);
            readyMillisMax = Math.max(readyMillisMax, millis);
            check();
            say("%d of %d: %s, ready after %d ms", cycle, cycles, victim, millis);
        }
        for (var writer : writers) {
            writer.getOutputStream().close();
            if (!writer.waitFor(20, TimeUnit.SECONDS)) throw new IOException("A writer does not end.");
            if (writer.exitValue() != 0) throw new IOException("A writer has failed.");
        }
        check();
        var wrong = new ArrayList<String>();
        for (var journal : journals.values()) {
            wrong.addAll(Journal.wrongIn(journal));
            acknowledged += Journal.confirmedIn(journal).size();
        }
        wrong.stream().limit(5).forEach(answer -> say("wrong answer: %s", answer));
        return wrong.size();
    }

    private void signIn() throws IOException, InterruptedException {
        var api = new Api(server.address(), "");
        var accounts = JsonMapper.builder().build().readTree(Files.readString(home.resolve("data/first-sign-in.json")));
        for (var account : accounts) {
            if (!account.path("role").asString().equals("administrator")) continue;
            var body = Map.of(
                    "login",
                    account.path("account").asString(),
                    "password",
                    account.path("password").asString());
            api.post("/api/sessions", body).orFail("Signing in");
            cookie = api.cookie();
            return;
        }
        throw new IOException("There is no administrator in first-sign-in.json.");
    }

    private void startWriter(int number) throws IOException, InterruptedException {
        var body = Map.of(
                "name",
                "Torture %d".formatted(number + 1),
                "start",
                "2027-02-01T08:00:00Z",
                "kind",
                "other",
                "zone",
                "UTC");
        var project = new Api(server.address(), cookie)
                .post("/api/projects", body)
                .orFail("Making a project")
                .json()
                .path("id")
                .asString();
        var journal = home.resolve("journal-%d.txt".formatted(number));
        journals.put(project, journal);
        var writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Writer.class.getName(),
                        server.address().toString(),
                        project,
                        journal.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        writer.getOutputStream().write((cookie + "\n").getBytes(StandardCharsets.UTF_8));
        writer.getOutputStream().flush();
        writers.add(writer);
    }

    /// Milliseconds until all is well again, from the start of the new server or from PostgreSQL's death.
    private long kill(Victim victim) throws IOException, InterruptedException {
        int between = random.nextInt(50);
        switch (victim) {
            case SERVER -> server.killServer();
            case POSTGRESQL -> server.killPostgres();
            case SERVER_THEN_POSTGRESQL -> {
                server.killServer();
                Thread.sleep(between);
                server.killPostgres();
            }
            case POSTGRESQL_THEN_SERVER -> {
                server.killPostgres();
                Thread.sleep(between);
                server.killServer();
            }
        }
        if (victim != Victim.POSTGRESQL) server.restart();
        return server.awaitReady();
    }

    /// What the journals had before the plans were asked for must be in them, and nothing may be there in part.
    private void check() throws IOException, InterruptedException {
        var api = new Api(server.address(), cookie);
        for (var journal : journals.entrySet()) {
            var confirmed = Journal.confirmedIn(journal.getValue());
            var plan = api.get("/api/projects/%s/plan".formatted(journal.getKey()))
                    .orFail("The plan")
                    .json();
            var names = new HashMap<String, String>();
            for (var task : plan.path("tasks"))
                names.put(task.path("id").asString(), task.path("name").asString());
            var parts = new HashMap<String, Integer>();
            for (var name : names.values()) parts.merge(stem(name), 1, Integer::sum);
            for (var link : plan.path("links"))
                parts.merge(stem(names.getOrDefault(link.path("predecessor").asString(), "?-")), 1, Integer::sum);
            for (var change : confirmed) if (!parts.containsKey(change)) lost.add(change);
            parts.forEach((change, count) -> {
                if (count != 3) half.add(change);
            });
        }
    }

    private static String stem(String name) {
        return name.substring(0, name.length() - 1);
    }

    private void end(boolean failed) throws InterruptedException, IOException {
        for (var writer : writers) writer.destroyForcibly();
        server.stop();
        if (failed || !lost.isEmpty() || !half.isEmpty()) say("Everything is left in %s.", home);
        else delete(home);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }

    private void report(int cycles, int seed, List<String> arguments) throws IOException {
        var json = "{\"cycles\":%d,\"acknowledged\":%d,\"lost\":%d,\"half\":%d,\"readyMsMax\":%d}"
                .formatted(cycles, acknowledged, lost.size(), half.size(), readyMillisMax);
        keep(arguments, "kills", cycles, seed, json);
    }

    private static void keep(List<String> arguments, String what, int size, int seed, String json) throws IOException {
        System.out.println(json);
        int at = arguments.indexOf("--results");
        if (at < 0) return;
        var folder = Files.createDirectories(Path.of(arguments.get(at + 1)));
        var day = LocalDate.now(ZoneOffset.UTC);
        Files.writeString(
                folder.resolve("%s-%s.txt".formatted(what, day)),
                "bin/torture %s --size %d --seed %d%n%s, %d cores, Java %s%n%n%s%n"
                        .formatted(
                                what,
                                size,
                                seed,
                                day,
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version(),
                                json));
    }

    private static void say(String format, Object... values) {
        System.err.printf("  " + format + "%n", values);
    }

    private static int number(List<String> arguments, String name, int otherwise) {
        int at = arguments.indexOf(name);
        if (at < 0) return otherwise;
        try {
            return Integer.parseInt(arguments.get(at + 1));
        } catch (NumberFormatException | IndexOutOfBoundsException wrong) {
            System.err.println(name + " needs a whole number.");
            System.exit(64);
            return otherwise;
        }
    }

    private static String help() {
        return """
                bin/torture kills [--size N] [--seed N] [--port N] [--json]
                bin/torture outbox [--size N] [--seed N] [--port N] [--json]

                Starts the server on a data folder of its own with two processes that change plans without pause, kills
                server, PostgreSQL or both with SIGKILL N times (20) at moments that the seed (1) decides, and looks
                each time whether everything that was confirmed is there, and nothing in part. Prints one line of JSON:
                {"cycles","acknowledged","lost","half","readyMsMax"}. Takes about ten seconds a kill. Exit code 1 if
                anything was lost, half stored, or answered otherwise than by 503 while PostgreSQL was away.

                outbox invites N people (1000) by mail, kills the server once for each hundred of them, and counts at
                the mail server what it took. Prints {"sent","lost","twice","unsure","kills","perMinute"}. Exit code 1
                if one that was confirmed never came or came twice.
                """;
    }
}
