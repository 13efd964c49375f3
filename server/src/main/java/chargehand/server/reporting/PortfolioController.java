package chargehand.server.reporting;

import chargehand.files.chart.ReportDocument;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Companies;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Reporting", description = "All projects at a glance, and a search over all that one may see.")
class PortfolioController {
    private final PortfolioReading reading;
    private final ValueReading value;
    private final Recipients recipients;
    private final Companies companies;
    private final SteeringRows steering;

    PortfolioController(
            PortfolioReading reading,
            ValueReading value,
            Recipients recipients,
            Companies companies,
            SteeringRows steering) {
        this.reading = reading;
        this.value = value;
        this.recipients = recipients;
        this.companies = companies;
        this.steering = steering;
    }

    @GetMapping("/api/portfolio")
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(operationId = "readPortfolio", summary = "A row a project: dates, promise, who answers, what waits")
    Portfolio read(Caller caller) {
        return reading.read(caller);
    }

    @GetMapping(value = "/api/portfolio/report", produces = MediaType.ALL_VALUE)
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(
            operationId = "exportPortfolio",
            summary = "The same on one page of paper, as PDF, in the reader's language")
    ResponseEntity<byte[]> export(Caller caller) {
        var language = recipients.of(List.of(caller.account())).stream()
                .findFirst()
                .map(Recipients.Recipient::language)
                .orElse("en");
        var company = companies.get();
        var portfolio = reading.read(caller);
        var zone = ZoneId.of(company.zone());
        var page = PortfolioWords.page(portfolio, money(caller, portfolio), company.name(), zone, language);
        var name = ContentDisposition.attachment().filename("portfolio.pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(ReportDocument.pdf(page, SteeringWords.more(language)));
    }

    private Map<UUID, List<SteeringReport.Sum>> money(Caller caller, Portfolio portfolio) {
        return portfolio.projects().stream()
                .filter(each -> caller.may(
                        Permission.MONEY_SEE,
                        each.id(),
                        each.client() == null ? null : each.client().id()))
                .collect(Collectors.toMap(Portfolio.Row::id, each -> steering.money(each.id())));
    }

    @GetMapping("/api/value")
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(
            operationId = "readValue",
            summary =
                    "What managing projects was good for in the last year, each with before, after and what became of it")
    Value value(Caller caller) {
        return value.read(caller);
    }
}
