package chargehand.files.mpxj;

import chargehand.files.FileKind;
import org.mpxj.CustomField;
import org.mpxj.ProjectFile;
import org.mpxj.ScheduleFrom;
import org.mpxj.TaskField;

/// What a project file has as a whole that no calendar needs.
final class LeftoversOfFile {
    private LeftoversOfFile() {}

    static void note(ProjectFile file, FileKind kind, Leftovers leftovers) {
        if (file.getProjectProperties().getScheduleFrom() == ScheduleFrom.FINISH)
            leftovers.add("scheduling back from the finish", "The project is planned from its start.");
        if (kind.isPrimavera() && file.getProjectProperties().getStatusDate() != null)
            leftovers.add("the data date", "Give it with --now to plan what remains from there.");
        for (var field : file.getCustomFields()) noteField(field, leftovers);
        for (var error : file.getIgnoredErrors()) leftovers.add("value that is no value", "It is left out.");
    }

    private static void noteField(CustomField field, Leftovers leftovers) {
        var alias = field.getAlias();
        var ours = field.getFieldType() instanceof TaskField task && OwnFields.isOurs(task);
        if (alias != null && !alias.isBlank() && !ours)
            leftovers.add("custom field", alias, "The calendar has no such field.");
    }
}
