package chargehand.server.outbox;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Callers;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Scopes;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@Tag(name = "Live events", description = "That something is different now, as it happens.")
class EventController {
    private final EventStream.Sources sources;
    private final long heartbeatMillis;

    EventController(
            Callers callers,
            Scopes scopes,
            EventLog log,
            Listening listening,
            JsonMapper json,
            @Value("${chargehand.events.heartbeat:15s}") Duration heartbeat) {
        sources = new EventStream.Sources(callers, scopes, log, listening.recent(), json);
        heartbeatMillis = heartbeat.toMillis();
    }

    @GetMapping("/api/events")
    @Needs(Permission.SELF)
    @Operation(
            operationId = "hearEvents",
            summary = "Live events by server-sent events",
            description = """
                    Each `change` has `{seq, noun, id, version?, by?}` and its seq as id; `Last-Event-ID` replays what \
                    was missed within a day. `ready` says where the stream begins. After `reset` everything has to be \
                    read again. What one may not see is not heard; when the session ends, the stream does.""",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content =
                                    @Content(
                                            mediaType = "text/event-stream",
                                            schema = @Schema(implementation = EventStream.Told.class))))
    void hear(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long last,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("X-Accel-Buffering", "no");
        response.flushBuffer();
        try {
            new EventStream(sources, caller, request, response.getOutputStream(), heartbeatMillis).run(last);
        } catch (IOException gone) {
            // The browser went away, or was too slow to be waited for.
            request.setAttribute("gone", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
