package chargehand.server.assets;

import chargehand.server.assets.AssetImporting.Look;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Assets")
class AssetImportController {
    private final AssetImporting importing;

    AssetImportController(AssetImporting importing) {
        this.importing = importing;
    }

    @PostMapping(value = "/api/asset-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "readAssets",
            summary = "Read the table of another register, and say what it would change and which lines are refused")
    Look read(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        return importing.look(caller, plain(file.getOriginalFilename()), file.getBytes());
    }

    private static String plain(@Nullable String given) {
        var name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                        .strip();
        return name.isEmpty() ? "assets.csv" : name.substring(0, Math.min(name.length(), 120));
    }

    /// @param columns where each column stands, from 0, by the name of what it is
    @Schema(name = "AssetColumns")
    record Columns(Map<String, Integer> columns) {}

    @PutMapping("/api/asset-imports/{import}/columns")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "mapAssets", summary = "Read the same file with other columns")
    Look map(Caller caller, @PathVariable("import") UUID id, @RequestBody Columns body) {
        return importing.map(caller, id, body.columns() == null ? Map.of() : body.columns());
    }

    /// @param whole take nothing if a single line is refused
    @Schema(name = "AssetAcceptance")
    record Acceptance(@Nullable Boolean whole) {}

    @Schema(name = "AssetsTaken")
    record Taken(int fresh, int changed) {}

    @PostMapping("/api/asset-imports/{import}/acceptance")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "acceptAssets", summary = "Take the lines that can be taken, or none")
    Taken accept(Caller caller, @PathVariable("import") UUID id, @RequestBody Acceptance body) {
        var counts = importing.accept(caller, id, Boolean.TRUE.equals(body.whole()));
        return new Taken(counts[0], counts[1]);
    }

    @DeleteMapping("/api/asset-imports/{import}")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "throwAssetsAway", summary = "Throw away a table that was read")
    void throwAway(Caller caller, @PathVariable("import") UUID id) {
        importing.throwAway(caller, id);
    }
}
