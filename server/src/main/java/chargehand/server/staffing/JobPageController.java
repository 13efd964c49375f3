package chargehand.server.staffing;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Open;
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
        return html(open ? 200 : 410, open ? open(vacancy) : closed(vacancy));
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
            applying.apply(vacancy, name, email, message, upload);
            return html(200, said(vacancy, words.say("apply.thanks"), ""));
        } catch (Problem refused) {
            var hint = refused.hint() == null ? "" : refused.hint();
            return html(refused.status(), said(vacancy, words.say("apply.refused"), refused.detail() + " " + hint));
        }
    }

    private String said(Vacancy vacancy, String sentence, String more) {
        var back = "<a href=\"/jobs/%s\">%s</a>"
                .formatted(
                        vacancy.id(),
                        Markdown.escaped(VacancyWords.in(vacancy.language()).say("apply.back")));
        return page(
                vacancy,
                companies.get().name(),
                "<meta name=\"robots\" content=\"noindex\">",
                "<p role=\"status\"><b>%s</b> %s</p><p>%s</p>"
                        .formatted(Markdown.escaped(sentence), Markdown.escaped(more), back));
    }

    private static ResponseEntity<String> html(int status, String page) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(page);
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
        return page(vacancy, company.name(), posting(vacancy), """
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
        return page(
                vacancy,
                companies.get().name(),
                "<meta name=\"robots\" content=\"noindex\">",
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

    private static String page(Vacancy vacancy, String company, String head, String body) {
        return """
                <!doctype html>
                <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
                <link rel="icon" href="data:,">
                <title>%s · %s</title>
                %s
                <style>%s</style></head>
                <body><header>%s</header><main><h1>%s</h1>
                %s</main></body></html>
                """.formatted(
                        vacancy.language(),
                        Markdown.escaped(vacancy.title()),
                        Markdown.escaped(company),
                        head,
                        STYLE,
                        Markdown.escaped(company),
                        Markdown.escaped(vacancy.title()),
                        body);
    }

    /// The look's tokens, as far as this page needs them.
    private static final String STYLE = """
            :root{color-scheme:light dark;--sheet:#fcfdfc;--ink:#13201e;--ink-2:#44534f;--rule:#d3dbd8;--accent:#0b6371}
            @media(prefers-color-scheme:dark){:root{--sheet:#11181a;--ink:#e8efed;--ink-2:#b7c4c0;--rule:#2b3739;--accent:#66c7d1}}
            *{box-sizing:border-box}body{margin:0;background:var(--sheet);color:var(--ink);font:400 15px/1.5 "IBM Plex Sans Variable","IBM Plex Sans",system-ui,sans-serif}
            header{border-bottom:1px solid var(--rule);padding:10px 16px;font-weight:600}main{max-width:720px;padding:24px 16px 64px}
            h1{font-size:32px;line-height:38px;letter-spacing:-.03em;margin:0 0 4px}h2{font-size:18px;margin:28px 0 6px}
            .valid{color:var(--ink-2);margin:0 0 20px}li{margin:4px 0}a{color:var(--accent)}
            dl{display:grid;grid-template-columns:auto 1fr;gap:4px 20px;border-top:1px solid var(--rule);padding-top:14px;margin-top:28px}dt{color:var(--ink-2)}dd{margin:0}
            form{display:grid;gap:14px;max-width:480px}label{display:grid;gap:2px;font-size:13px;color:var(--ink-2)}input,textarea{font:inherit;font-size:15px;color:var(--ink);background:none;border:1px solid #76857f;border-radius:4px;padding:8px}
            button{font:inherit;min-height:44px;background:var(--accent);color:var(--sheet);border:0;border-radius:4px;padding:0 18px;justify-self:start;cursor:pointer}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .notice{border-top:1px solid var(--rule);margin-top:32px;color:var(--ink-2);font-size:13px}.notice h2{font-size:15px;color:var(--ink)}
            """;
}
