package chargehand.server.reporting;

import chargehand.files.report.ReportPage;
import chargehand.files.report.ReportPage.Fact;
import chargehand.files.report.ReportPage.Section;
import chargehand.server.forecasting.Promise;
import chargehand.server.outbox.LetterWords;
import chargehand.server.planning.Project;
import chargehand.server.reporting.Portfolio.Decision;
import chargehand.server.reporting.Portfolio.Row;
import chargehand.server.reporting.Portfolio.Watched;
import chargehand.server.reporting.SteeringReport.Sum;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The portfolio in words, for paper.
final class PortfolioWords {
    private static final int LIKELY = 3;

    private final Portfolio portfolio;
    private final String company;
    private final ZoneId zone;
    private final String language;
    private final LetterWords words;
    private final DateTimeFormatter day;
    private final Map<UUID, String> names;
    private final Map<UUID, List<Sum>> money;

    private PortfolioWords(
            Portfolio portfolio, Map<UUID, List<Sum>> money, String company, ZoneId zone, String language) {
        this.portfolio = portfolio;
        this.money = money;
        this.company = company;
        this.zone = zone;
        this.language = language.equals("de") ? "de" : "en";
        words = LetterWords.in(language);
        day = this.language.equals("de")
                ? DateTimeFormatter.ofPattern("d. MMM uuuu", Locale.GERMANY)
                : DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
        names = portfolio.projects().stream().collect(Collectors.toMap(Row::id, Row::name));
    }

    /// @param money of those projects of which the reader sees it
    static ReportPage page(
            Portfolio portfolio, Map<UUID, List<Sum>> money, String company, ZoneId zone, String language) {
        return new PortfolioWords(portfolio, money, company, zone, language).page();
    }

    private ReportPage page() {
        var open = portfolio.projects().stream()
                .filter(each -> each.status() != Project.Status.finished)
                .toList();
        var unsafe = portfolio.promises().stream()
                .filter(each -> each.state() == Promise.State.atRisk || each.state() == Promise.State.broken)
                .toList();
        var decisions = open.stream()
                .flatMap(each -> each.decisions().stream())
                .filter(each -> !each.code().startsWith("promise"))
                .toList();
        return new ReportPage(
                language,
                company,
                words.say("portfolio.about"),
                null,
                List.of(
                        fact("projects", open.size()),
                        fact("promises", unsafe.size()),
                        fact("decisions", decisions.size())),
                List.of(
                        section("projects", open.stream().map(this::project).toList()),
                        section("promises", unsafe.stream().map(this::promise).toList()),
                        section(
                                "decisions",
                                decisions.stream().map(this::decision).toList()),
                        section("money", open.stream().flatMap(this::sums).toList())),
                words.say(
                        "steering.foot",
                        "at",
                        day.format(LocalDate.ofInstant(portfolio.now(), zone)),
                        "zone",
                        zone.getId()));
    }

    private Fact fact(String key, int count) {
        return new Fact(key, words.say("portfolio.fact." + key), Integer.toString(count), "");
    }

    private Section section(String key, List<String> lines) {
        return new Section(key, words.say("portfolio.section." + key), lines);
    }

    /// The day on which something ends: midnight is the end of the day before.
    private String day(@Nullable Instant end) {
        return end == null ? "–" : day.format(LocalDate.ofInstant(end.minusMillis(1), zone));
    }

    private String project(Row row) {
        var parts = new ArrayList<String>();
        parts.add(words.say("portfolio.planned", "day", day(row.plannedFinish())));
        if (row.likely() != null)
            parts.add(words.say("portfolio.likely", "day", day(row.likely().get(LIKELY))));
        var promise = row.promise();
        if (promise != null) parts.add(words.say("portfolio.promised", "day", day(promise.by())));
        if (promise != null && promise.chance() != null)
            parts.add(words.say("steering.chance", "chance", Math.round(promise.chance() * 100)));
        var accountable = row.accountable();
        if (accountable != null) parts.add(words.say("steering.answers", "name", accountable.name()));
        return row.name() + ": " + String.join(" · ", parts);
    }

    private String promise(Watched promise) {
        var line = words.say(
                "steering.promise",
                "name",
                promise.name(),
                "day",
                day(promise.by()),
                "planned",
                day(promise.planned()));
        var chance = promise.chance() == null
                ? words.say("steering.promise." + promise.state())
                : words.say("steering.chance", "chance", Math.round(promise.chance() * 100));
        return "%s · %s, %s".formatted(names.getOrDefault(promise.project(), ""), line, chance);
    }

    private Stream<String> sums(Row row) {
        return money.getOrDefault(row.id(), List.of()).stream()
                .map(each -> row.name() + ": " + SteeringWords.sum(each, words, language));
    }

    private String decision(Decision decision) {
        var what = words.say("portfolio.decision." + decision.code());
        return "%s · %s".formatted(names.getOrDefault(decision.project(), ""), what);
    }
}
