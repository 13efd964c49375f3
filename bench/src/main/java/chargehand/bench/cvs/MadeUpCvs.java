package chargehand.bench.cvs;

import static chargehand.bench.cvs.MadeUpWords.one;

import chargehand.bench.cvs.MadeUpCv.Entry;
import chargehand.bench.cvs.MadeUpCv.Part;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/// Makes up CVs: first what is true of somebody, then how they might write it.
public final class MadeUpCvs {
    /// Until when positions run that have no end.
    public static final YearMonth NOW = YearMonth.of(2026, 11);

    private static final List<String> LANGUAGES = List.of("en", "en", "de", "fr");
    private final MadeUpWords words = new MadeUpWords();
    private final SplittableRandom random;
    private final String language;

    private MadeUpCvs(long seed) {
        random = new SplittableRandom(seed);
        language = one(LANGUAGES, random);
    }

    /// @param seed the same one, the same CV
    public static MadeUpCv make(long seed) {
        return new MadeUpCvs(seed).cv();
    }

    private record Job(String field, YearMonth from, YearMonth toExclusive, boolean runs) {}

    private MadeUpCv cv() {
        var main = one(
                List.of(
                        "software",
                        "infrastructure",
                        "networks",
                        "projectManagement",
                        "data",
                        "security",
                        "support",
                        "engineering"),
                random);
        var jobs = jobs(main);
        var certificates = certificates();
        var degrees = degrees();
        long budget = random.nextInt(3) == 0 ? 0 : (1 + random.nextInt(60)) * 100_000L;
        var name = one(words.list("names"), random);
        var person = new Person(
                name,
                random.nextBoolean() ? "female" : "male",
                1960 + random.nextInt(40),
                one(List.of("Dutch", "Indian", "French", "Kenyan"), random),
                "%d Pier Road, %s".formatted(1 + random.nextInt(90), one(words.list("cities"), random)));
        var parts = new ArrayList<Part>();
        if (random.nextInt(3) > 0) parts.add(new Part(heading("summary"), List.of(Entry.line(summary(main))), false));
        var work = new Part(heading("work"), entries(jobs, budget), false);
        var education = new Part(heading("education"), studies(degrees), false);
        parts.addAll(random.nextBoolean() ? List.of(work, education) : List.of(education, work));
        if (!certificates.isEmpty())
            parts.add(new Part(heading("certificates"), listed(certificates), random.nextBoolean()));
        parts.add(new Part(
                heading("skills"),
                List.of(Entry.line("MS Office, MS Project, MS SQL"), Entry.line("Jira, Visio, Java")),
                true));
        parts.add(new Part(
                heading("other"),
                List.of(Entry.line(language.equals("de") ? "Deutsch, Englisch" : "English, German")),
                true));
        var headline = one(words.of(language + ".jobs", main), random);
        return new MadeUpCv(language, person, headline, parts, truth(jobs, certificates.keySet(), degrees, budget));
    }

    private String heading(String kind) {
        return one(words.of(language + ".headings", kind), random);
    }

