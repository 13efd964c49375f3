package chargehand.server.staffing;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Open;
import chargehand.server.identity.Secret;
import chargehand.server.identity.Throttle;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/// A vacancy as everybody reads it: a page that needs no script, with its `JobPosting` within.
@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class JobPageController {
    /// From one address in a quarter of an hour.
    private static final int APPLICATIONS = 10;

    private final Vacancies vacancies;
    private final VacancyEditing editing;
    private final Companies companies;
    private final Applying applying;
    private final Retention retention;
    private final Throttle throttle;
    private final JsonMapper json;

    JobPageController(
            Vacancies vacancies,
            VacancyEditing editing,
            Companies companies,
            Applying applying,
            Retention retention,
            Throttle throttle,
            JsonMapper json) {
        this.vacancies = vacancies;
        this.editing = editing;
        this.companies = companies;
        this.applying = applying;
        this.retention = retention;
        this.throttle = throttle;
        this.json = json;
    }

    @GetMapping(value = "/jobs/{vacancy}", produces = MediaType.TEXT_HTML_VALUE)
    @Open
    @Operation(operationId = "readJobPage", summary = "A vacancy as everybody reads it, while it is published")
    ResponseEntity<String> page(@PathVariable("vacancy") UUID id) {
        var vacancy = vacancies.find(id).orElseThrow(Problem::notFound);
        if (vacancy.published() == null) throw Problem.notFound();
        boolean open = vacancy.isOpen(editing.today());
        return JobPage.html(open ? 200 : 410, open ? open(vacancy) : closed(vacancy));
    }

    @PostMapping(
            value = "/jobs/{vacancy}/applications",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.TEXT_HTML_VALUE)
    @Open
    @Operation(operationId = "apply", summary = "Apply to a vacancy, without an account")
    ResponseEntity<String> apply(
            @PathVariable("vacancy") UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String message,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var vacancy =
                vacancies.find(id).filter(each -> each.isOpen(editing.today())).orElseThrow(Problem::notFound);
        var words = VacancyWords.in(vacancy.language());
        try {
            throttle.count("application", request.getRemoteAddr(), APPLICATIONS);
            var upload = file == null || file.isEmpty()
                    ? null
                    : new Applying.Upload(String.valueOf(file.getOriginalFilename()), file.getBytes());
            var own = applying.apply(vacancy, name, email, message, upload);
            return JobPage.ofOneReader(200, said(vacancy, words.say("apply.thanks"), own(vacancy, words, own)));
        } catch (Problem refused) {
            var hint = refused.hint() == null ? "" : refused.hint();
            var why = "<p>%s</p>".formatted(Markdown.escaped(refused.detail() + " " + hint));
            return JobPage.html(refused.status(), said(vacancy, words.say("apply.refused"), why));
        }
    }

    private String said(Vacancy vacancy, String sentence, String more) {
        return JobPage.said(vacancy, companies.get().name(), sentence, more);
    }

    /// Shown this once; whoever has it reads, and deletes, what is held about this applicant.
    private static String own(Vacancy vacancy, VacancyWords words, Secret key) {
        return "<p>%s</p><p><a href=\"/jobs/%s/own/%s\">%s</a></p>"
                .formatted(
                        Markdown.escaped(words.say("own.keep")),
                        vacancy.id(),
                        key.word(),
                        Markdown.escaped(words.say("own.title")));
    }

    /// Needs no script; what is wrong is said on a page of its own.
    private static String form(Vacancy vacancy, VacancyWords words) {
        return """
                <form method="post" enctype="multipart/form-data" action="/jobs/%s/applications">
                <label>%s <input name="name" required maxlength="200" autocomplete="name"></label>
                <label>%s <input name="email" type="email" required maxlength="200" autocomplete="email"></label>
                <label>%s <textarea name="message" rows="5" maxlength="10000"></textarea></label>
                <label>%s <input name="file" type="file" accept=".pdf,.docx,.txt"></label>
                <button>%s</button></form>
                """.formatted(
                        vacancy.id(),
                        Markdown.escaped(words.say("apply.name")),
                        Markdown.escaped(words.say("apply.email")),
                        Markdown.escaped(words.say("apply.message")),
                        Markdown.escaped(words.say("apply.file")),
                        Markdown.escaped(words.say("apply.send")));
    }

    private String open(Vacancy vacancy) {
        var words = VacancyWords.in(vacancy.language());
        var company = companies.get();
        var about = List.of(
                pair(
                        words.say("page.where"),
                        vacancy.place() + (vacancy.remote() ? ". " + words.say("page.remote") : "")),
                pair(
                        words.say("page.employment"),
                        words.say("employment." + vacancy.employment().name())));
        var contact = Markdown.escaped(String.valueOf(vacancy.contact()));
        var apply = Markdown.escaped(words.say("page.contact", Map.of("contact", "\u0000")))
                .replace("\u0000", "<a href=\"mailto:%s\">%s</a>".formatted(contact, contact));
        return JobPage.page(vacancy, company.name(), posting(vacancy), """
                <p class="valid">%s</p>
                %s
                <dl>%s</dl>
                <h2>%s</h2>
                %s
                <p>%s</p>
                <section class="notice"><h2>%s</h2><p>%s</p><p>%s</p><p>%s</p></section>
                """.formatted(
                        Markdown.escaped(words.say("page.valid", Map.of("date", new VacancyTexts(vacancy).day()))),
                        Markdown.html(vacancy.body()),
                        String.join("", about),
                        Markdown.escaped(words.say("page.apply")),
                        form(vacancy, words),
                        apply,
                        Markdown.escaped(words.say("notice.heading")),
                        Markdown.escaped(words.say("notice.1")),
                        Markdown.escaped(words.say("notice.2")),
                        Markdown.escaped(words.say("notice.3", Map.of("months", String.valueOf(retention.months()))))));
    }

    private String closed(Vacancy vacancy) {
        var words = VacancyWords.in(vacancy.language());
        return JobPage.page(
                vacancy,
                companies.get().name(),
                JobPage.NOT_LISTED,
                "<p>%s</p>".formatted(Markdown.escaped(words.say("page.closed"))));
    }

    private static String pair(String name, String value) {
        return "<dt>%s</dt><dd>%s</dd>".formatted(Markdown.escaped(name), Markdown.escaped(value));
    }

    /// Nothing in it can end the element that it stands in.
    private String posting(Vacancy vacancy) {
        var company = companies.get();
        var posting = json.writeValueAsString(JobPosting.of(vacancy, company.name(), ZoneId.of(company.zone())));
        return "<script type=\"application/ld+json\">%s</script>"
                .formatted(
                        posting.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"));
    }
}
