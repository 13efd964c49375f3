package chargehand.server.interchange;

import chargehand.server.people.AbsenceWrite;
import chargehand.server.people.PersonWrite;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A line of a table of people, understood.
///
/// @param person who it is, or null for somebody new
/// @param version of that person
/// @param written the person as they are to be, but for the lead
/// @param lead name or address of the lead where the line has one
/// @param absences that are not known yet
/// @param fields what is different, in the order of the columns
/// @param problems why the line can't be taken; none if it can
record PeopleRow(
        int line,
        String name,
        @Nullable UUID person,
        long version,
        PersonWrite written,
        @Nullable String lead,
        List<AbsenceWrite> absences,
        List<Field> fields,
        List<String> problems) {
    /// @param was null if there was nothing
    record Field(String name, @Nullable String was, String now) {}

    What what() {
        if (!problems.isEmpty()) return What.wrong;
        if (person == null) return What.NEW;
        return fields.isEmpty() ? What.same : What.change;
    }

    enum What {
        NEW,
        change,
        same,
        wrong;

        /// As programs know it.
        String word() {
            return this == NEW ? "new" : name();
        }
    }
}
