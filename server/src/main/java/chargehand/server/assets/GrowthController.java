package chargehand.server.assets;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
@Tag(name = "Assets")
class GrowthController {
    private final Growing growing;
    private final MeasurementReading reading;
    private final GrowthEditing editing;
    private final Assets assets;

    GrowthController(Growing growing, MeasurementReading reading, GrowthEditing editing, Assets assets) {
        this.growing = growing;
        this.reading = reading;
        this.editing = editing;
        this.assets = assets;
    }

    @Schema(name = "AssetGrowthList")
    record GrowthList(List<GrowthView> items) {}

    @GetMapping("/api/asset-growth")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "listGrowth", summary = "What is measured, what has to be ordered first at the top")
    GrowthList all() {
        return new GrowthList(growing.all());
    }

    @GetMapping("/api/assets/{asset}/growth")
    @Needs(Permission.ASSETS_SEE)
    @Operation(operationId = "readGrowth", summary = "What is measured of an asset, and when it will be full")
    GrowthList of(@PathVariable UUID asset) {
        return new GrowthList(growing.of(assets.find(asset).orElseThrow(Problem::notFound)));
    }

    @PostMapping(value = "/api/measurements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.ASSETS_EDIT)
    @Operation(
            operationId = "readMeasurements",
            summary = "Take all measurements of a table, or none and say which lines can't be taken")
    MeasurementReading.Report read(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        var name = file.getOriginalFilename();
        return reading.read(caller, name == null ? "measurements.csv" : name, file.getBytes());
    }

    /// @param capacity how much there is room for; none where nobody knows
    @Schema(name = "CapacityWrite")
    record Capacity(@Nullable Double capacity) {}

    @PutMapping("/api/assets/{asset}/measures/{measure}")
    @Needs(Permission.ASSETS_EDIT)
    @Operation(operationId = "setCapacity", summary = "Say how much there is room for")
    GrowthList capacity(
            Caller caller, @PathVariable UUID asset, @PathVariable UUID measure, @RequestBody Capacity body) {
        editing.capacity(caller, asset, measure, body.capacity());
        return of(asset);
    }

    @DeleteMapping("/api/assets/{asset}/measures/{measure}")
    @Needs(Permission.ASSETS_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeMeasure", summary = "Remove what is measured, with all its measurements")
    void remove(Caller caller, @PathVariable UUID asset, @PathVariable UUID measure) {
        editing.remove(caller, asset, measure);
    }
}
