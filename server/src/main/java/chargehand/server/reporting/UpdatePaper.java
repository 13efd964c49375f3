package chargehand.server.reporting;

import chargehand.files.report.DatesChart;
import chargehand.files.report.ReportPage;
import chargehand.files.report.ReportPage.Fact;
import chargehand.files.report.ReportPage.Section;
import chargehand.server.outbox.LetterWords;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.reporting.Update.Promise;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A released update in words, for paper: nothing but what was released.
final class UpdatePaper {
    private final Update update;
    private final Update.Facts facts;
    private final String project;
    private final String language;
    private final LetterWords words;
    private final ZoneId zone;
    private final DateTimeFormatter day;
    private final DateTimeFormatter brief;

    UpdatePaper(Update update, String project, String language) {
        this.update = update;
        this.project = project;
        this.language = language.equals("de") ? "de" : "en";
        facts = update.facts();
        words = LetterWords.in(language);
        zone = ZoneId.of(facts.zone());
        var locale = this.language.equals("de") ? Locale.GERMANY : Locale.UK;
        var dot = this.language.equals("de") ? "d. " : "d ";
        day = DateTimeFormatter.ofPattern(dot + "MMMM uuuu", locale);
        brief = DateTimeFormatter.ofPattern(dot + "MMM uuuu", locale);
    }

    ReportPage page() {
        var released = Objects.requireNonNull(update.released());
        return new ReportPage(
                language,
                project,
                words.say(
                        "update.paper.about." + update.audience(),
                        "name",
                        by(released),
                        "day",
                        day.format(LocalDate.ofInstant(released.at(), zone))),
                null,
                facts(),
                sections(),
                words.say(
                        "steering.foot",
                        "at",
                        day.format(LocalDate.ofInstant(facts.asOf(), zone)),
                        "zone",
                        facts.zone()));
    }

    private String by(Update.Release released) {
        var on = released.switchedOn();
        return on == null ? released.name() : words.say("update.paper.itself", "name", on.name());
    }

    /// The promise first, and when all is likely done; or the whole project, where nothing is promised.
    private List<Fact> facts() {
        var promise = facts.promise().orElse(null);
        var finish = facts.finish();
        if (promise == null)
            return List.of(
                    fact("steering.planned", finish.planned(), ""),
                    fact("steering.likely", finish.likely(), words.say("steering.likely.note")));
        var whole = finish.likely() == null
                ? fact("update.finish", finish.planned(), words.say("steering.planned"))
                : fact("update.finish", finish.likely(), words.say("update.paper.whole"));
        return List.of(
                fact("steering.promised", promise.by(), promise.name()),
                fact("steering.likely", promise.likely(), promise.name()),
                whole);
    }

    private Fact fact(String name, @Nullable Instant end, String note) {
        return new Fact(name, words.say(name), day(end), end == null ? "" : note);
    }

    /// The day on which something ends: midnight is the end of the day before.
    private String day(@Nullable Instant end) {
        return end == null ? "–" : day.format(LocalDate.ofInstant(end.minusMillis(1), zone));
    }

    private String brief(Instant end) {
        return brief.format(LocalDate.ofInstant(end.minusMillis(1), zone));
    }

    /// The promise first, as on the page; the whole project last.
    DatesChart chart() {
        var rows = new ArrayList<DatesChart.Row>();
        var first = facts.promise();
        first.ifPresent(each -> rows.add(row(each)));
        for (var each : facts.promises()) if (each != first.orElse(null)) rows.add(row(each));
        rows.add(whole());
        return new DatesChart(
                facts.asOf(),
                words.say("update.paper.now", "day", brief.format(LocalDate.ofInstant(facts.asOf(), zone))),
                zone,
                rows);
    }

    private DatesChart.Row whole() {
        var finish = facts.finish();
        return new DatesChart.Row(
                words.say("update.finish"),
                List.of(
                        words.say("portfolio.planned", "day", brief(finish.planned())),
                        finish.likely() == null ? "" : words.say("portfolio.likely", "day", brief(finish.likely()))),
                finish.planned(),
                false,
                finish.quantiles() == null ? List.of() : finish.quantiles(),
                null,
                null);
    }

    private DatesChart.Row row(Promise promise) {
        var chance = promise.chance();
        return new DatesChart.Row(
                promise.name(),
                List.of(words.say("portfolio.promised", "day", brief(promise.by())), inWords(promise)),
                promise.kept() == null ? promise.planned() : promise.kept(),
                promise.kept() != null,
                promise.quantiles() == null ? List.of() : promise.quantiles(),
                promise.by(),
                chance == null || promise.kept() != null ? null : Math.toIntExact(Math.round(chance * 100)));
    }

