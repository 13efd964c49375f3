package chargehand.server.interchange;

import chargehand.server.interchange.PeopleTable.Line;
import chargehand.server.people.AbsenceEditing;
import chargehand.server.people.AbsenceWrite;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.Person;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.Site;
import chargehand.server.shared.Money;
import chargehand.server.shared.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Understands a table of people line by line: who each is, what is different, and what can't be right. A blank cell
/// leaves a field as it is.
final class PeopleReading {
    private static final Pattern LEVEL = Pattern.compile("(.*?)\\s*(?::\\s*(\\d)|\\((\\d)\\))");

    private final PeopleEditing editing;
    private final AbsenceEditing absences;
    private final Map<String, Person> byEmail = new HashMap<>();
    private final Map<String, List<Person>> byName = new HashMap<>();
    private final Map<UUID, String> names = new HashMap<>();
    private final Map<String, Site> sites = new HashMap<>();
    private final Map<UUID, String> siteNames = new HashMap<>();
    private final Set<String> leads = new HashSet<>();

    PeopleReading(PeopleEditing editing, AbsenceEditing absences, List<Person> people, List<Site> sites) {
        this.editing = editing;
        this.absences = absences;
        for (var person : people) {
            if (person.email() != null) byEmail.put(plain(person.email()), person);
            byName.computeIfAbsent(plain(person.name()), any -> new ArrayList<>())
                    .add(person);
            names.put(person.id(), person.name());
        }
        for (var site : sites) {
            this.sites.put(plain(site.name()), site);
            siteNames.put(site.id(), site.name());
        }
    }

    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    List<PeopleRow> rows(PeopleTable table) {
        for (var line : table.lines()) {
            leads.add(plain(line.cells().getOrDefault(PeopleColumn.NAME, "")));
            leads.add(plain(line.cells().getOrDefault(PeopleColumn.EMAIL, "")));
        }
        var seen = new HashSet<String>();
        return table.lines().stream().map(line -> row(line, seen)).toList();
    }

    private PeopleRow row(Line line, Set<String> seen) {
        var problems = new ArrayList<String>();
        var name = line.cells().getOrDefault(PeopleColumn.NAME, "");
        var email = line.cells().get(PeopleColumn.EMAIL);
        if (!seen.add(plain(email == null ? name : email)))
            problems.add("%s is in the table already.".formatted(email == null ? name : email));
        var there = find(name, email, problems);
        var before = there == null ? PersonWrite.named(name) : PersonWrite.of(there);
        var after = written(before, line, problems);
        var away = away(line, there, problems);
        var lead = line.cells().get(PeopleColumn.LEAD);
        if (lead != null && leadKnown(lead, problems)) lead = same(there, lead) ? null : lead;
        var fields = problems.isEmpty()
                ? changes(there == null ? null : before, after, there, lead, away)
                : List.<PeopleRow.Field>of();
        return new PeopleRow(
                line.number(),
                name,
                there == null ? null : there.id(),
                there == null ? 0 : there.version(),
                after,
                lead,
                away,
                fields,
                List.copyOf(problems));
    }

    private @Nullable Person find(String name, @Nullable String email, List<String> problems) {
        if (email != null && byEmail.containsKey(plain(email))) return byEmail.get(plain(email));
        var called = byName.getOrDefault(plain(name), List.of()).stream()
                .filter(each -> email == null || each.email() == null)
                .toList();
        if (called.size() > 1)
            problems.add("%d people are called %s; say which by the e-mail address.".formatted(called.size(), name));
        return called.size() == 1 ? called.getFirst() : null;
    }

    private PersonWrite written(PersonWrite before, Line line, List<String> problems) {
        var cells = line.cells();
        var written = before;
        try {
            var skills = skills(cells.get(PeopleColumn.SKILLS));
            boolean pool = Boolean.TRUE.equals(before.pool());
            var units = units(cells.get(PeopleColumn.UNITS));
            if (units != null && units > 100) pool = true;
            written = new PersonWrite(
                    cells.getOrDefault(PeopleColumn.NAME, String.valueOf(before.name())),
                    cells.getOrDefault(PeopleColumn.EMAIL, before.email()),
                    site(cells.get(PeopleColumn.SITE), before.site()),
                    skills == null ? before.skills() : List.copyOf(skills.keySet()),
                    skills == null ? before.levels() : levels(skills),
                    before.fields(),
                    cells.containsKey(PeopleColumn.WEEK)
                            ? WeekText.read(Objects.requireNonNull(cells.get(PeopleColumn.WEEK)))
                            : before.week(),
                    before.zone(),
                    pool ? null : units == null ? before.units() : units,
                    pool ? (units == null ? before.capacity() : units) : null,
                    pool,
                    before.lead(),
                    rate(cells.get(PeopleColumn.RATE), cells.get(PeopleColumn.CURRENCY), before.rate()),
                    before.arrival());
            written = editing.checked(written);
        } catch (Problem wrong) {
            problems.add(sentence(wrong));
        }
        return written;
    }

    private static String sentence(Problem wrong) {
        return wrong.hint() == null ? wrong.detail() : wrong.detail() + " " + wrong.hint();
    }

    private @Nullable UUID site(@Nullable String cell, @Nullable UUID before) {
        if (cell == null) return before;
        var site = sites.get(plain(cell));
        if (site == null)
            throw Problem.invalid("site", "There is no site “%s”.".formatted(cell))
                    .hint("Add the site first.");
        return site.id();
    }

