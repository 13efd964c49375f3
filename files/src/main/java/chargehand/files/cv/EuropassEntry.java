package chargehand.files.cv;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// A position or a degree of a Europass CV: dates, title and place on one line, the rest below it.
record EuropassEntry(Element element) {
    void write(List<String> lines) {
        var positions = all(element, "PositionHistory");
        if (positions.isEmpty()) write(element, lines);
        else positions.forEach(each -> write(each, lines));
    }

    private void write(Element part, List<String> lines) {
        var cells = new ArrayList<String>();
        var title = first(
                part,
                "PositionTitle",
                "DegreeName",
                "Title",
                "CertificationTypeCode",
                "LicenseName",
                "CertificationName",
                "Label",
                "Position");
        var place = first(element, "OrganizationName", "Organisation", "IssuingAuthorityName");
        var dates = dates(part.equals(element) ? element : part);
        if (!dates.isEmpty()) cells.add(dates);
        if (!title.isEmpty()) cells.add(title);
        if (!place.isEmpty() && !place.equals(title)) cells.add(place);
        lines.add("");
        lines.add(String.join("\t", cells));
        for (var name : List.of("Description", "Activities", "OccupationalSkillsCovered", "EducationLevelCode"))
            for (var each : all(part, name)) lines.addAll(EuropassText.plain(each.getTextContent()));
    }

    private static String dates(Element part) {
        var start = date(part, "StartDate", "From");
        var end = date(part, "EndDate", "To");
        boolean runs = "true".equalsIgnoreCase(first(part, "CurrentIndicator", "Current", "OngoingIndicator"));
        if (start.isEmpty()) return end;
        return start + " - " + (runs ? "present" : end.isEmpty() ? "present" : end);
    }

    /// As `2010-03`: the newer form has it as a text, the older one in attributes.
    private static String date(Element part, String... names) {
        for (var name : names)
            for (var each : all(part, name)) {
                if (each.hasAttribute("year")) {
                    var month = each.getAttribute("month").replaceAll("\\D", "");
                    return each.getAttribute("year")
                            + (month.isEmpty() ? "" : "-%2s".formatted(month).replace(' ', '0'));
                }
                var text = each.getTextContent().strip();
                if (text.matches("\\d{4}-\\d{2}.*")) return text.substring(0, 7);
                if (text.matches("\\d{4}.*")) return text.substring(0, 4);
            }
        return "";
    }

    private static String first(Element part, String... names) {
        for (var name : names)
            for (var each : all(part, name)) {
                var labels = all(each, "Label");
                var text = (labels.isEmpty() ? each : labels.getFirst())
                        .getTextContent()
                        .strip()
                        .replaceAll("\\s+", " ");
                if (!text.isEmpty() && text.length() < 200) return text;
            }
        return "";
    }

    private static List<Element> all(Node node, String name) {
        var found = new ArrayList<Element>();
        for (var child : EuropassText.children(node)) {
            if (child.getLocalName().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) found.add(child);
            else found.addAll(all(child, name));
        }
        return found;
    }
}
