package chargehand.bench.kills;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/// Invites so many people, whose mails a mail server counts, while the server is killed over and over.
final class OutboxTorture {
    private static final int LONGEST_MILLIS = 400;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home;
    private final Server server;
    private final int mail;
    private final Random random;
    private final Set<String> confirmed = new LinkedHashSet<>();
    private String cookie = "";

    /// @param lost confirmed, and the mail server never took it
    /// @param twice taken more than once
    /// @param unsure of which the server says itself that it can't know
    /// @param perMinute how many went out a minute when all waited and nobody was killed
    record Result(int sent, int lost, int twice, int unsure, int kills, long perMinute) {
        String json() {
            return "{\"sent\":%d,\"lost\":%d,\"twice\":%d,\"unsure\":%d,\"kills\":%d,\"perMinute\":%d}"
                    .formatted(sent, lost, twice, unsure, kills, perMinute);
        }
    }

    private OutboxTorture(Path launcher, int port, long seed) throws IOException {
        random = new Random(seed);
        home = Files.createTempDirectory("chargehand-outbox");
        mail = port + 1;
        var settings = Map.of(
                "CHARGEHAND_URL",
                "https://projects.example.com",
                "CHARGEHAND_SMTP_URL",
                "smtp://127.0.0.1:%d?from=projects@example.com".formatted(mail));
        server = Server.start(launcher, home.resolve("data"), port, settings);
    }

    static Result run(Path launcher, int port, long seed, int size) throws IOException, InterruptedException {
        var torture = new OutboxTorture(launcher, port, seed);
        try {
            return torture.run(size);
        } finally {
            torture.server.stop();
        }
    }

    private Result run(int size) throws IOException, InterruptedException {
        server.awaitReady();
        signIn();
        invite(size / 2);
        try (var postbox = new Postbox(mail, Pattern.compile("guest-\\d+(?=@)"))) {
            return run(size, postbox);
        }
    }

    private Result run(int size, Postbox postbox) throws IOException, InterruptedException {
        long perMinute = undisturbed(postbox);
        int kills = Math.max(1, size / 100);
        int left = size - size / 2;
        for (int kill = 1; kill <= kills; kill++) {
            int before = confirmed.size();
            postbox.open(false);
            invite(left / kills);
            int taken = postbox.counts().size();
            postbox.open(true);
            Thread.sleep(random.nextInt(LONGEST_MILLIS));
            server.killServer();
            int after = postbox.counts().size() - taken;
            server.restart();
            server.awaitReady();
            System.err.printf(
                    "  kill %d of %d, when %d of %d were out%n", kill, kills, after, confirmed.size() - before);
        }
        settle(postbox);
        return result(postbox, kills, perMinute);
    }

    private void signIn() throws IOException, InterruptedException {
        var accounts = JsonMapper.builder().build().readTree(Files.readString(home.resolve("data/first-sign-in.json")));
        for (var account : accounts) {
            if (!account.path("role").asString().equals("administrator")) continue;
            var api = new Api(server.address(), "");
            var body = Map.of(
                    "login",
                    account.path("account").asString(),
                    "password",
                    account.path("password").asString());
            api.post("/api/sessions", body).orFail("Signing in");
            cookie = api.cookie();
        }
    }

    /// As many as there are, made while nobody takes mail, and taken at once.
    private long undisturbed(Postbox postbox) throws InterruptedException {
        int count = confirmed.size();
        var begun = System.nanoTime();
        while (postbox.counts().size() < count) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) return 0;
            Thread.sleep(20);
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        System.err.printf("  %d that waited were taken within %.1f s of the mail server's start%n", count, seconds);
        return postbox.perMinute();
    }

    private void invite(int count) throws IOException, InterruptedException {
        var api = new Api(server.address(), cookie);
        for (int i = 0; i < count; i++) {
            var name = "guest-" + confirmed.size();
            var body = Map.of("name", name, "email", name + "@example.com", "role", "worker", "scope", "company");
            api.post("/api/invitations", body).orFail("Inviting " + UUID.randomUUID());
            confirmed.add(name);
        }
    }

    /// Until nothing waits any more and nothing is in doubt that could still be settled.
    private void settle(Postbox postbox) throws IOException, InterruptedException {
        var begun = System.nanoTime();
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            if (state().path("waiting").asInt() == 0
                    && postbox.counts().keySet().containsAll(confirmed)) break;
            if (state().path("waiting").asInt() == 0
                    && System.nanoTime() - begun > Duration.ofSeconds(20).toNanos()) break;
            Thread.sleep(500);
        }
        // Whoever would be told twice is by now.
        Thread.sleep(3_000);
    }

    private tools.jackson.databind.JsonNode state() throws IOException, InterruptedException {
        return new Api(server.address(), cookie)
                .get("/api/mails")
                .orFail("The state of mails")
                .json();
    }

    private Result result(Postbox postbox, int kills, long perMinute) throws IOException, InterruptedException {
        var counts = postbox.counts();
        int lost = (int)
                confirmed.stream().filter(each -> !counts.containsKey(each)).count();
        int twice = (int) counts.values().stream().filter(count -> count > 1).count();
        int unsure = state().path("handed").asInt() + state().path("troubles").size();
        if (lost == 0 && twice == 0)
            try (var all = Files.walk(home)) {
                server.stop();
                for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
            }
        return new Result(counts.size(), lost, twice, unsure, kills, perMinute);
    }
}
