package chargehand.server.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The little Markdown of vacancies as HTML: headings, lists, paragraphs, **bold**, and links to https. Everything else
/// is text, and no HTML gets through.
final class Markdown {
    private static final Pattern BOLD = Pattern.compile("\\*\\*(.+?)\\*\\*");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((https://[^\\s)]+)\\)");

    private final List<String> html = new ArrayList<>();
    private final List<String> paragraph = new ArrayList<>();
    private boolean inList;

    private Markdown() {}

    static String html(String text) {
        var markdown = new Markdown();
        text.lines().forEach(markdown::take);
        markdown.endParagraph();
        markdown.endList();
        return String.join("\n", markdown.html);
    }

    private void take(String line) {
        var plain = line.strip();
        if (plain.isEmpty()) {
            endParagraph();
            endList();
        } else if (plain.startsWith("#")) heading(plain);
        else if (plain.startsWith("- ") || plain.startsWith("* ")) item(plain.substring(2));
        else {
            endList();
            paragraph.add(inline(plain));
        }
    }

    /// The page has the first level for its own title.
    private void heading(String line) {
        endParagraph();
        endList();
        int level = Math.min(
                4, Math.max(2, line.length() - line.replaceFirst("^#+", "").length()));
        html.add("<h%d>%s</h%d>".formatted(level, inline(line.replaceFirst("^#+\\s*", "")), level));
    }

    private void item(String text) {
        endParagraph();
        if (!inList) html.add("<ul>");
        inList = true;
        html.add("<li>%s</li>".formatted(inline(text)));
    }

    private void endParagraph() {
        if (paragraph.isEmpty()) return;
        html.add("<p>%s</p>".formatted(String.join("\n", paragraph)));
        paragraph.clear();
    }

    private void endList() {
        if (inList) html.add("</ul>");
        inList = false;
    }

    private static String inline(String text) {
        var escaped = escaped(text);
        var bold = BOLD.matcher(escaped).replaceAll("<b>$1</b>");
        return LINK.matcher(bold).replaceAll("<a href=\"$2\" rel=\"noopener nofollow\">$1</a>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
