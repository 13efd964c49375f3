package chargehand.server.increments;

import chargehand.server.increments.Signal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what Forgejo, Gitea, GitHub and the hook for Git send: the same words, but for a few.
final class HostPayload {
    private static final Pattern MERGE = Pattern.compile("^Merge (branch|pull request|remote-tracking branch)\\b");
    private static final Pattern ENDS = Pattern.compile(
            "(?i)\\b(close[sd]?|fix(?:e[sd])?|resolve[sd]?|done|fertig|erledigt)[:\\s]+(?=[A-Z][A-Z0-9]{1,9}-\\d)");
    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    private final JsonNode body;
    private final @Nullable String who;

    private HostPayload(JsonNode body) {
        this.body = body;
        who = text(body, "/pusher/full_name", "/pusher/name", "/sender/full_name", "/sender/login");
    }

    /// @param event as the header says: `push`, `pull_request`, …
    static List<Heard> read(String event, JsonNode body) {
        var payload = new HostPayload(body);
        return switch (event) {
            case "push" -> payload.push();
            case "create" -> payload.created();
            case "pull_request" -> payload.request();
            case "pull_request_review", "pull_request_approved", "pull_request_rejected" -> payload.reviewed(event);
            case "status" -> payload.status();
            case "check_suite", "check_run", "workflow_run" -> payload.checked(event);
            case "action_run_failure", "action_run_success", "action_run_recover" -> payload.ran(event);
            case "release" -> payload.released();
            case "deployment_status" -> payload.deployed();
            default -> List.of();
        };
    }

    private List<Heard> push() {
        var ref = Objects.requireNonNullElse(text(body, "/ref"), "");
        var after = text(body, "/after");
        if (after == null || after.matches("0*")) return List.of();
        if (ref.startsWith(TAGS)) {
            var tag = ref.substring(TAGS.length());
            return List.of(new Heard(Kind.released, messages(), ids(), null, tag, tag, null, who, after));
        }
        if (!ref.startsWith(HEADS)) return List.of();
        var branch = ref.substring(HEADS.length());
        return isMain(branch) ? pushedToMain(branch) : pushedTo(branch, after);
    }

    private boolean isMain(String branch) {
        var main = text(body, "/repository/default_branch");
        return main == null ? branch.equals("main") || branch.equals("master") : branch.equals(main);
    }

    private List<Heard> pushedTo(String branch, String after) {
        var texts = new ArrayList<>(messages());
        texts.addFirst(branch);
        var last = messages().isEmpty() ? branch : line(messages().getLast());
        var kind = messages().isEmpty() ? Kind.branch : Kind.commit;
        return List.of(new Heard(
                kind, texts, List.of(), null, branch, last, text(body, "/compare", "/compare_url"), who, after));
    }

    /// A merge that names a task, words as *fixes PA-12*, and commits of a branch that names one.
    private List<Heard> pushedToMain(String branch) {
        var heard = new ArrayList<Heard>();
        for (var commit : body.path("commits")) {
            var message = Objects.requireNonNullElse(text(commit, "/message"), "");
            var id = text(commit, "/id");
            boolean merges =
                    MERGE.matcher(message).find() || ENDS.matcher(message).find();
            var known = id == null ? List.<String>of() : List.of(id);
            heard.add(new Heard(
                    merges ? Kind.merged : Kind.commit,
                    List.of(message),
                    List.of(),
                    null,
                    branch,
                    line(message),
                    text(commit, "/url"),
                    Objects.requireNonNullElse(text(commit, "/author/name"), Objects.requireNonNullElse(who, "")),
                    id));
            if (!known.isEmpty())
                heard.add(new Heard(
                        Kind.merged, List.of(), known, null, branch, line(message), text(commit, "/url"), who, id));
        }
        return heard;
    }

    private List<String> messages() {
        var messages = new ArrayList<String>();
        for (var commit : body.path("commits")) {
            var message = text(commit, "/message");
            if (message != null) messages.add(message);
        }
        return messages;
    }

    private List<String> ids() {
        var ids = new ArrayList<String>();
        for (var commit : body.path("commits")) {
            var id = text(commit, "/id");
            if (id != null) ids.add(id);
        }
        return ids;
    }

    private List<Heard> created() {
        var branch = text(body, "/ref");
        if (branch == null || !"branch".equals(text(body, "/ref_type"))) return List.of();
        return List.of(new Heard(Kind.branch, List.of(branch), List.of(), null, branch, branch, null, who, null));
    }

