package chargehand.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What is said on the terminal when the server is ready: where it is, and how to sign in.
final class Welcome {
    private final URI address;
    private final Path data;
    private final boolean demo;
    private final String setupToken;
    private final PrintStream out;

    Welcome(URI address, Path data, boolean demo, String setupToken, PrintStream out) {
        this.address = address;
        this.data = data;
        this.demo = demo;
        this.setupToken = setupToken;
        this.out = out;
    }

    void say(long nanosToReady) {
        out.printf("%nChargehand is ready: %s%n", address);
        out.printf("Ready in %.1f s, data in %s. Ctrl+C ends it.%n%n", nanosToReady / 1e9, data);
        try {
            saySignIn();
        } catch (IOException | RuntimeException unreadable) {
            out.println("Open it in a browser to sign in.");
        }
        out.println();
    }

    private void saySignIn() throws IOException {
        var accounts = data.resolve("first-sign-in.json");
        if (Files.exists(accounts)) sayAccounts(accounts);
        else if (needsSetUp()) saySetUp();
        else out.println("Open it in a browser and sign in with your account.");
        if (demo && !Files.exists(accounts))
            out.println("The data folder was not empty, so --demo has changed nothing in it.");
    }

    private void saySetUp() {
        if (setupToken.isEmpty())
            out.println("Open it in a browser: the first page sets up your company and its administrator.");
        else
            out.printf(
                    "Open %s in a browser, from elsewhere with this machine's name: the page%nsets up your company and"
                            + " its administrator. Nobody can without this address; keep it to yourself.%n",
                    address.resolve("/setup?token=" + setupToken));
    }

    private void sayAccounts(Path accounts) throws IOException {
        out.println("Sign in as one of the demo's people (they stand in %s):".formatted(accounts));
        for (JsonNode one : new ObjectMapper().readTree(Files.readAllBytes(accounts)))
            out.printf(
                    "  %-14s %-26s %s%n",
                    one.path("role").asString(),
                    one.path("account").asString(),
                    one.path("password").asString());
    }

    private boolean needsSetUp() throws IOException {
        var connection =
                (HttpURLConnection) address.resolve("/api/setup").toURL().openConnection();
        try (var answer = connection.getInputStream()) {
            return new ObjectMapper()
                    .readTree(new String(answer.readAllBytes(), StandardCharsets.UTF_8))
                    .path("needed")
                    .asBoolean();
        }
    }
}