    private static @Nullable Map<String, Integer> skills(@Nullable String cell) {
        if (cell == null) return null;
        var skills = new LinkedHashMap<String, Integer>();
        Arrays.stream(cell.split("[,;\\n]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> {
                    var level = LEVEL.matcher(each);
                    if (level.matches())
                        skills.put(
                                level.group(1).strip(),
                                Integer.parseInt(level.group(2) == null ? level.group(3) : level.group(2)));
                    else skills.put(each, 0);
                });
        return skills;
    }

    private static Map<String, Integer> levels(Map<String, Integer> skills) {
        var levels = new TreeMap<String, Integer>();
        skills.forEach((name, level) -> {
            if (level > 0) levels.put(name, level);
        });
        return levels;
    }

    /// As `80`, `80 %`, or 0.8 as a spreadsheet keeps 80 %.
    private static @Nullable Integer units(@Nullable String cell) {
        if (cell == null) return null;
        try {
            var number = new BigDecimal(cell.replace("%", "").strip().replace(',', '.'));
            boolean share = !cell.contains("%") && number.compareTo(BigDecimal.ONE) <= 0;
            return (share ? number.movePointRight(2) : number)
                    .setScale(0, RoundingMode.HALF_UP)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException noNumber) {
            throw Problem.invalid("units", "“%s” is no percentage.".formatted(cell))
                    .hint("Write it as 80.");
        }
    }

    private static @Nullable Money rate(@Nullable String cell, @Nullable String currency, @Nullable Money before) {
        if (cell == null) return before;
        var code = currency != null ? currency : before == null ? null : before.currency();
        if (code == null)
            throw Problem.invalid("currency", "The rate has no currency.").hint("Write its three letters, as EUR.");
        try {
            int digits = Currency.getInstance(code.toUpperCase(Locale.ROOT)).getDefaultFractionDigits();
            var amount = new BigDecimal(cell.replaceAll("[^0-9.,-]", "").replace(',', '.'));
            return new Money(amount.movePointRight(digits).longValueExact(), code);
        } catch (ArithmeticException | NumberFormatException noAmount) {
            throw Problem.invalid("rate", "“%s” is no amount.".formatted(cell)).hint("Write it as 95.50.");
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("currency", "“%s” is no currency.".formatted(code))
                    .hint("Write its three letters, as EUR.");
        }
    }

    private List<AbsenceWrite> away(Line line, @Nullable Person there, List<String> problems) {
        var cell = line.cells().get(PeopleColumn.ABSENCES);
        if (cell == null) return List.of();
        try {
            var all = AbsenceText.read(cell);
            if (there == null) return all;
            return all.stream()
                    .filter(each -> !absences.isKnown(there.id(), each))
                    .toList();
        } catch (Problem wrong) {
            problems.add(sentence(wrong));
            return List.of();
        }
    }

    private boolean leadKnown(String lead, List<String> problems) {
        var plain = plain(lead);
        boolean known = leads.contains(plain) || byEmail.containsKey(plain);
        if (!known && byName.getOrDefault(plain, List.of()).size() != 1) {
            problems.add("Nobody is called %s who could be the lead.".formatted(lead));
            return false;
        }
        return true;
    }

    private boolean same(@Nullable Person there, String lead) {
        if (there == null || there.lead() == null) return false;
        var before = names.get(there.lead());
        var byAddress = byEmail.get(plain(lead));
        return before != null && plain(before).equals(plain(lead))
                || byAddress != null && byAddress.id().equals(there.lead());
    }

    private List<PeopleRow.Field> changes(
            @Nullable PersonWrite before,
            PersonWrite after,
            @Nullable Person there,
            @Nullable String lead,
            List<AbsenceWrite> away) {
        var fields = new ArrayList<PeopleRow.Field>();
        add(fields, "name", before == null ? null : before.name(), after.name());
        add(fields, "email", before == null ? null : before.email(), after.email());
        add(fields, "site", before == null ? null : siteName(before.site()), siteName(after.site()));
        add(fields, "skills", before == null ? null : skills(before), skills(after));
        add(fields, "week", before == null ? null : text(before.week()), text(after.week()));
        add(fields, "units", before == null ? null : share(before), share(after));
        add(fields, "rate", before == null ? null : text(before.rate()), text(after.rate()));
        if (lead != null)
            add(fields, "lead", there == null || there.lead() == null ? null : names.get(there.lead()), lead);
        for (var each : away) add(fields, "absences", null, "%s to %s".formatted(each.from(), each.to()));
        return fields;
    }

    private static void add(List<PeopleRow.Field> fields, String name, @Nullable String was, @Nullable String now) {
        if (now != null && !now.isEmpty() && !now.equals(was)) fields.add(new PeopleRow.Field(name, was, now));
    }

    private @Nullable String siteName(@Nullable UUID site) {
        return site == null ? null : siteNames.get(site);
    }

    private static String skills(PersonWrite written) {
        var levels = written.levels() == null ? Map.<String, Integer>of() : written.levels();
        var skills = written.skills() == null ? List.<String>of() : written.skills();
        return String.join(
                ", ",
                skills.stream()
                        .map(each -> levels.containsKey(each) ? each + ":" + levels.get(each) : each)
                        .toList());
    }

    private static @Nullable String text(chargehand.server.people.@Nullable Week week) {
        return week == null ? null : WeekText.write(week);
    }

    private static @Nullable String share(PersonWrite written) {
        var share = Boolean.TRUE.equals(written.pool()) ? written.capacity() : written.units();
        return share == null || share == 100 ? null : share + " %";
    }

    private static @Nullable String text(@Nullable Money rate) {
        if (rate == null) return null;
        int digits = Currency.getInstance(rate.currency()).getDefaultFractionDigits();
        return BigDecimal.valueOf(rate.minor(), digits).toPlainString() + " " + rate.currency();
    }
}
