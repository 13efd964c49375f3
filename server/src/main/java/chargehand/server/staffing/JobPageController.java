package chargehand.server.staffing;

import chargehand.server.identity.Companies;
import chargehand.server.identity.Open;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// A vacancy as everybody reads it: a page that needs no script, with its `JobPosting` within.
@RestController
@Tag(name = "Staffing", description = "Which manager a project needs, and who could be it.")
class JobPageController {
    private final Vacancies vacancies;
    private final VacancyEditing editing;
    private final Companies companies;
    private final JsonMapper json;

    JobPageController(Vacancies vacancies, VacancyEditing editing, Companies companies, JsonMapper json) {
        this.vacancies = vacancies;
        this.editing = editing;
        this.companies = companies;
        this.json = json;
    }

    @GetMapping(value = "/jobs/{vacancy}", produces = MediaType.TEXT_HTML_VALUE)
    @Open
    @Operation(operationId = "readJobPage", summary = "A vacancy as everybody reads it, while it is published")
    ResponseEntity<String> page(@PathVariable("vacancy") UUID id) {
        var vacancy = vacancies.find(id).orElseThrow(Problem::notFound);
        if (vacancy.published() == null) throw Problem.notFound();
        boolean open = vacancy.isOpen(editing.today());
        return ResponseEntity.status(open ? 200 : 410)
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .body(open ? open(vacancy) : closed(vacancy));
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
                <p>%s</p>
                <section class="notice"><h2>%s</h2><p>%s</p><p>%s</p><p>%s</p></section>
                """.formatted(
                        Markdown.escaped(words.say("page.valid", Map.of("date", new VacancyTexts(vacancy).day()))),
                        Markdown.html(vacancy.body()),
                        String.join("", about),
                        Markdown.escaped(words.say("page.apply")),
                        apply,
                        Markdown.escaped(words.say("notice.heading")),
                        Markdown.escaped(words.say("notice.1")),
                        Markdown.escaped(words.say("notice.2")),
                        Markdown.escaped(words.say("notice.3"))));
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
            .notice{border-top:1px solid var(--rule);margin-top:32px;color:var(--ink-2);font-size:13px}.notice h2{font-size:15px;color:var(--ink)}
            """;
}
