package chargehand.server.outbox;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Callers;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What one browser hears. Runs on the request's own virtual thread until the browser goes, its
/// session ends or it
/// can't keep up.
///
/// Whether an event may be heard is decided when it is sent. Whatever changes an account's access, or where a project
/// hangs, is itself an event of the same order: from it on, everything is decided by what the database says then.
final class EventStream {
    private static final int AT_ONCE = 500;
    /// What clients hear of their projects.
    private static final Set<String> OF_THE_PORTAL =
            Set.of("update", "question", "need", "change", "deliverable", "document");

    private final Callers callers;
    private final Scopes scopes;
    private final EventLog log;
    private final Recent recent;
    private final JsonMapper json;
    private final HttpServletRequest request;
    private final OutputStream out;
    private final long heartbeatMillis;
    private Caller caller;

    EventStream(Sources sources, Caller caller, HttpServletRequest request, OutputStream out, long heartbeatMillis) {
        callers = sources.callers;
        scopes = sources.scopes;
        log = sources.log;
        recent = sources.recent;
        json = sources.json;
        this.caller = caller;
        this.request = request;
        this.out = out;
        this.heartbeatMillis = heartbeatMillis;
    }

    record Sources(Callers callers, Scopes scopes, EventLog log, Recent recent, JsonMapper json) {}

    /// @param last the last event that the browser has, or null if it starts
    void run(@Nullable Long last) throws IOException, InterruptedException {
        var place = recent.place();
        if (!look()) return;
        if (last == null) write("ready", place.seq(), Map.of("seq", place.seq()));
        else if (!replay(last, place.seq())) return;
        out.flush();
        while (true) {
            switch (recent.after(place, heartbeatMillis)) {
                case Recent.Next.Events(var events, var next) -> {
                    if (!(events.isEmpty() ? beat() : send(events))) return;
                    place = next;
                }
                case Recent.Next.Lost(), Recent.Next.Closed() -> {
                    return;
                }
            }
            out.flush();
        }
    }

    /// A browser that was away gets what it missed; what is too old to be known any more it is told to
    /// read again.
    private boolean replay(long last, long upTo) throws IOException {
        if (last > upTo || (last < upTo && !log.reachesBackTo(last))) {
            write("reset", upTo, Map.of("seq", upTo));
            return true;
        }
        write("ready", last, Map.of("seq", last));
        for (long seq = last; seq < upTo; ) {
            var events = log.after(seq, upTo, AT_ONCE);
            if (events.isEmpty()) return true;
            if (!send(Heard.of(events, scopes))) return false;
            seq = events.getLast().seq();
        }
        return true;
    }

    private boolean send(List<Heard> events) throws IOException {
        if (events.stream().anyMatch(each -> each.event().isAbout(caller.account())) && !look()) return false;
        for (var heard : events)
            if (mayHear(heard)) write("change", heard.event().seq(), Told.of(heard.event()));
        return true;
    }

    private boolean mayHear(Heard heard) {
        return switch (heard.event().scope()) {
            case EventScope.Company() -> caller.may(Permission.COMPANY_SEE);
            case EventScope.Client(var client) -> caller.sees(client);
            case EventScope.Project(var project) -> {
                var home = heard.place() == null ? project : heard.place().home();
                var client = heard.place() == null ? null : heard.place().client();
                yield caller.may(Permission.PROJECT_SEE, home, client)
                        || OF_THE_PORTAL.contains(heard.event().noun())
                                && caller.may(Permission.PORTAL_SEE, project, client);
            }
            case EventScope.Account(var account) -> account.equals(caller.account());
        };
    }

    /// What a browser is told.
    record Told(
            long seq,
            String noun,
            UUID id,
            @Nullable Long version,
            @Nullable UUID by) {
        static Told of(Event event) {
            return new Told(event.seq(), event.noun(), event.id(), event.version(), event.by());
        }
    }

    private boolean beat() throws IOException {
        out.write(": \n\n".getBytes(StandardCharsets.UTF_8));
        return look();
    }

    /// Looks who this is now; false if it is nobody any more.
    private boolean look() {
        var now = callers.now(request);
        now.ifPresent(each -> caller = each);
        return now.isPresent();
    }

    private void write(String kind, long seq, Object data) throws IOException {
        var text = "id: %d\nevent: %s\ndata: %s\n\n".formatted(seq, kind, json.writeValueAsString(data));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
