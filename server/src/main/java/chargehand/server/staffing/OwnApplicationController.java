package chargehand.server.staffing;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Open;
import chargehand.server.identity.Secret;
import chargehand.server.identity.Throttle;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// An applicant's own page: what is held about them and how it is explained, all of it as a file, and its end. It
/// needs no account; its address was shown to them alone, once, and is kept as a hash.
@RestController
@RequestMapping("/jobs/{vacancy}/own/{key}")
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class OwnApplicationController {
    /// From one address in a quarter of an hour.
    private static final int LOOKS = 60;

    private final Vacancies vacancies;
    private final Applications applications;
    private final Owed owed;
    private final Forgetting forgetting;
    private final Companies companies;
    private final Throttle throttle;

    OwnApplicationController(
            Vacancies vacancies,
            Applications applications,
            Owed owed,
            Forgetting forgetting,
            Companies companies,
            Throttle throttle) {
        this.vacancies = vacancies;
        this.applications = applications;
        this.owed = owed;
        this.forgetting = forgetting;
        this.companies = companies;
        this.throttle = throttle;
    }

    private record Own(Vacancy vacancy, Application application) {}

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    @Open
    @Operation(operationId = "readOwnApplication", summary = "What is held about an applicant, for the applicant")
    ResponseEntity<String> page(@PathVariable UUID vacancy, @PathVariable String key, HttpServletRequest request) {
        var own = own(vacancy, key, request);
        var words = VacancyWords.in(own.vacancy().language());
        return JobPage.ofOneReader(
                200, JobPage.page(own.vacancy(), companies.get().name(), JobPage.NOT_LISTED, """
                        <h2>%s</h2>
                        %s
                        <p><a href="/jobs/%s/own/%s/export">%s</a></p>
                        <section class="notice"><h2>%s</h2>
                        <form method="post" action="/jobs/%s/own/%s/deletion">
                        <label class="sure"><input type="checkbox" required> %s</label>
                        <button>%s</button></form></section>
                        """.formatted(
                                say(words, "own.title"),
                                Markdown.html(owed.letter(own.vacancy(), own.application())),
                                vacancy,
                                key,
                                say(words, "own.export"),
                                say(words, "own.delete.heading"),
                                vacancy,
                                key,
                                say(words, "own.delete.sure"),
                                say(words, "own.delete"))));
    }

    @GetMapping("/export")
    @Open
    @Operation(operationId = "exportOwnApplication", summary = "Everything that is held about an applicant, as a file")
    ResponseEntity<CandidateExport> export(
            @PathVariable UUID vacancy, @PathVariable String key, HttpServletRequest request) {
        var own = own(vacancy, key, request);
        var name = ContentDisposition.attachment().filename("application.json").build();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(owed.whole(own.vacancy(), own.application()));
    }

    @PostMapping(value = "/deletion", produces = MediaType.TEXT_HTML_VALUE)
    @Open
    @Operation(operationId = "deleteOwnApplication", summary = "Delete one's own application for good")
    ResponseEntity<String> delete(@PathVariable UUID vacancy, @PathVariable String key, HttpServletRequest request) {
        var own = own(vacancy, key, request);
        forgetting.forget(Caller.SYSTEM, own.vacancy(), own.application(), "asked");
        var words = VacancyWords.in(own.vacancy().language());
        return JobPage.ofOneReader(
                200, JobPage.said(own.vacancy(), companies.get().name(), words.say("own.deleted"), ""));
    }

    private static String say(VacancyWords words, String key) {
        return Markdown.escaped(words.say(key));
    }

    /// The same answer for what never was and for what is over.
    private Own own(UUID vacancy, String key, HttpServletRequest request) {
        throttle.count("own application", request.getRemoteAddr(), LOOKS);
        var secret = new Secret(key);
        if (!secret.is(Secret.Kind.APPLICATION)) throw Problem.notFound();
        var application = applications.own(vacancy, secret.hash()).orElseThrow(Problem::notFound);
        return new Own(vacancies.find(vacancy).orElseThrow(Problem::notFound), application);
    }
}
