package chargehand.server.reporting;

import chargehand.files.report.ReportPage;
import chargehand.files.report.ReportPage.Colour;
import chargehand.files.report.ReportPage.Fact;
import chargehand.files.report.ReportPage.Section;
import chargehand.server.outbox.LetterWords;
import chargehand.server.reporting.SteeringReport.Moved;
import chargehand.server.reporting.SteeringReport.Promised;
import chargehand.server.reporting.SteeringReport.Status;
import chargehand.server.reporting.SteeringReport.Sum;
import chargehand.server.reporting.SteeringReport.Wanted;
import chargehand.server.shared.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A steering report in words, for paper.
final class SteeringWords {
    private final SteeringReport report;
    private final String language;
    private final LetterWords words;
    private final ZoneId zone;
    private final DateTimeFormatter day;

    private SteeringWords(SteeringReport report, String language) {
        this.report = report;
        this.language = language.equals("de") ? "de" : "en";
        words = LetterWords.in(language);
        zone = ZoneId.of(report.zone());
        day = this.language.equals("de")
                ? DateTimeFormatter.ofPattern("d. MMMM uuuu", Locale.GERMANY)
                : DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
    }

    static ReportPage page(SteeringReport report, String language) {
        return new SteeringWords(report, language).page();
    }

    /// How what has no room on paper is counted.
    static String more(String language) {
        return LetterWords.in(language).say("steering.more");
    }

    /// What a template may name.
    static List<String> names() {
        var none = new SteeringReport(
                new UUID(0, 0),
                "",
                null,
                null,
                Instant.EPOCH,
                "UTC",
                Status.open,
                false,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
        return page(none, "en").names();
    }

    private ReportPage page() {
        return new ReportPage(
                language,
                report.name(),
                about(),
                new ReportPage.Status(
                        words.say("steering.status." + report.status()), report.colours() ? colour() : null),
                List.of(planned(), likely(), promised()),
                List.of(
                        section("summary", report.summary() == null ? List.of() : summary(report.summary())),
                        section(
                                "moved",
                                report.moved().stream().map(this::moved).toList()),
                        section(
                                "promises",
                                report.promises().stream().map(this::promise).toList()),
                        section(
                                "next",
                                report.next().stream()
                                        .map(each -> each.name() + ": " + day(each.at()))
                                        .toList()),
                        section(
                                "decisions",
                                report.wanted().stream().map(this::wanted).toList()),
                        section("risks", report.risks().stream().map(this::risk).toList()),
                        section(
                                "issues",
                                report.issues().stream().map(this::issue).toList()),
                        section(
                                "money",
                                report.money() == null
                                        ? List.of()
                                        : report.money().stream().map(this::sum).toList())),
                words.say(
                        "steering.foot",
                        "at",
                        day.format(LocalDate.ofInstant(report.asOf(), zone)),
                        "zone",
                        report.zone()));
    }

    private String about() {
        var parts = new ArrayList<String>();
        if (report.client() != null) parts.add(words.say("steering.for", "client", report.client()));
        if (report.accountable() != null) parts.add(words.say("steering.answers", "name", report.accountable()));
        return String.join(" · ", parts);
    }

    private @Nullable Colour colour() {
        return switch (report.status()) {
            case late -> Colour.LATE;
            case atRisk -> Colour.RISK;
            case onTrack, finished -> Colour.GOOD;
            case open -> null;
        };
    }

    /// The day on which something ends: midnight is the end of the day before.
    private String day(@Nullable Instant end) {
        return end == null ? "–" : day.format(LocalDate.ofInstant(end.minusMillis(1), zone));
    }

    private Fact planned() {
        return new Fact("planned", words.say("steering.planned"), day(report.planned()), "");
    }

    private Fact likely() {
        return new Fact(
                "likely", words.say("steering.likely"), day(report.likely()), words.say("steering.likely.note"));
    }

    private Fact promised() {
        var promised = report.promised();
        if (promised == null) return new Fact("promised", words.say("steering.promised"), "–", "");
        var note = promised.name() == null ? chance(promised) : promised.name() + ", " + chance(promised);
        return new Fact("promised", words.say("steering.promised"), day(promised.by()), note);
    }

    private String chance(Promised promised) {
        return promised.chance() == null
                ? words.say("steering.promise." + promised.state())
                : words.say("steering.chance", "chance", Math.round(promised.chance() * 100));
    }

    private static List<String> summary(String text) {
        return text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private Section section(String key, List<String> lines) {
        return new Section(key, words.say("steering.section." + key), lines);
    }

    private String moved(Moved moved) {
        return words.say(
                "steering.moved", "name", name(moved.name()), "now", day(moved.now()), "was", day(moved.was()));
    }

    private String name(@Nullable String name) {
        return name == null ? words.say("steering.project") : name;
    }

    private String promise(Promised promise) {
        var line = words.say(
                "steering.promise",
                "name",
                name(promise.name()),
                "day",
                day(promise.by()),
                "planned",
                day(promise.planned()));
        return "%s, %s".formatted(line, chance(promise));
    }

    private String wanted(Wanted wanted) {
        return words.say(
                "steering.wanted." + wanted.kind(),
                "text",
                wanted.text(),
                "day",
                wanted.day() == null ? "–" : day.format(wanted.day()));
    }

    private String risk(SteeringReport.RiskLine risk) {
        var line = words.say("steering.risk", "what", risk.what(), "percent", risk.percent());
        if (risk.owner() != null) line += " · " + risk.owner();
        return risk.response() == null || risk.response().isBlank() ? line : line + " · " + risk.response();
    }

    private String issue(SteeringReport.IssueLine issue) {
        var line = issue.owner() == null ? issue.title() : issue.title() + " · " + issue.owner();
        return issue.day() == null ? line : line + " · " + day.format(issue.day());
    }

    private String sum(Sum sum) {
        return sum(sum, words, language);
    }

    static String sum(Sum sum, LetterWords words, String language) {
        return words.say(
                "steering.money",
                "approved",
                shown(sum.approved(), language),
                "committed",
                shown(sum.committed(), language),
                "spent",
                shown(sum.spent(), language));
    }

    private static String shown(Money money, String language) {
        return shown(money, language, 0);
    }

    /// With all digits that its currency has.
    static String exactly(Money money, String language) {
        return shown(
                money,
                language,
                Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits()));
    }

    private static String shown(Money money, String language, int most) {
        var currency = Currency.getInstance(money.currency());
        int digits = Math.max(0, currency.getDefaultFractionDigits());
        var format = NumberFormat.getCurrencyInstance(language.equals("de") ? Locale.GERMANY : Locale.UK);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(most);
        format.setMaximumFractionDigits(most);
        return format.format(BigDecimal.valueOf(money.minor(), digits));
    }
}
