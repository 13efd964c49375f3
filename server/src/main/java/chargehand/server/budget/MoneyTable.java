package chargehand.server.budget;

import chargehand.files.history.Records;
import chargehand.server.budget.Line.Category;
import chargehand.server.budget.Line.Nature;
import chargehand.server.budget.Line.State;
import chargehand.server.shared.CellReading;
import chargehand.server.shared.Money;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A table of amounts, one a line: budgets, orders, invoices.
final class MoneyTable {
    /// What a column can be, with the headings that mean it.
    enum Column {
        project("project", "projekt"),
        element("element", "task", "wbs", "aufgabe", "psp", "psp-element"),
        state("state", "status", "art", "stand"),
        nature("nature", "capex/opex", "capex opex", "natur"),
        category("category", "kategorie", "kostenart"),
        date("date", "day", "datum", "invoice date", "rechnungsdatum", "buchungsdatum"),
        amount("amount", "betrag", "net", "netto", "value", "wert"),
        currency("currency", "währung"),
        what("what", "text", "description", "bezeichnung", "beschreibung"),
        supplier("supplier", "vendor", "lieferant", "kreditor"),
        number(
                "number",
                "invoice",
                "invoice number",
                "order",
                "nummer",
                "belegnummer",
                "rechnungsnummer",
                "bestellnummer"),
        leadDays("lead days", "lead_days", "lieferzeit", "lieferzeit tage");

        private final List<String> headings;

        Column(String... headings) {
            this.headings = List.of(headings);
        }

        static Optional<Column> headed(String heading) {
            var plain = heading.strip().toLowerCase(Locale.ROOT);
            return Stream.of(values())
                    .filter(each -> each.headings.contains(plain))
                    .findFirst();
        }
    }

    /// A line of the file.
    ///
    /// @param line null if it can't be taken
    /// @param problem why not, as programs read it: `bad-date`
    record Row(
            int number,
            @Nullable Line line,
            @Nullable String problem,
            @Nullable String value) {}

    /// How names of a file become projects and tasks.
    interface Known {
        /// By name or id; null if there is none, or none whose money the caller may write.
        @Nullable
        UUID project(String name);

        /// By place in the work breakdown, name, or id.
        @Nullable
        String task(UUID project, String name);

        /// False if the number was there before.
        boolean fresh(Line line);
    }

    private final Known known;
    private final Supplier<UUID> ids;

    MoneyTable(Known known, Supplier<UUID> ids) {
        this.known = known;
        this.ids = ids;
    }

    static Map<Column, Integer> columns(List<String> headings) {
        var places = new EnumMap<Column, Integer>(Column.class);
        for (int i = 0; i < headings.size(); i++) {
            int at = i;
            Column.headed(headings.get(i)).ifPresent(each -> places.putIfAbsent(each, at));
        }
        return places;
    }

    /// Hears each row that is not blank.
    ///
    /// @return the columns that were understood
    Map<Column, Integer> read(byte[] file, Consumer<Row> rows) throws IOException {
        int from =
                file.length > 2 && file[0] == (byte) 0xEF && file[1] == (byte) 0xBB && file[2] == (byte) 0xBF ? 3 : 0;
        var records = new Records(new BufferedReader(new InputStreamReader(
                new ByteArrayInputStream(file, from, file.length - from), StandardCharsets.UTF_8)));
        var head = records.next();
        if (head == null) return Map.of();
        var columns = columns(head);
        if (!columns.containsKey(Column.amount)) return columns;
        for (var row = records.next(); row != null; row = records.next())
            if (row.stream().anyMatch(each -> !each.isBlank())) rows.accept(row(records.line(), row, columns));
        return columns;
    }

    private Row row(int number, List<String> cells, Map<Column, Integer> columns) {
        var reading = new CellReading();
        var project = project(reading, cell(cells, columns, Column.project));
        var currency = reading.currency(cell(cells, columns, Column.currency));
        var day = reading.date(cell(cells, columns, Column.date));
        if (day == null) reading.refuse("bad-date", "");
        var amount = reading.money(cell(cells, columns, Column.amount), currency);
        if (amount == null) reading.refuse("bad-money", "");
        var state = state(reading, cell(cells, columns, Column.state));
        var category = category(reading, cell(cells, columns, Column.category));
        var nature = nature(reading, cell(cells, columns, Column.nature), category);
        var task = task(reading, project, cell(cells, columns, Column.element));
        var what = reading.text(cell(cells, columns, Column.what));
        var supplier = reading.text(cell(cells, columns, Column.supplier));
        var document = reading.text(cell(cells, columns, Column.number));
        var lead = reading.days(cell(cells, columns, Column.leadDays));
        if (reading.problem() != null || project == null || day == null || amount == null || currency == null)
            return new Row(number, null, reading.problem(), reading.value());
        var said = Stream.of(what, document, supplier)
                .filter(each -> each != null)
                .findFirst()
                .orElse(category.name());
        var line = new Line(
                ids.get(),
                project,
                task,
                state,
                nature,
                category,
                day,
                new Money(amount, currency),
                said,
                supplier,
                document,
                lead);
        return known.fresh(line)
                ? new Row(number, line, null, null)
                : new Row(number, null, "number-twice", String.valueOf(document));
    }

    private static @Nullable String cell(List<String> cells, Map<Column, Integer> columns, Column column) {
        var place = columns.get(column);
        return place == null || place >= cells.size() || cells.get(place).isBlank() ? null : cells.get(place);
    }

    private @Nullable UUID project(CellReading reading, @Nullable String cell) {
        var name = reading.text(cell);
        var project = name == null ? null : known.project(name);
        if (project == null) reading.refuse("project-unknown", name == null ? "" : name);
        return project;
    }

    private @Nullable String task(CellReading reading, @Nullable UUID project, @Nullable String cell) {
        var name = reading.text(cell);
        if (name == null || project == null) return null;
        var task = known.task(project, name);
        if (task == null) reading.refuse("element-unknown", name);
        return task;
    }

    private static State state(CellReading reading, @Nullable String cell) {
        if (cell == null) return State.spent;
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "approved", "budget", "genehmigt" -> State.approved;
            case "planned", "plan", "geplant" -> State.planned;
            case "committed", "order", "ordered", "bestellt", "bestellung" -> State.committed;
            case "spent", "invoice", "paid", "bezahlt", "rechnung" -> State.spent;
            case String other -> {
                reading.refuse("bad-state", other);
                yield State.spent;
            }
        };
    }

    private static Category category(CellReading reading, @Nullable String cell) {
        if (cell == null) return Category.other;
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "people", "personal" -> Category.people;
            case "hardware" -> Category.hardware;
            case "software" -> Category.software;
            case "licences", "licenses", "licence", "license", "lizenzen", "lizenz" -> Category.licences;
            case "services", "service", "dienstleistung", "dienstleistungen" -> Category.services;
            case "reserve", "reserven" -> Category.reserve;
            case "other", "sonstiges" -> Category.other;
            case String unknown -> {
                reading.refuse("bad-category", unknown);
                yield Category.other;
            }
        };
    }

    private static Nature nature(CellReading reading, @Nullable String cell, Category category) {
        if (cell == null) return MoneyEditing.usual(category);
        return switch (cell.strip().toLowerCase(Locale.ROOT)) {
            case "capital", "capex", "investition" -> Nature.capital;
            case "operating", "opex", "betrieb" -> Nature.operating;
            case String unknown -> {
                reading.refuse("bad-nature", unknown);
                yield Nature.operating;
            }
        };
    }
}
