package chargehand.server.interchange;

import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Import and export")
class ExportController {
    private final Exporting exporting;

    ExportController(Exporting exporting) {
        this.exporting = exporting;
    }

    @GetMapping(value = "/api/projects/{project}/exports/{format}", produces = MediaType.ALL_VALUE)
    @Needs(Permission.PLAN_SEE)
    @Operation(
            operationId = "exportProject",
            summary = "The project as a file: html, ics, xml (Microsoft Project), csv, json, pdf, svg or png")
    ResponseEntity<byte[]> export(@PathVariable("project") UUID project, @PathVariable("format") String format) {
        var chosen = format(format);
        var exported = exporting.export(project, chosen);
        var name = FileNames.plain(exported.name()) + "." + chosen.name();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(chosen.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(exported.bytes());
    }

    private static ExportFormat format(String name) {
        return Arrays.stream(ExportFormat.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("format", "Nothing is written as “%s”.".formatted(name))
                        .hint("Ask for one of html, ics, xml, csv, json, pdf, svg or png."));
    }
}
