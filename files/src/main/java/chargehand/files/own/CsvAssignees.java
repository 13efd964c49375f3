package chargehand.files.own;

import chargehand.engine.plan.Assignment;
import chargehand.engine.plan.Who;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Who does a task, as people write it in one cell: `Ada 50%; Bram; skill:java`.
final class CsvAssignees {
    private static final Pattern UNITS = Pattern.compile("(?s)(.*?)\\[?(\\d{1,7})\\s*%]?");
    private static final String SKILL = "skill:";

    private CsvAssignees() {}

    static List<Assignment> read(String cell, Team team) throws BadValue {
        var assignments = new ArrayList<Assignment>();
        for (var item : CsvList.split(cell)) assignments.add(assignment(item, team));
        return assignments;
    }

    private static Assignment assignment(String text, Team team) throws BadValue {
        boolean bySkill = text.toLowerCase(Locale.ROOT).startsWith(SKILL);
        var item = CsvList.item(bySkill ? text.substring(SKILL.length()).strip() : text);
        var units = UNITS.matcher(item.isQuoted() ? item.rest() : item.name());
        boolean hasUnits = units.matches();
        var name = item.isQuoted() || !hasUnits ? item.name() : units.group(1).strip();
        if (item.isQuoted()
                && !item.rest().isEmpty()
                && !(hasUnits && units.group(1).isBlank())) throw bad(text);
        int percent = hasUnits ? Integer.parseInt(units.group(2)) : Assignment.WHOLE;
        if (percent < 1 || name.isBlank()) throw bad(text);
        return new Assignment(
                bySkill ? new Who.AnyoneWith(name) : new Who.Named(team.named(name, percent)), percent, null);
    }

    private static BadValue bad(String text) {
        return new BadValue(
                "\"%s\" says not who does how much".formatted(Quoted.shortened(text)),
                "Write \"Ada\", \"Ada 50%\" or \"skill:java\", with \";\" between several.");
    }

    /// @param name who it is, or the skill
    static String text(Assignment assignment, String name) {
        var prefix = assignment.who() instanceof Who.AnyoneWith ? SKILL : "";
        boolean ambiguous = CsvList.isAmbiguous(name)
                || UNITS.matcher(name).matches()
                || name.toLowerCase(Locale.ROOT).startsWith(SKILL);
        var units = assignment.units() == Assignment.WHOLE ? "" : " " + assignment.units() + "%";
        return prefix + (ambiguous ? CsvList.quoted(name) : name) + units;
    }
}
