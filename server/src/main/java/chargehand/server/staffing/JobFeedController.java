package chargehand.server.staffing;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Open;
import chargehand.server.identity.Throttle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What job sites fetch: everything that is published, and nothing else.
@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class JobFeedController {
    /// From one address in a quarter of an hour.
    private static final int FETCHED = 60;

    private final Vacancies vacancies;
    private final VacancyEditing editing;
    private final Companies companies;
    private final Throttle throttle;
    private final String url;
    private final Clock clock;

    /// @param url under which people reach this server; empty for what the feed was asked for at
    JobFeedController(
            Vacancies vacancies,
            VacancyEditing editing,
            Companies companies,
            Throttle throttle,
            @Value("${chargehand.url:}") String url,
            Clock clock) {
        this.vacancies = vacancies;
        this.editing = editing;
        this.companies = companies;
        this.throttle = throttle;
        this.url = url.strip().replaceFirst("/+$", "");
        this.clock = clock;
    }

    @GetMapping(value = "/jobs/feed.xml", produces = MediaType.APPLICATION_XML_VALUE)
    @Open
    @Operation(operationId = "readJobFeed", summary = "All open vacancies, as job sites that take feeds read them")
    ResponseEntity<byte[]> feed(HttpServletRequest request) {
        throttle.count("job feed", request.getRemoteAddr(), FETCHED);
        var company = companies.get();
        var today = editing.today();
        var open = vacancies.all().stream().filter(each -> each.isOpen(today)).toList();
        var base = url.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : url;
        var feed = new JobFeed(company.name(), base, ZoneId.of(company.zone())).written(open, clock.instant());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
                .body(feed.getBytes(StandardCharsets.UTF_8));
    }
}
