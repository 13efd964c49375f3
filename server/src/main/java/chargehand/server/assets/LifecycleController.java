package chargehand.server.assets;

import chargehand.server.assets.LifecycleView.Look;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
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
class LifecycleController {
    private final LifecycleReading reading;
    private final LifecycleTaking taking;

    LifecycleController(LifecycleReading reading, LifecycleTaking taking) {
        this.reading = reading;
        this.taking = taking;
    }

    @GetMapping("/api/lifecycle-catalogue")
    @Needs(Permission.ASSETS_SEE)
    @Operation(
            operationId = "readLifecycles",
            summary = "Products with until when each version is supported, and who says so")
    LifecycleView read(@RequestParam @Nullable String q, @RequestParam(defaultValue = "false") boolean taken) {
        var words = q == null
                ? List.<String>of()
                : Stream.of(q.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(each -> !each.isEmpty())
                        .limit(8)
                        .toList();
        return reading.read(words, taken);
    }

    /// @param address none to read from nowhere
    @Schema(name = "LifecycleAddress")
    record Address(@Nullable String address) {}

    @PutMapping("/api/lifecycle-catalogue/address")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "setLifecycleAddress", summary = "Say from which address the catalogue is completed")
    void address(Caller caller, @RequestBody Address body) {
        taking.address(caller, body.address());
    }

    @PostMapping(value = "/api/lifecycle-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "readLifecycleFile",
            summary = "Read a file in endoflife.date's format, and say what it would change")
    Look look(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        return taking.look(caller, plain(file.getOriginalFilename()), file.getBytes());
    }

    private static String plain(@Nullable String given) {
        var name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]", "")
                        .replaceAll("[\\p{Cntrl}\\p{Cf}]", "")
                        .strip();
        return name.isEmpty() ? "lifecycle.json" : name.substring(0, Math.min(name.length(), 120));
    }

    @PostMapping("/api/lifecycle-fetches")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            operationId = "fetchLifecycles",
            summary = "Read from the address that is written down, and say what it would change")
    Look fetch(Caller caller) {
        return taking.fetch(caller);
    }

    /// @param facts how many were new or otherwise
    /// @param assets how many mean something else since
    @Schema(name = "LifecyclesTaken")
    record Taken(int facts, int assets) {}

    @PostMapping("/api/lifecycle-imports/{import}/acceptance")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "acceptLifecycles", summary = "Take what was read, and match the register by it")
    Taken accept(Caller caller, @PathVariable("import") UUID id) {
        var counts = taking.accept(caller, id);
        return new Taken(counts[0], counts[1]);
    }

    @DeleteMapping("/api/lifecycle-imports/{import}")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "throwLifecyclesAway", summary = "Throw away what was read")
    void throwAway(Caller caller, @PathVariable("import") UUID id) {
        taking.throwAway(caller, id);
    }

    @DeleteMapping("/api/lifecycle-catalogue/taken")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            operationId = "forgetLifecycles",
            summary = "Go back to what comes with the product, and match the register by it")
    void forget(Caller caller) {
        taking.forget(caller);
    }
}
