package chargehand.server.reporting;

import chargehand.server.documents.Documents;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Documents", description = "Files of projects, and links to where they live otherwise.")
class DocumentController {
    private final ProjectDocuments documents;
    private final Documents files;
    private final HandedFile handed;
    private final Clock clock;

    DocumentController(ProjectDocuments documents, Documents files, HandedFile handed, Clock clock) {
        this.documents = documents;
        this.files = files;
        this.handed = handed;
        this.clock = clock;
    }

    @Schema(name = "ProjectDocumentList")
    record DocumentList(List<ProjectDocument> items) {}

    @GetMapping("/api/projects/{project}/documents")
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listDocuments", summary = "Documents of a project, with their versions")
    DocumentList list(@PathVariable UUID project) {
        return new DocumentList(documents.of(project));
    }

    @PostMapping(path = "/api/projects/{project}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "addDocument",
            summary = "Add a document of at most 10 MB, or a new version of the one that has this name")
    ProjectDocument add(
            Caller caller,
            @PathVariable UUID project,
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "name", required = false) @Nullable String name)
            throws IOException {
        needSize(file);
        return documents.put(caller, project, name, String.valueOf(file.getOriginalFilename()), file.getBytes());
    }

    /// Before it is read into memory.
    static void needSize(MultipartFile file) {
        if (file.getSize() > Documents.MOST_BYTES)
            throw Problem.of(413, "too-large", "That is too much", "A file may have 10 MB.")
                    .hint("Send a smaller one, or link to where it lives.");
    }

    @Schema(name = "DocumentLinkWrite")
    record LinkWrite(@Nullable String name, @Nullable String link) {}

    @PostMapping("/api/projects/{project}/document-links")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addDocumentLink", summary = "Say where a document lives otherwise")
    ProjectDocument link(Caller caller, @PathVariable UUID project, @RequestBody LinkWrite body) {
        return documents.link(caller, project, body.name, body.link);
    }

    @PutMapping("/api/projects/{project}/documents/{document}/showing")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "showDocument", summary = "Show the newest version to the client; later ones wait")
    ProjectDocument show(Caller caller, @PathVariable UUID project, @PathVariable UUID document) {
        return documents.show(caller, project, document);
    }

    @DeleteMapping("/api/projects/{project}/documents/{document}/showing")
    @Needs(Permission.PLAN_EDIT)
    @Operation(operationId = "hideDocument", summary = "The client sees it no more")
    ProjectDocument hide(Caller caller, @PathVariable UUID project, @PathVariable UUID document) {
        return documents.hide(caller, project, document);
    }

    @DeleteMapping("/api/projects/{project}/documents/{document}")
    @Needs(Permission.PLAN_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeDocument", summary = "Throw a document away, with all its versions")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID document) {
        documents.remove(caller, project, document);
    }

    @GetMapping(path = "/api/projects/{project}/documents/{document}/versions/{number}", produces = MediaType.ALL_VALUE)
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "readDocument", summary = "The file of a version")
    ResponseEntity<byte[]> read(@PathVariable UUID project, @PathVariable UUID document, @PathVariable int number) {
        return file(documents.find(project, document).id(), number);
    }

    @GetMapping(path = "/api/projects/{project}/shown-documents/{document}", produces = MediaType.ALL_VALUE)
    @Needs(Permission.PORTAL_SEE)
    @Operation(operationId = "readShownDocument", summary = "The file of the version that the client was shown")
    ResponseEntity<byte[]> readShown(@PathVariable UUID project, @PathVariable UUID document) {
        var shown = documents.find(project, document).shown();
        if (shown == null) throw Problem.notFound();
        return file(document, shown);
    }

    /// Saved, never opened in the page: what is in it is its sender's.
    private ResponseEntity<byte[]> file(UUID document, int number) {
        var file = documents.file(document, number).flatMap(files::find).orElseThrow(Problem::notFound);
        var name = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .contentType(MediaType.parseMediaType(file.type().media()))
                .body(files.bytes(file.id()));
    }

    @PostMapping(path = "/api/projects/{project}/handed-documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.PORTAL_SEE)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "handInDocument",
            summary =
                    "Hand a file to the project, as its client; what looks like real people's data, or could not be looked"
                            + " into, is asked about first")
    ProjectDocument.Shown handIn(
            Caller caller,
            HttpServletRequest request,
            @PathVariable UUID project,
            @RequestParam("file") MultipartFile file,
            @RequestParam(name = "sure", defaultValue = "false") boolean sure)
            throws IOException {
        needSize(file);
        documents.needClient(caller, project);
        var name = String.valueOf(file.getOriginalFilename());
        // Before anything is stored, and outside of its transaction: looking into a PDF takes a second.
        if (!sure)
            PersonalData.needNone(
                    handed.words(request, file.getBytes()), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return documents.handIn(caller, project, name, file.getBytes());
    }
}
