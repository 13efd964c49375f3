package chargehand.server.interchange;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Import and export")
class PeopleImportController {
    private final PeopleImporting importing;

    PeopleImportController(PeopleImporting importing) {
        this.importing = importing;
    }

    /// @param what "new", "change", "same" or "wrong"
    record RowView(int line, String name, String what, List<PeopleRow.Field> fields, List<String> problems) {
        static RowView of(PeopleRow row) {
            return new RowView(row.line(), row.name(), row.what().word(), row.fields(), row.problems());
        }
    }

    /// @param unknown headings of columns that are passed over
    record PeopleImportView(UUID id, List<RowView> rows, List<String> unknown) {}

    record PeopleTaken(int created, int changed) {}

    @PostMapping(value = "/api/people-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PEOPLE_EDIT)
    @Operation(
            operationId = "readPeopleTable",
            summary = "Read a table of people, CSV or XLSX, and say line by line what would change")
    PeopleImportView read(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        var read = importing.look(FileNames.plain(file.getOriginalFilename()), file.getBytes(), caller);
        return new PeopleImportView(
                read.id(), read.rows().stream().map(RowView::of).toList(), read.unknown());
    }

    @PostMapping("/api/people-imports/{import}/acceptance")
    @Needs(Permission.PEOPLE_EDIT)
    @Operation(operationId = "acceptPeopleTable", summary = "Take all lines of the table, or none")
    PeopleTaken accept(@PathVariable("import") UUID id, Caller caller) {
        var counts = importing.accept(id, caller);
        return new PeopleTaken(counts[0], counts[1]);
    }
}
