package chargehand.server.interchange;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.interchange.PlanImportViews.ImportView;
import chargehand.server.interchange.PlanImporting.Acceptance;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Import and export", description = "Plans and people from files, and plans to files.")
class PlanImportController {
    private final PlanImporting importing;

    PlanImportController(PlanImporting importing) {
        this.importing = importing;
    }

    private record Sent(MultipartFile file) implements PlanImporting.Upload {
        @Override
        public String name() {
            return FileNames.plain(file.getOriginalFilename());
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    record Taken(List<UUID> projects) {}

    @PostMapping(value = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.PROJECT_CREATE)
    @Operation(
            operationId = "readPlanFiles",
            summary = "Read plan files of any kind, and say line by line what would come in")
    ImportView read(
            @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @Nullable UUID client,
            Caller caller)
            throws IOException {
        return importing.look(files.stream().map(Sent::new).toList(), client, caller);
    }

    @GetMapping("/api/imports/{import}")
    @Needs(Permission.PROJECT_CREATE)
    @Operation(operationId = "readImport", summary = "What was said when the files were read")
    ImportView read(@PathVariable("import") UUID id, Caller caller) {
        return importing.read(id, caller);
    }

    @PostMapping("/api/imports/{import}/acceptance")
    @Needs(Permission.PROJECT_CREATE)
    @Operation(operationId = "acceptImport", summary = "Make a project of each file, or of none")
    Taken accept(@PathVariable("import") UUID id, @RequestBody Acceptance acceptance, Caller caller) {
        return new Taken(importing.accept(id, acceptance, caller));
    }

    @DeleteMapping("/api/imports/{import}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PROJECT_CREATE)
    @Operation(operationId = "removeImport", summary = "Throw away what was read")
    void remove(@PathVariable("import") UUID id, Caller caller) {
        importing.remove(id, caller);
    }
}
