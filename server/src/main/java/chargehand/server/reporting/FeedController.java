package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.FeedKeys;
import chargehand.server.identity.FeedKeys.Key;
import chargehand.server.identity.FeedKeys.Kind;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Open;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Calendar feeds", description = "Calendars that other programs subscribe to.")
class FeedController {
    private final FeedKeys keys;
    private final Feeds feeds;

    FeedController(FeedKeys keys, Feeds feeds) {
        this.keys = keys;
        this.feeds = feeds;
    }

    record FeedList(List<Key> items) {}

    record FeedWish(Kind kind, @Nullable UUID project) {}

    /// @param path of the calendar; who knows it reads it, and it is not shown again
    record NewFeed(Key feed, String path) {}

    @GetMapping("/api/feeds")
    @Needs(Permission.SELF)
    @Operation(operationId = "listFeeds", summary = "The calendars that one has an address for")
    FeedList list(Caller caller) {
        return new FeedList(keys.of(caller.account()));
    }

    @PostMapping("/api/feeds")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "createFeed",
            summary = "Make the address of a calendar; an earlier one of the same opens nothing any more")
    NewFeed create(@RequestBody FeedWish body, Caller caller) {
        if (!feeds.mayHave(caller, body.kind, body.project))
            throw Problem.invalid("project", "There is no such calendar.")
                    .hint("Ask for that of a project that you see, or for your own if your time is planned here.");
        var made = keys.make(caller, body.kind, body.project);
        return new NewFeed(made.key(), "/api/calendars/%s/calendar.ics".formatted(made.secret()));
    }

    @DeleteMapping("/api/feeds/{feed}")
    @Needs(Permission.SELF)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeFeed", summary = "Remove an address; it opens nothing from now on")
    void remove(@PathVariable UUID feed, Caller caller) {
        keys.remove(caller, feed);
    }

    @GetMapping(value = "/api/calendars/{secret}/calendar.ics", produces = "text/calendar;charset=UTF-8")
    @Open
    @Operation(
            operationId = "readFeed",
            summary = "A calendar, for whoever knows its address",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string"))))
    ResponseEntity<byte[]> read(@PathVariable String secret) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(feeds.read(secret).orElseThrow(Problem::notFound));
    }
}
