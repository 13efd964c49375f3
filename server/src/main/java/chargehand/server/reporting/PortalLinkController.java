package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.FeedKeys;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Open;
import chargehand.server.identity.Permission;
import chargehand.server.identity.PortalLinks;
import chargehand.server.identity.PortalLinks.Link;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Portal links", description = "The portal of one project for somebody without an account.")
class PortalLinkController {
    private static final String COOKIE = "chargehand-visit";

    private final PortalLinks links;
    private final FeedKeys feeds;
    private final PortalReading portal;
    private final UpdatePapers papers;
    private final PortalWishes wishes;

    PortalLinkController(
            PortalLinks links, FeedKeys feeds, PortalReading portal, UpdatePapers papers, PortalWishes wishes) {
        this.links = links;
        this.feeds = feeds;
        this.portal = portal;
        this.papers = papers;
        this.wishes = wishes;
    }

    @Schema(name = "PortalLinkList")
    record LinkList(List<Link> items) {}

    @GetMapping("/api/projects/{project}/portal-links")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "listPortalLinks", summary = "Who reads what was released without an account")
    LinkList list(@PathVariable UUID project) {
        return new LinkList(links.of(project));
    }

    /// @param until when it ends, within a year
    /// @param money whether it shows the pay, where that was released to the client; not unless said
    @Schema(name = "PortalLinkWrite")
    record NewLink(
            @Nullable String whom,
            @Nullable Instant until,
            @Nullable String password,
            @Nullable Boolean money) {
        @Override
        public String toString() {
            return "NewLink[%s, %s]".formatted(whom, until);
        }
    }

    /// @param path of the page that asks for the password; not shown again
    @Schema(name = "PortalLinkMade")
    record Made(Link link, String path) {}

    @PostMapping("/api/projects/{project}/portal-links")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "makePortalLink", summary = "Make a link; tell its password another way")
    Made make(Caller caller, @PathVariable UUID project, @RequestBody NewLink body) {
        if (body.until == null) throw Problem.invalid("until", "Say until when it opens.");
        boolean money = Boolean.TRUE.equals(body.money);
        if (money) wishes.needSeeing(caller, project);
        var made = links.make(caller, project, text(body.whom), body.until, text(body.password), money);
        return new Made(made.link(), "/released/" + made.secret());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @DeleteMapping("/api/projects/{project}/portal-links/{link}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "revokePortalLink", summary = "Take a link back; it opens nothing from now on")
    void revoke(Caller caller, @PathVariable UUID project, @PathVariable UUID link) {
        links.revoke(caller, project, link);
    }

    @Schema(name = "PortalVisit")
    record Visit(@Nullable String password) {
        @Override
        public String toString() {
            return "Visit";
        }
    }

    @PostMapping("/api/portal-links/{secret}/visits")
    @Open
    @Operation(
            operationId = "enterPortalLink",
            summary = "Tell a link's password; sets the cookie chargehand-visit for this link")
    ResponseEntity<LinkedPortal> enter(
            @PathVariable String secret, @RequestBody Visit body, HttpServletRequest request) {
        var visit = links.enter(secret, text(body.password), request.getRemoteAddr());
        var cookie = ResponseCookie.from(COOKIE, visit)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/api/portal-links/" + secret)
                .build();
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(portal.linked(links.visiting(secret, visit)));
    }

    @GetMapping("/api/portal-links/{secret}")
    @Open
    @Operation(operationId = "readPortalLink", summary = "What was released, for whoever told the password")
    ResponseEntity<LinkedPortal> read(
            @PathVariable String secret, @CookieValue(name = COOKIE, required = false) @Nullable String visit) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(portal.linked(links.visiting(secret, visit)));
    }

    @GetMapping(value = "/api/portal-links/{secret}/update", produces = MediaType.ALL_VALUE)
    @Open
    @Operation(operationId = "exportPortalLinkUpdate", summary = "The last update as PDF, in English or German")
    ResponseEntity<byte[]> paper(
            @PathVariable String secret,
            @CookieValue(name = COOKIE, required = false) @Nullable String visit,
            @RequestParam(name = "language", defaultValue = "en") String language) {
        return papers.last(links.visiting(secret, visit).link(), language);
    }

    /// @param path of a calendar that ends with the link
    @Schema(name = "PortalLinkFeed")
    record Feed(String path) {}

    @PostMapping("/api/portal-links/{secret}/feed")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "makePortalLinkFeed",
            summary = "Make the address of a calendar of the released dates; an earlier one opens nothing any more")
    Feed feed(@PathVariable String secret, @CookieValue(name = COOKIE, required = false) @Nullable String visit) {
        var made = feeds.make(links.visiting(secret, visit));
        return new Feed("/api/calendars/%s/calendar.ics".formatted(made.secret()));
    }
}
