package chargehand.server.budget;

import chargehand.server.budget.Exchange.Rate;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.planning.Project;
import chargehand.server.planning.Projects;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Money", description = "What was approved, is planned, committed and spent, and what it comes to.")
class MoneyController {
    private static final int MOST_LINES = 1_000_000;

    private final MoneyReading reading;
    private final MoneyEditing editing;
    private final Lines lines;
    private final Projects projects;
    private final Exchange exchange;

    MoneyController(MoneyReading reading, MoneyEditing editing, Lines lines, Projects projects, Exchange exchange) {
        this.reading = reading;
        this.editing = editing;
        this.lines = lines;
        this.projects = projects;
        this.exchange = exchange;
    }

    @GetMapping("/api/money")
    @Needs(Permission.MONEY_SEE)
    @Operation(operationId = "readPortfolioMoney", summary = "The money of all projects that one may see it of")
    MoneyView.All all(Caller caller) {
        return reading.all(caller);
    }

    @GetMapping(value = "/api/money/table", produces = "text/csv")
    @Needs(Permission.MONEY_SEE)
    @Operation(operationId = "exportPortfolioMoney", summary = "The same as CSV, a row a project")
    ResponseEntity<String> table(Caller caller) {
        return csv("money.csv", MoneyCsv.rows(reading.all(caller)));
    }

    private static ResponseEntity<String> csv(String name, String text) {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .body(text);
    }

    @GetMapping("/api/projects/{project}/money")
    @Needs(Permission.MONEY_SEE)
    @Operation(operationId = "readProjectMoney", summary = "A project's money by year, element and category")
    MoneyView project(Caller caller, @PathVariable UUID project) {
        return reading.project(caller, project);
    }

    @GetMapping(value = "/api/projects/{project}/money/table", produces = "text/csv")
    @Needs(Permission.MONEY_SEE)
    @Operation(operationId = "exportProjectMoney", summary = "A project's amounts as CSV, as they can be read again")
    ResponseEntity<String> table(@PathVariable UUID project) {
        var name = projects.find(project).map(Project::name).orElseThrow(Problem::notFound);
        return csv("money.csv", MoneyCsv.lines(name, lines.of(project, MOST_LINES)));
    }

    @PostMapping("/api/projects/{project}/money")
    @Needs(Permission.MONEY_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "addMoney", summary = "Add an amount; an order with a lead time holds its task")
    Line add(Caller caller, @PathVariable UUID project, @RequestBody MoneyWrite body) {
        return editing.add(caller, project, body);
    }

    @DeleteMapping("/api/projects/{project}/money/{line}")
    @Needs(Permission.MONEY_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(operationId = "removeMoney", summary = "Remove an amount")
    void remove(Caller caller, @PathVariable UUID project, @PathVariable UUID line) {
        editing.remove(caller, project, line);
    }

    /// @param currency in which sums are said
    /// @param rates what one unit of another currency costs in it, each since a day
    @Schema(name = "ExchangeRates")
    record Rates(String currency, List<Rate> rates) {}

    @GetMapping("/api/exchange-rates")
    @Needs(Permission.MONEY_SEE)
    @Operation(
            operationId = "listExchangeRates",
            summary = "In which currency sums are said, and what others are worth")
    Rates rates() {
        return new Rates(exchange.base(), exchange.all());
    }

    @PutMapping("/api/exchange-rates")
    @Needs(Permission.RATES_SEE)
    @Operation(operationId = "setExchangeRates", summary = "Set the currency of sums and all rates, whole")
    Rates setRates(Caller caller, @RequestBody Rates body) {
        editing.setRates(caller, String.valueOf(body.currency()), body.rates() == null ? List.of() : body.rates());
        return rates();
    }
}
