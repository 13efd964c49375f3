package chargehand.server.staffing;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;

/// A vacancy as plain text, for where Markdown is not read.
final class VacancyTexts {
    private final Vacancy vacancy;
    private final VacancyWords words;

    VacancyTexts(Vacancy vacancy) {
        this.vacancy = vacancy;
        words = VacancyWords.in(vacancy.language());
    }

    /// For LinkedIn and other networks.
    String networks() {
        return text(false);
    }

    /// For platforms of freelancers, who are asked for their rate.
    String freelance() {
        return text(true);
    }

    private String text(boolean freelance) {
        var lines = new ArrayList<String>();
        lines.add(vacancy.title());
        lines.add("");
        vacancy.body().lines().map(VacancyTexts::plain).forEach(lines::add);
        lines.add("");
        if (vacancy.place() != null) lines.add("%s: %s".formatted(words.say("page.where"), vacancy.place()));
        if (vacancy.remote()) lines.add(words.say("page.remote"));
        if (freelance) lines.add(words.say("freelance.rate"));
        lines.add(words.say("page.valid", Map.of("date", day())));
        if (vacancy.contact() != null) lines.add(words.say("page.contact", Map.of("contact", vacancy.contact())));
        return String.join("\n", lines);
    }

    private static String plain(String line) {
        var text = line.strip().replace("**", "");
        if (text.startsWith("#")) return text.replaceFirst("^#+\\s*", "").toUpperCase(Locale.ROOT);
        return text.startsWith("- ") ? "• " + text.substring(2) : text;
    }

    /// The last day, as the language of the vacancy writes it.
    String day() {
        var locale = vacancy.language().equals("de") ? Locale.GERMANY : Locale.UK;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(vacancy.validUntil());
    }
}
