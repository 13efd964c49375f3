package chargehand.server.identity;

import chargehand.server.shared.Problem;
import chargehand.server.shared.Version;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Company", description = "The company, and its first run.")
class CompanyController {
    private final SettingUp settingUp;
    private final SetupDoor door;
    private final SigningIn signingIn;
    private final Sitting sitting;
    private final Companies companies;
    private final Accounts accounts;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final boolean demo;

    CompanyController(
            SettingUp settingUp,
            SetupDoor door,
            SigningIn signingIn,
            Sitting sitting,
            Companies companies,
            Accounts accounts,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            @Value("${chargehand.demo:false}") boolean demo) {
        this.settingUp = settingUp;
        this.door = door;
        this.signingIn = signingIn;
        this.sitting = sitting;
        this.companies = companies;
        this.accounts = accounts;
        this.transaction = transaction;
        this.events = events;
        this.demo = demo;
    }

    /// @param needed whether this is the first run
    /// @param demo whether the company is made up
    record SetupState(boolean needed, boolean demo) {}

    record FirstAdministrator(String name, String login, String password) {
        @Override
        public String toString() {
            return "FirstAdministrator[%s]".formatted(login);
        }
    }

    /// @param token as the server printed it, where it listens for other machines too
    record Setup(
            String company,
            String zone,
            String country,
            @Nullable String region,
            String language,
            FirstAdministrator administrator,
            @Nullable Map<String, List<String>> week,
            @Nullable String token) {
        @Override
        public String toString() {
            return "Setup[%s]".formatted(company);
        }
    }

    record CompanyChange(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String country,
            @Nullable String region,
            @Nullable String language,
            @Nullable Map<String, List<String>> week,
            @Nullable Boolean publicAssessment,
            @Nullable WorksAgreement agreement) {}

    @GetMapping("/api/setup")
    @Open
    @Operation(operationId = "getSetup", summary = "Whether this is the first run")
    SetupState state() {
        return companies.find().map(each -> new SetupState(false, each.demo())).orElse(new SetupState(true, demo));
    }

    @PostMapping("/api/setup")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(operationId = "setUp", summary = "The first run: a company and its first administrator")
    ResponseEntity<SessionView> setUp(@RequestBody Setup body, HttpServletRequest request) {
        if (!companies.isSetUp()) door.check(body.token, request);
        var first = body.administrator;
        var account = settingUp.setUp(
                new Company(
                        body.company,
                        body.zone,
                        body.country,
                        body.region,
                        body.language,
                        body.week == null ? Company.USUAL_WEEK : body.week,
                        false,
                        1),
                new NewAccount(first.login, first.name, null, first.password, null, body.language));
        return sitting.begin(signingIn.start(accounts.get(account), Sitting.from(request), "setup"), request);
    }

    @GetMapping("/api/company")
    @Needs(Permission.COMPANY_SEE)
    @Operation(operationId = "getCompany", summary = "The company")
    ResponseEntity<Company> get() {
        return answer();
    }

    @PatchMapping("/api/company")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "changeCompany", summary = "Change the company")
    ResponseEntity<Company> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String version,
            @RequestBody CompanyChange body,
            Caller caller) {
        long on = Version.required(version);
        transaction.executeWithoutResult(_ -> change(caller, body, on));
        return answer();
    }

    private void change(Caller caller, CompanyChange change, long version) {
        var was = companies.get();
        var region = change.region == null ? was.region() : change.region.isBlank() ? null : change.region;
        var next = new Company(
                or(change.name, was.name()),
                or(change.zone, was.zone()),
                or(change.country, was.country()),
                region,
                or(change.language, was.language()),
                or(change.week, was.week()),
                was.demo(),
                or(change.publicAssessment, was.publicAssessment()),
                or(change.agreement, was.agreement()),
                was.version());
        if (!companies.update(next, version)) throw Version.outdated(was.version());
        events.publishEvent(new IdentityChanged(
                caller, "company-changed", "company", new UUID(0, 0), null, null, Map.of("name", next.name())));
    }

    private static <T> T or(@Nullable T next, T was) {
        return next == null ? was : next;
    }

    private ResponseEntity<Company> answer() {
        var company = companies.find().orElseThrow(Problem::notFound);
        return ResponseEntity.ok().eTag(Version.tag(company.version())).body(company);
    }
}