    private String inWords(Promise promise) {
        if (promise.kept() != null) return words.say("update.paper.done", "day", brief(promise.kept()));
        var likely = promise.likely() == null
                ? words.say("portfolio.planned", "day", brief(promise.planned()))
                : words.say("portfolio.likely", "day", brief(promise.likely()));
        if (promise.chance() == null) return likely;
        return likely + " · " + words.say("update.paper.chance", "chance", Math.round(promise.chance() * 100));
    }

    private List<Section> sections() {
        var sections = new ArrayList<Section>();
        sections.add(section("steering.section.summary", written(update.words().summary())));
        sections.add(section("steering.section.moved", moved()));
        sections.add(section("update.forYou", new ForYou(words, update, day::format).sentences()));
        sections.add(section("update.paper.why", written(update.words().why())));
        sections.add(section("update.paper.doing", written(update.words().doing())));
        var changes = facts.changes() == null ? List.<Update.SignedSince>of() : facts.changes();
        sections.add(section(
                "update.paper.changes",
                changes.stream()
                        .map(each -> words.say(
                                "update.paper.signed",
                                "title",
                                each.title(),
                                "name",
                                each.name(),
                                "day",
                                day(each.at())))
                        .toList()));
        sections.add(section("update.paper.tasks", done()));
        sections.add(section(
                "steering.section.next",
                facts.next().stream()
                        .map(each -> each.name() + ": " + day(each.planned()))
                        .toList()));
        sections.add(section("update.paper.increments", increments()));
        if (facts.pay() != null) sections.add(section("update.paper.pay", pay(facts.pay())));
        if (update.audience() == Audience.client)
            sections.add(section(
                    "update.wanted",
                    facts.asked().stream()
                            .map(each ->
                                    each.due() == null ? each.what() : each.what() + " · " + day.format(each.due()))
                            .toList()));
        sections.add(section("update.paper.sources", sources()));
        return sections;
    }

    private Section section(String key, List<String> lines) {
        return new Section(key, words.say(key), lines);
    }

    private static List<String> written(String text) {
        return text.lines().map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private List<String> moved() {
        var moved = new ArrayList<String>();
        for (var each : facts.promises()) moved(moved, each.name(), each.likelyWas(), each.likely());
        moved(
                moved,
                words.say("update.finish"),
                facts.finish().likelyWas(),
                facts.finish().likely());
        return moved;
    }

    private void moved(List<String> moved, String name, @Nullable Instant was, @Nullable Instant now) {
        if (was == null || now == null || day(was).equals(day(now))) return;
        moved.add(words.say("steering.moved", "name", name, "now", day(now), "was", day(was)));
    }

    private List<String> done() {
        var lines = new ArrayList<String>();
        for (var each : facts.done()) lines.add(each.name() + " · " + day(each.at()));
        int left = facts.doneCount() - lines.size();
        if (left > 0) lines.add(words.say("steering.more", "count", left));
        return lines;
    }

    private List<String> increments() {
        if (facts.increments() == null) return List.of();
        var lines = new ArrayList<String>();
        for (var each : facts.increments()) {
            lines.add(words.say(
                    "update.paper.increment",
                    "number",
                    each.number(),
                    "from",
                    day.format(each.starts()),
                    "to",
                    day.format(each.ends()),
                    "goal",
                    each.goal(),
                    "done",
                    each.doneCount(),
                    "count",
                    each.count()));
            for (var item : each.items())
                lines.add(
                        "· " + (item.done() ? words.say("update.paper.item.done", "name", item.name()) : item.name()));
            if (each.result() != null && !each.result().isBlank()) lines.add(each.result());
        }
        return lines;
    }

    private List<String> pay(Update.Pay pay) {
        var lines = new ArrayList<String>();
        if (pay.kind() != null)
            lines.add(words.say("update.paper.pay." + pay.kind())
                    + (pay.amount() == null ? "" : ": " + SteeringWords.exactly(pay.amount(), language)));
        for (var each : pay.billed())
            lines.add(words.say("update.paper.pay.billed", "sum", SteeringWords.exactly(each, language)));
        for (var each : pay.paid())
            lines.add(words.say("update.paper.pay.paid", "sum", SteeringWords.exactly(each, language)));
        for (var each : pay.parts())
            lines.add(words.say(
                    "update.paper.part." + each.state(),
                    "name",
                    each.name(),
                    "sum",
                    SteeringWords.exactly(each.amount(), language),
                    "day",
                    each.day() == null ? "–" : day.format(each.day())));
        return lines;
    }

    private List<String> sources() {
        var lines = new ArrayList<String>();
        if (facts.isReckoning()) lines.add(words.say("update.paper.reckoning"));
        for (var each : facts.sources())
            lines.add(words.say(
                    each.stale() ? "update.paper.source.stale" : "update.paper.source",
                    "of",
                    words.say("update.paper.source." + each.of()),
                    "day",
                    day.format(LocalDate.ofInstant(each.asOf(), zone))));
        return lines;
    }
}