    private List<Heard> request() {
        var kind = switch (Objects.requireNonNullElse(text(body, "/action"), "")) {
            case "opened", "reopened", "ready_for_review", "review_requested" ->
                body.at("/pull_request/draft").asBoolean(false) ? Kind.commit : Kind.waits;
            case "closed" -> body.at("/pull_request/merged").asBoolean(false) ? Kind.merged : Kind.closed;
            default -> null;
        };
        return kind == null ? List.of() : List.of(ofRequest(kind));
    }

    private Heard ofRequest(Kind kind) {
        var texts = new ArrayList<String>();
        for (var each : List.of("/pull_request/title", "/pull_request/head/ref", "/pull_request/body")) {
            var text = text(body, each);
            if (text != null) texts.add(text);
        }
        return new Heard(
                kind,
                texts,
                List.of(),
                null,
                text(body, "/pull_request/head/ref"),
                text(body, "/pull_request/title"),
                text(body, "/pull_request/html_url"),
                who,
                text(body, "/pull_request/head/sha"));
    }

    private List<Heard> reviewed(String event) {
        var said = event + " " + text(body, "/review/state") + " " + text(body, "/review/type");
        if (said.contains("approved")) return List.of(ofRequest(Kind.approved));
        if (said.contains("rejected") || said.contains("changes_requested")) return List.of(ofRequest(Kind.changes));
        return List.of();
    }

    private List<Heard> status() {
        var kind = outcome(text(body, "/state"));
        if (kind == null) return List.of();
        var branches = new ArrayList<String>();
        for (var each : body.path("branches")) {
            var name = text(each, "/name");
            if (name != null) branches.add(name);
        }
        var sha = text(body, "/sha", "/commit/id");
        return List.of(ofChecks(kind, branches, sha, text(body, "/context"), text(body, "/target_url")));
    }

    private Heard ofChecks(
            Kind kind, List<String> branches, @Nullable String sha, @Nullable String title, @Nullable String url) {
        var branch = branches.isEmpty() ? null : branches.getFirst();
        var own = branch == null || isMain(branch) ? null : branch;
        return new Heard(kind, branches, sha == null ? List.of() : List.of(sha), own, branch, title, url, null, sha);
    }

    private static @Nullable Kind outcome(@Nullable String said) {
        return switch (String.valueOf(said).toLowerCase(Locale.ROOT)) {
            case "success" -> Kind.passed;
            case "failure", "error", "timed_out", "startup_failure" -> Kind.failed;
            default -> null;
        };
    }

    private List<Heard> checked(String event) {
        var kind = outcome(text(body, "/" + event + "/conclusion"));
        if (kind == null) return List.of();
        var branch = text(body, "/" + event + "/head_branch", "/check_run/check_suite/head_branch");
        return List.of(ofChecks(
                kind,
                branch == null ? List.of() : List.of(branch),
                text(body, "/" + event + "/head_sha"),
                text(body, "/" + event + "/name", "/check_suite/app/name"),
                text(body, "/" + event + "/html_url")));
    }

    private List<Heard> ran(String event) {
        var kind = event.endsWith("failure") ? Kind.failed : Kind.passed;
        var branch = text(body, "/run/prettyref");
        return List.of(ofChecks(
                kind,
                branch == null ? List.of() : List.of(branch),
                text(body, "/run/commit_sha"),
                text(body, "/run/title"),
                text(body, "/run/html_url")));
    }

    private List<Heard> released() {
        if (!"published".equals(text(body, "/action"))) return List.of();
        var tag = text(body, "/release/tag_name");
        var words = text(body, "/release/body");
        return List.of(new Heard(
                Kind.released,
                words == null ? List.of() : List.of(words),
                List.of(),
                null,
                tag,
                Objects.requireNonNullElse(text(body, "/release/name"), String.valueOf(tag)),
                text(body, "/release/html_url"),
                who,
                null));
    }

    private List<Heard> deployed() {
        var outcome = outcome(text(body, "/deployment_status/state"));
        if (outcome == null) return List.of();
        var sha = text(body, "/deployment/sha");
        var branch = text(body, "/deployment/ref");
        return List.of(new Heard(
                outcome == Kind.passed ? Kind.deployed : Kind.deployFailed,
                branch == null ? List.of() : List.of(branch),
                sha == null ? List.of() : List.of(sha),
                branch == null || isMain(branch) ? null : branch,
                text(body, "/deployment/environment", "/deployment_status/environment"),
                text(body, "/deployment_status/description"),
                text(body, "/deployment_status/target_url"),
                who,
                sha));
    }

    private static @Nullable String text(JsonNode node, String... paths) {
        for (var path : paths) {
            var found = node.at(path);
            if (found.isString() && !found.asString().isBlank()) return found.asString();
        }
        return null;
    }

    private static String line(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
