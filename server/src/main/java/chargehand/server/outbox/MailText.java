package chargehand.server.outbox;

import chargehand.server.outbox.Letter.Line;
import java.util.List;
import org.springframework.web.util.HtmlUtils;

/// The text of a mail, plain and as HTML: one column that a phone shows as it is, nothing that is fetched from
/// elsewhere.
///
/// @param reader by name
/// @param url of this server
/// @param ofAccount whether the reader has settings to be pointed to
record MailText(LetterWords words, String reader, String company, String url, boolean ofAccount) {
    private static final String HEAD = """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>%s</title><style>
            body{margin:0;padding:24px 16px;background:#fff;color:#13201e;font:15px/1.5 'IBM Plex Sans',system-ui,-apple-system,'Segoe UI',sans-serif;font-variant-numeric:tabular-nums}
            main{max-width:560px;margin:0 auto;overflow-wrap:anywhere}
            h1{font-size:20px;line-height:1.3;letter-spacing:-.015em;font-weight:600;margin:0 0 8px}
            p{margin:0 0 12px;white-space:pre-line}dl{margin:0 0 16px}dt{font-size:12px;color:#44534f;margin-top:8px}dd{margin:0}
            a{color:#0b6371}.act{display:inline-block;padding:10px 16px;border-radius:4px;background:#0b6371;color:#fff;text-decoration:none;font-weight:500}
            section{padding:0 0 20px;margin:0 0 20px;border-bottom:1px solid #d5ddda}footer{font-size:12px;color:#44534f}
            @media (prefers-color-scheme:dark){body{background:#10191a;color:#e8efed}dt,footer{color:#b7c4c0}a{color:#66c7d1}.act{background:#66c7d1;color:#0b1415}section{border-color:#33413f}}
            </style></head><body><main>
            """;

    String subject(List<Letter> letters) {
        return letters.size() == 1
                ? letters.getFirst().subject()
                : words.say("digest.subject", "count", letters.size());
    }

    String plain(List<Letter> letters) {
        var text = new StringBuilder();
        if (letters.size() > 1) text.append(words.say("digest.lead")).append("\n\n");
        for (var each : letters) {
            if (letters.size() > 1) text.append("* ").append(each.subject()).append("\n\n");
            text.append(each.lead()).append("\n\n");
            for (var line : each.lines()) text.append(plain(line)).append('\n');
            if (!each.lines().isEmpty()) text.append('\n');
            text.append(each.act()).append(": ").append(url).append(each.path()).append("\n\n");
        }
        text.append("-- \n").append(words.say("foot.answers")).append('\n');
        if (ofAccount) text.append(why()).append(' ').append(settings()).append('\n');
        return text.toString().replace("\n", "\r\n");
    }

    private static String plain(Line line) {
        return line.value() == null ? line.name() : line.name() + ": " + line.value();
    }

    private String why() {
        return words.say("foot.why", "name", reader, "company", company);
    }

    private String settings() {
        return url + "/notices#settings";
    }

    String html(List<Letter> letters) {
        var text = new StringBuilder(
                HEAD.formatted(words == LetterWords.in("de") ? "de" : "en", escaped(subject(letters))));
        if (letters.size() > 1)
            text.append("<p>").append(escaped(words.say("digest.lead"))).append("</p>\n");
        for (var each : letters) text.append(section(each));
        text.append("<footer><p>").append(escaped(words.say("foot.answers")));
        if (ofAccount)
            text.append("<br>")
                    .append(escaped(why()))
                    .append(" <a href=\"")
                    .append(escaped(settings()))
                    .append("\">")
                    .append(escaped(words.say("foot.settings")))
                    .append("</a>.");
        return text.append("</p></footer></main></body></html>\n").toString();
    }

    private String section(Letter letter) {
        var text = new StringBuilder("<section><h1>")
                .append(escaped(letter.subject()))
                .append("</h1>\n<p>");
        text.append(escaped(letter.lead())).append("</p>\n");
        if (!letter.lines().isEmpty()) {
            text.append("<dl>");
            for (var line : letter.lines()) text.append(html(line));
            text.append("</dl>\n");
        }
        text.append("<a class=\"act\" href=\"")
                .append(escaped(url + letter.path()))
                .append("\">");
        return text.append(escaped(letter.act())).append("</a></section>\n").toString();
    }

    private static String html(Line line) {
        var name = "<dt>" + escaped(line.name()) + "</dt>";
        return line.value() == null ? name : name + "<dd>" + escaped(line.value()) + "</dd>";
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
