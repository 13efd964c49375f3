package chargehand.engine.staffing.cv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Years in each field: months in which there was a position in it, each once. What a text only says of its years
/// counts where it dates no position in that field.
final class Years {
    private static final int MOST_LINES = 12;
    private static final Pattern SOME_ENGINEERING = Pattern.compile(
            "\\b(?:engineering (?:manager|lead|director|team lead)|(?:head|director|vp|vice president|manager) of engineering|(?:staff|principal) engineer)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Positions dated;
    private final List<Position> positions;
    private final List<StatedYears.Stated> stated;

    Years(Flow flow, Sections sections, LocalDate today) {
        dated = new Positions(flow, sections, today);
        stated = StatedYears.in(flow, sections);
        var all = dated.all().stream().map(this::withStatedField).toList();
        boolean writesSoftware = all.stream().anyMatch(each -> each.fields().contains(Field.SOFTWARE));
        positions = writesSoftware ? all.stream().map(Years::asSoftware).toList() : all;
    }

    /// An engineering manager among jobs in software leads those who write it.
    private static Position asSoftware(Position position) {
        if (position.fields().contains(Field.IT)
                || !SOME_ENGINEERING.matcher(position.title()).find()) return position;
        var fields = EnumSet.copyOf(position.fields());
        fields.remove(Field.ENGINEERING);
        fields.addAll(Field.SOFTWARE.including());
        return new Position(position.period(), position.title(), fields, position.line());
    }

    /// An open title of which nothing is told is in the field of which the text speaks in words.
    private Position withStatedField(Position position) {
        boolean vague = position.fields().stream().allMatch(each -> each == Field.LEADERSHIP);
        if (!vague || stated.isEmpty() || !Titles.isOpen(position.title())) return position;
        var fields = EnumSet.copyOf(stated.getFirst().fields());
        fields.addAll(position.fields());
        return new Position(position.period(), position.title(), fields, position.line());
    }

    List<YearsInField> all() {
        var all = new ArrayList<YearsInField>();
        for (var field : Field.values()) {
            var counted = counted(field);
            if (counted.isPresent()) all.add(counted.get());
            else said(field).ifPresent(all::add);
        }
        return all;
    }

    private Optional<YearsInField> counted(Field field) {
        var in =
                positions.stream().filter(each -> each.fields().contains(field)).toList();
        double years = years(in);
        if (years < 0.1) return Optional.empty();
        var lines = in.stream().map(Position::line).distinct().limit(MOST_LINES).toList();
        return Optional.of(new YearsInField(field, years, true, lines));
    }

    private Optional<YearsInField> said(Field field) {
        return stated.stream()
                .filter(each -> each.fields().contains(field))
                .findFirst()
                .map(each -> new YearsInField(field, each.years(), false, List.of(each.line())));
    }

    /// All dated work. Complete if every position has a field and the text claims no longer time in words.
    Optional<CvFindings.WorkingLife> working() {
        if (positions.isEmpty()) return Optional.empty();
        double years = years(positions);
        boolean told = positions.stream()
                .allMatch(each -> !each.fields().isEmpty() && !each.title().isEmpty());
        boolean more = stated.stream().anyMatch(each -> each.years() > years);
        return Optional.of(new CvFindings.WorkingLife(
                years,
                told && !more && !dated.mayHaveMore(),
                positions.getFirst().line()));
    }

    private static double years(List<Position> positions) {
        var months = new BitSet();
        for (var each : positions)
            months.set(each.period().from(), each.period().toExclusive());
        return Math.round(months.cardinality() / 1.2) / 10.0;
    }
}
