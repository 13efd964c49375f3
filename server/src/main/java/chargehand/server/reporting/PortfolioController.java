package chargehand.server.reporting;

import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reporting", description = "All projects at a glance, and a search over all that one may see.")
class PortfolioController {
    private final PortfolioReading reading;

    PortfolioController(PortfolioReading reading) {
        this.reading = reading;
    }

    @GetMapping("/api/portfolio")
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(operationId = "readPortfolio", summary = "A row a project: dates, promise, who answers, what waits")
    Portfolio read(Caller caller) {
        return reading.read(caller);
    }
}
