package chargehand.server.budget;

import chargehand.server.budget.MoneyImporting.Look;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "Money")
class MoneyImportController {
    private static final int MOST_LETTERS = 120;

    private final MoneyImporting importing;

    MoneyImportController(MoneyImporting importing) {
        this.importing = importing;
    }

    @PostMapping(value = "/api/money-imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.MONEY_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "readMoney", summary = "Read a table of amounts, and say which lines are refused and why")
    Look read(@RequestParam("file") MultipartFile file, Caller caller) throws IOException {
        return importing.look(caller, plain(file.getOriginalFilename()), file.getBytes());
    }

    private static String plain(@Nullable String given) {
        var name = given == null
                ? ""
                : given.replaceAll(".*[/\\\\]|[\\p{Cntrl}\\p{Cf}]", "").strip();
        return name.isEmpty() ? "money.csv" : name.substring(0, Math.min(name.length(), MOST_LETTERS));
    }

    /// @param whole take nothing if a single line is refused
    @Schema(name = "MoneyAcceptance")
    record Acceptance(@Nullable Boolean whole) {}

    @Schema(name = "MoneyTaken")
    record Taken(int lines) {}

    @PostMapping("/api/money-imports/{import}/acceptance")
    @Needs(Permission.MONEY_EDIT)
    @Operation(operationId = "acceptMoney", summary = "Take the lines that can be taken, or none")
    Taken accept(Caller caller, @PathVariable("import") UUID id, @RequestBody Acceptance body) {
        return new Taken(importing.accept(caller, id, Boolean.TRUE.equals(body.whole())));
    }

    @DeleteMapping("/api/money-imports/{import}")
    @Needs(Permission.MONEY_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "throwMoneyAway", summary = "Throw away a table that was read")
    void throwAway(Caller caller, @PathVariable("import") UUID id) {
        importing.throwAway(caller, id);
    }
}
