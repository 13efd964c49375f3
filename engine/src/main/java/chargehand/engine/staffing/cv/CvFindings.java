package chargehand.engine.staffing.cv;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a CV says, each with the line that says so; lists are in the order of the text.
///
/// @param working all dated positions together, whatever the field; empty if none has dates
/// @param hardware computers, servers, storage, networks
/// @param skills the first line that points at each
public record CvFindings(
        List<Certificate> certificates,
        List<Degree> degrees,
        List<YearsInField> years,
        Optional<WorkingLife> working,
        List<Budget> budgets,
        List<Experience> hardware,
        List<Experience> tools,
        Map<Skill, CvLine> skills) {
    public CvFindings {
        certificates = List.copyOf(certificates);
        degrees = List.copyOf(degrees);
        years = List.copyOf(years);
        budgets = List.copyOf(budgets);
        hardware = List.copyOf(hardware);
        tools = List.copyOf(tools);
        skills = Map.copyOf(skills);
    }

    /// How long somebody has worked in all.
    ///
    /// @param complete whether all positions that the text names have dates and a field
    public record WorkingLife(double years, boolean complete, CvLine line) {}

    public Optional<YearsInField> in(Field field) {
        return years.stream().filter(each -> each.field() == field).findFirst();
    }
}
