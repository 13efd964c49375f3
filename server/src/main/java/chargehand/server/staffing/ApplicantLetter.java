package chargehand.server.staffing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Explains to an applicant, in the language of the vacancy, what was looked at, what rules found in which line, what
/// was
/// noted, and who decided what, why. A draft: a person reads it and sends it.
final class ApplicantLetter {
    private final Vacancy vacancy;
    private final Application application;
    private final VacancyWords words;
    private final Locale locale;
    private final ZoneId zone;
    private final StringJoiner letter = new StringJoiner("\n");

    ApplicantLetter(Vacancy vacancy, Application application, ZoneId zone) {
        this.vacancy = vacancy;
        this.application = application;
        this.zone = zone;
        words = VacancyWords.in(vacancy.language());
        locale = vacancy.language().equals("en") ? Locale.UK : Locale.forLanguageTag(vacancy.language());
    }

    String text(
            @Nullable CvChecked cv,
            Interview interview,
            List<Reviewing.Decision> decisions,
            List<Mitigation> mitigations,
            List<Ranking.Asked> rankings,
            LocalDate keptUntil,
            String company) {
        say("greeting", Map.of("name", String.valueOf(application.name())));
        say("about", Map.of("title", vacancy.title(), "date", day(application.at())));
        findings(cv);
        notes(interview);
        rankings(rankings, cv);
        mitigations(mitigations);
        decisions(decisions);
        say("held", Map.of("date", day(keptUntil)));
        say("rights", Map.of("contact", vacancy.contact() == null ? company : vacancy.contact()));
        say("closing", Map.of("company", company));
        return letter.toString();
    }

    private void findings(@Nullable CvChecked cv) {
        if (cv == null || cv.criteria().isEmpty()) {
            say("noCheck", Map.of());
            return;
        }
        say("check", Map.of("profile", cv.profile(), "version", String.valueOf(cv.profileVersion())));
        for (var each : cv.criteria()) {
            var line = each.line();
            var found = words.say("letter.finding." + each.finding());
            line("- " + each.sentence() + " " + found + (line == null ? "" : " “" + line.text() + "”"));
        }
        line("");
    }

    private void notes(Interview interview) {
        var noted = interview.questions().stream()
                .flatMap(each -> each.notes().stream())
                .toList();
        if (noted.isEmpty()) return;
        say("interview", Map.of());
        for (var each : noted) line("- " + each.note() + " (" + each.author().name() + ", " + day(each.at()) + ")");
        line("");
    }

    /// In the criteria's own words where the CV was held against them, else by their ids.
    private void rankings(List<Ranking.Asked> asked, @Nullable CvChecked cv) {
        if (asked.isEmpty()) return;
        say("ranked", Map.of());
        for (var each : asked)
            line("- %s, %s: %s".formatted(day(each.at()), each.author().name(), said(each.criteria(), cv)));
        line("");
    }

    private String said(List<String> criteria, @Nullable CvChecked cv) {
        return criteria.stream()
                .map(each -> each.startsWith(Interview.SKILL) ? words.say("letter." + each) : sentence(each, cv))
                .collect(Collectors.joining("; "));
    }

    private static String sentence(String criterion, @Nullable CvChecked cv) {
        if (cv == null) return criterion;
        return cv.criteria().stream()
                .filter(each -> each.id().equals(criterion))
                .map(CvChecked.Found::sentence)
                .findFirst()
                .orElse(criterion);
    }

    /// That which holds.
    private void mitigations(List<Mitigation> newestFirst) {
        if (newestFirst.isEmpty()) return;
        var holds = newestFirst.getFirst();
        if (holds.mitigation().equals("none")) return;
        var name = holds.helperName() == null ? "" : " (%s)".formatted(holds.helperName());
        say("mitigation", Map.of("what", words.say("letter.mitigation." + holds.mitigation()) + name));
    }

    /// The first first, as it went.
    private void decisions(List<Reviewing.Decision> newestFirst) {
        if (newestFirst.isEmpty()) {
            say("undecided", Map.of());
            return;
        }
        say("decided", Map.of());
        for (var each : newestFirst.reversed())
            line("- %s: %s, %s. %s"
                    .formatted(
                            day(each.at()),
                            words.say("letter.state." + each.state()),
                            each.author().name(),
                            each.reason()));
        line("");
    }

    private void say(String key, Map<String, String> values) {
        line(words.say("letter." + key, values));
        line("");
    }

    private void line(String text) {
        letter.add(text);
    }

    private String day(Instant at) {
        return day(at.atZone(zone).toLocalDate());
    }

    private String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(day);
    }
}