    /// From the present backwards, now and then two at once, or with a gap.
    private List<Job> jobs(String main) {
        var jobs = new ArrayList<Job>();
        var end = NOW.plusMonths(1);
        boolean runs = random.nextInt(3) > 0;
        if (!runs) end = end.minusMonths(3 + random.nextInt(30));
        int count = 2 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            var from = end.minusMonths(10 + random.nextInt(60));
            var field = random.nextInt(3) > 0
                    ? main
                    : one(List.copyOf(words.map(language + ".jobs").keySet()), random);
            jobs.add(new Job(field, from, end, runs && i == 0));
            end = from.plusMonths(random.nextInt(5) == 0 ? 4 : 0).minusMonths(random.nextInt(4) == 0 ? 5 : 0);
        }
        return jobs;
    }

    /// The way in which one CV writes its dates.
    private List<Entry> entries(List<Job> jobs, long budget) {
        int style = random.nextInt(4);
        var present = one(words.list(language + ".present"), random);
        var to = language.equals("en") && random.nextInt(3) == 0 ? " to " : " – ";
        var entries = new ArrayList<Entry>();
        for (var job : jobs) {
            var dates = date(job.from(), style)
                    + to
                    + (job.runs() ? present : date(job.toExclusive().minusMonths(1), style));
            var title = one(words.of(language + ".jobs", job.field()), random);
            var lines = new ArrayList<>(words.of(language + ".duties", job.field()));
            if (entries.isEmpty() && budget > 0) lines.add(budget(budget));
            if (random.nextInt(2) == 0) lines.add(one(words.list("workTraps"), random));
            entries.add(new Entry(
                    dates,
                    List.of(title, one(words.list("employers"), random) + ", " + one(words.list("cities"), random)),
                    lines));
        }
        return entries;
    }

    private String date(YearMonth month, int style) {
        var name = words.list(language + ".months").getFirst().split(",")[month.getMonthValue() - 1];
        return switch (style) {
            case 0 -> "%s %d".formatted(name, month.getYear());
            case 1 -> "%02d/%d".formatted(month.getMonthValue(), month.getYear());
            case 2 ->
                language.equals("de")
                        ? "%02d.%d".formatted(month.getMonthValue(), month.getYear())
                        : "%s %d"
                                .formatted(
                                        words.list(language + ".short")
                                                .getFirst()
                                                .split(",")[month.getMonthValue() - 1],
                                        month.getYear());
            default -> "%02d/%d".formatted(month.getMonthValue(), month.getYear());
        };
    }

    private String budget(long units) {
        double millions = units / 1e6;
        return switch (language) {
            case "de" ->
                "Verantwortung für ein Budget von %s Mio. EUR."
                        .formatted(String.valueOf(millions).replace('.', ','));
            case "fr" ->
                "Gestion d'un budget de %s millions d'euros."
                        .formatted(String.valueOf(millions).replace('.', ','));
            default ->
                millions < 1
                        ? "Managed a budget of $%dK.".formatted(units / 1000)
                        : "Managed budgets of up to $%sM.".formatted(millions);
        };
    }

    private String summary(String main) {
        var trap = random.nextInt(3) == 0 ? " " + one(words.list("traps"), random) + "." : "";
        return switch (language) {
            case "de" -> one(words.of("de.jobs", main), random) + " mit langjähriger Erfahrung in mehreren Branchen.";
            case "fr" -> one(words.of("fr.jobs", main), random) + " avec une solide pratique et le sens des délais.";
            default ->
                one(words.of("en.jobs", main), random) + " who is used to deadlines and clear communication." + trap;
        };
    }

    /// By the name that the truth has, as this CV writes them.
    private Map<String, String> certificates() {
        var all = new ArrayList<>(words.map("certificates").keySet());
        var chosen = new LinkedHashMap<String, String>();
        for (int i = random.nextInt(6); i > 0; i--) {
            var name = one(all, random);
            chosen.put(name, one(words.of("certificates", name), random));
        }
        return chosen;
    }

    private List<Entry> listed(Map<String, String> certificates) {
        var lines = new ArrayList<Entry>();
        if (random.nextInt(3) == 0) lines.add(Entry.line(String.join(", ", certificates.values())));
        else certificates.values().forEach(each -> lines.add(Entry.line(each)));
        if (random.nextBoolean()) lines.add(Entry.line(one(words.list("traps"), random)));
        return lines;
    }

    private List<String> degrees() {
        var levels = new ArrayList<String>();
        int luck = random.nextInt(10);
        if (luck < 1) levels.add("doctor");
        if (luck < 5) levels.add("master");
        if (luck < 8) levels.add("bachelor");
        if (luck == 8) levels.add("associate");
        return levels;
    }

    private List<Entry> studies(List<String> levels) {
        var entries = new ArrayList<Entry>();
        int year = 2012;
        for (var level : levels) {
            var name = one(words.of(language + ".degrees", level), random);
            entries.add(new Entry(
                    random.nextBoolean() ? "" + year : "%d – %d".formatted(year - 4, year),
                    List.of(name, one(words.list("schools"), random)),
                    List.of()));
            year -= 4;
        }
        if (random.nextInt(4) == 0 && language.equals("en"))
            entries.add(new Entry("", List.of("Coursework toward a Ph.D. in Physics, Harbour College"), List.of()));
        if (random.nextInt(3) == 0)
            entries.add(new Entry(
                    "" + (year - 4), List.of(language.equals("de") ? "Abitur" : "High School Diploma"), List.of()));
        return entries;
    }

    private CvTruth truth(List<Job> jobs, Set<String> certificates, List<String> degrees, long budget) {
        var work = new Work();
        for (var job : jobs) work.add(job.field(), job.from(), job.toExclusive());
        // Without a rate, a little less of another currency is no contradiction.
        boolean inEuro = !language.equals("en");
        var criteria = work.criteria();
        criteria.put(
                "infrastructure/budget",
                budget == 0
                        ? "notFound"
                        : budget >= 1_000_000 ? "met" : inEuro && budget >= 500_000 ? "unclear" : "notMet");
        boolean managing = new LinkedHashSet<>(certificates)
                .stream()
                        .anyMatch(each -> Set.of(
                                        "PMP",
                                        "CAPM",
                                        "CSM",
                                        "PRINCE2 Practitioner",
                                        "PRINCE2 Foundation",
                                        "PMI-ACP",
                                        "PSM I")
                                .contains(each));
        criteria.put("management/certificate", managing ? "met" : "notFound");
        return new CvTruth("read", List.copyOf(certificates), degrees, work.years(), criteria);
    }
}
