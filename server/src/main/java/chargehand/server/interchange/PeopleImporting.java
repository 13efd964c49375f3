package chargehand.server.interchange;

import chargehand.files.UnreadableFile;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.interchange.Imports.Kind;
import chargehand.server.interchange.Imports.StoredFile;
import chargehand.server.people.AbsenceEditing;
import chargehand.server.people.People;
import chargehand.server.people.PeopleEditing;
import chargehand.server.people.Person;
import chargehand.server.people.PersonWrite;
import chargehand.server.people.Sites;
import chargehand.server.shared.Ids;
import chargehand.server.shared.Problem;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes people in from a table: first to be looked at, then all or none.
@Service
class PeopleImporting {
    private final Imports imports;
    private final People people;
    private final Sites sites;
    private final PeopleEditing editing;
    private final AbsenceEditing absences;
    private final Audit audit;
    private final Clock clock;

    PeopleImporting(
            Imports imports,
            People people,
            Sites sites,
            PeopleEditing editing,
            AbsenceEditing absences,
            Audit audit,
            Clock clock) {
        this.imports = imports;
        this.people = people;
        this.sites = sites;
        this.editing = editing;
        this.absences = absences;
        this.audit = audit;
        this.clock = clock;
    }

    record DryRun(UUID id, List<PeopleRow> rows, List<String> unknown) {}

    /// @throws Problem if the file is no table of people
    @Transactional
    DryRun look(String name, byte[] file, Caller caller) {
        var table = table(file, name);
        var id = Ids.next(clock);
        imports.insert(id, caller.account(), Kind.people, null, List.of(new StoredFile(name, file, "{}")));
        return new DryRun(id, rows(table), table.unknown());
    }

    private static PeopleTable table(byte[] file, String name) {
        try {
            return PeopleTable.of(file);
        } catch (UnreadableFile unreadable) {
            throw Unreadable.problem(unreadable, name);
        }
    }

    private List<PeopleRow> rows(PeopleTable table) {
        return new PeopleReading(editing, absences, people.all(), sites.all()).rows(table);
    }

    /// Reads the table again, since people may have changed.
    ///
    /// @return how many are new, and how many changed
    /// @throws Problem if it isn't there any more, or a line can't be taken
    @Transactional
    int[] accept(UUID id, Caller caller) {
        var stored = imports.find(id, caller.account(), Kind.people).orElseThrow(Problem::notFound);
        var file = stored.files().getFirst();
        var content = file.content();
        if (content == null) throw Problem.notFound();
        var rows = rows(table(content, file.name()));
        var wrong = rows.stream().filter(each -> !each.problems().isEmpty()).toList();
        if (!wrong.isEmpty()) {
            var first = wrong.getFirst();
            var sentence =
                    "Line %d: %s".formatted(first.line(), first.problems().getFirst());
            throw Problem.of(
                            422,
                            "import-has-errors",
                            "Some of it can't be taken",
                            "%d lines can't be taken. %s".formatted(wrong.size(), sentence))
                    .hint("Correct them in the table and give it again; nobody was taken on.")
                    .with("sentence", sentence);
        }
        var counts = take(rows, caller);
        imports.remove(id, caller.account());
        audit.record(caller, "people-imported", "import", id, null, Map.of("new", counts[0], "changed", counts[1]));
        return counts;
    }

    private int[] take(List<PeopleRow> rows, Caller caller) {
        var counts = new int[2];
        var taken = new HashMap<PeopleRow, Person>();
        for (var row : rows) {
            var before = row.person();
            var person = before == null
                    ? editing.create(row.written(), caller)
                    : editing.change(before, row.written(), row.version(), caller);
            if (before == null) counts[0]++;
            else if (!row.fields().isEmpty()) counts[1]++;
            taken.put(row, person);
            for (var away : row.absences()) absences.add(person.id(), away, caller);
        }
        var byWord = new HashMap<String, UUID>();
        for (var person : people.all()) {
            byWord.put(PeopleReading.plain(person.name()), person.id());
            if (person.email() != null) byWord.put(PeopleReading.plain(person.email()), person.id());
        }
        taken.forEach((row, person) -> {
            if (row.lead() != null) lead(person, byWord.get(PeopleReading.plain(row.lead())), caller);
        });
        return counts;
    }

    /// After all are there: a lead may stand further down the table.
    private void lead(Person person, @Nullable UUID lead, Caller caller) {
        if (lead == null) return;
        var written = PersonWrite.of(person).withLead(lead);
        editing.change(person.id(), written, person.version(), caller);
    }
}
