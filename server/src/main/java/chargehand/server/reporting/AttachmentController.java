package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/projects/{project}/tasks/{task}/documents")
@Tag(name = "Documents")
class AttachmentController {
    private final ProjectDocuments documents;
    private final Audiences audiences;

    AttachmentController(ProjectDocuments documents, Audiences audiences) {
        this.documents = documents;
        this.audiences = audiences;
    }

    @Schema(name = "AttachmentList")
    record AttachmentList(List<ProjectDocument> items) {}

    @GetMapping
    @Needs(Permission.WORK_SEE)
    @Operation(operationId = "listAttachments", summary = "What is attached to a task, with its versions")
    AttachmentList list(@PathVariable UUID project, @PathVariable String task) {
        return new AttachmentList(documents.of(project, task));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "attachDocument",
            summary = "Attach a file of at most 10 MB to a task, or a new version of the one there that has its name")
    ProjectDocument attach(
            Caller caller,
            @PathVariable UUID project,
            @PathVariable String task,
            @RequestParam("file") MultipartFile file)
            throws IOException {
        DocumentController.needSize(file);
        return documents.attach(caller, project, task, String.valueOf(file.getOriginalFilename()), file.getBytes());
    }

    @DeleteMapping("/{document}")
    @Needs(Permission.PROGRESS_TELL)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "detachDocument", summary = "Take back what one has attached; who plans, what anybody has")
    void detach(Caller caller, @PathVariable UUID project, @PathVariable String task, @PathVariable UUID document) {
        documents.detach(caller, project, task, document, audiences.plans(caller, project));
    }
}
