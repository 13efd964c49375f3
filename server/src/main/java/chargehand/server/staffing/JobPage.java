package chargehand.server.staffing;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// A page of a vacancy for people without an account: needs no script, and asks nobody else for anything.
final class JobPage {
    static final String NOT_LISTED = "<meta name=\"robots\" content=\"noindex\">";

    private JobPage() {}

    static ResponseEntity<String> html(int status, String page) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page);
    }

    /// One that nobody keeps on the way, and whose address nobody else is told. We are: without it a form on it would
    /// seem to come from elsewhere.
    static ResponseEntity<String> ofOneReader(int status, String page) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header("Referrer-Policy", "same-origin")
                .body(page);
    }

    static String said(Vacancy vacancy, String company, String sentence, String more) {
        var back = "<a href=\"/jobs/%s\">%s</a>"
                .formatted(
                        vacancy.id(),
                        Markdown.escaped(VacancyWords.in(vacancy.language()).say("apply.back")));
        return page(
                vacancy,
                company,
                NOT_LISTED,
                "<p role=\"status\"><b>%s</b></p>%s<p>%s</p>".formatted(Markdown.escaped(sentence), more, back));
    }

    /// @param head and body as HTML
    static String page(Vacancy vacancy, String company, String head, String body) {
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
            .sure{display:flex;gap:10px;align-items:center;color:var(--ink)}.sure input{width:20px;height:20px}form{display:grid;gap:14px;max-width:480px}label{display:grid;gap:2px;font-size:13px;color:var(--ink-2)}input,textarea{font:inherit;font-size:15px;color:var(--ink);background:none;border:1px solid #76857f;border-radius:4px;padding:8px}
            button{font:inherit;min-height:44px;background:var(--accent);color:var(--sheet);border:0;border-radius:4px;padding:0 18px;justify-self:start;cursor:pointer}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
            .notice{border-top:1px solid var(--rule);margin-top:32px;color:var(--ink-2);font-size:13px}.notice h2{font-size:15px;color:var(--ink)}
            """;
}
