package chargehand.bench.kills;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server's API as any program uses it.
final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final URI server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private String cookie;

    /// @param cookie of a session; empty for nobody
    Api(URI server, String cookie) {
        this.server = server;
        this.cookie = cookie;
    }

    /// @param retryAfter whether the answer says when to come again
    record Answer(int status, String type, boolean retryAfter, String tag, String text) {
        JsonNode json() {
            return JSON.readTree(text);
        }

        boolean well() {
            return status / 100 == 2;
        }

        Answer orFail(String what) throws IOException {
            if (!well()) throw new IOException("%s was answered with %d: %s".formatted(what, status, text));
            return this;
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, body, "");
    }

    Answer post(String path, Object body, String ifMatch) throws IOException, InterruptedException {
        var request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!ifMatch.isEmpty()) request.header("If-Match", ifMatch);
        return send(request.build());
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(server.resolve(path)).timeout(PATIENCE);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.replaceFirst(";.*", ""));
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.headers().firstValue("Retry-After").isPresent(),
                answer.headers().firstValue("ETag").orElse(""),
                answer.body());
    }

    String cookie() {
        return cookie;
    }
}
