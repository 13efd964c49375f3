package chargehand.server.reporting;

import chargehand.files.UnreadableFile;
import chargehand.files.chart.ReportDocument;
import chargehand.files.report.DocxTemplate;
import chargehand.server.audit.Audit;
import chargehand.server.identity.Caller;
import chargehand.server.identity.Needs;
import chargehand.server.identity.Permission;
import chargehand.server.identity.Recipients;
import chargehand.server.reporting.SteeringRows.Wishes;
import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
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
@Tag(name = "Reporting")
class SteeringController {
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final int MOST_BYTES = 2 << 20;

    private final SteeringReading reading;
    private final SteeringRows rows;
    private final Satisfactions satisfactions;
    private final Recipients recipients;
    private final Audit audit;
    private final Clock clock;

    SteeringController(
            SteeringReading reading,
            SteeringRows rows,
            Satisfactions satisfactions,
            Recipients recipients,
            Audit audit,
            Clock clock) {
        this.reading = reading;
        this.rows = rows;
        this.satisfactions = satisfactions;
        this.recipients = recipients;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/api/projects/{project}/steering-report")
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(operationId = "readSteeringReport", summary = "The project on one page, for those who decide about it")
    SteeringReport read(Caller caller, @PathVariable UUID project) {
        return reading.read(caller, project);
    }

    @GetMapping(value = "/api/projects/{project}/steering-report/{format}", produces = MediaType.ALL_VALUE)
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(
            operationId = "exportSteeringReport",
            summary = "The same as pdf, or as docx in the company's template; in the reader's language")
    ResponseEntity<byte[]> export(Caller caller, @PathVariable UUID project, @PathVariable String format) {
        if (!List.of("pdf", "docx").contains(format))
            throw Problem.invalid("format", "Nothing is written as “%s”.".formatted(format))
                    .hint("Ask for pdf or docx.");
        var report = reading.read(caller, project);
        var language = recipients.of(List.of(caller.account())).stream()
                .findFirst()
                .map(Recipients.Recipient::language)
                .orElse("en");
        var page = SteeringWords.page(report, language);
        return format.equals("pdf")
                ? file(
                        report.name() + ".pdf",
                        "application/pdf",
                        ReportDocument.pdf(page, SteeringWords.more(language)))
                : file(report.name() + ".docx", DOCX, template().filled(page));
    }

    @Schema(name = "SatisfactionList")
    record SatisfactionList(List<Satisfaction> items) {}

    @GetMapping("/api/projects/{project}/satisfaction")
    @Needs(Permission.PORTFOLIO_SEE)
    @Operation(operationId = "listSatisfaction", summary = "How satisfied the client was at each milestone, by time")
    SatisfactionList satisfaction(@PathVariable UUID project) {
        return new SatisfactionList(satisfactions.of(project));
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(plain(name), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private static String plain(@Nullable String name) {
        var plain = name == null
                ? ""
                : name.replaceAll("[^\\p{L}\\p{N}. _()-]", "_").strip();
        if (plain.isEmpty() || plain.startsWith(".")) plain = "report" + plain;
        return plain.length() <= 120 ? plain : plain.substring(plain.length() - 120);
    }

    private DocxTemplate template() {
        var own = rows.template().orElse(null);
        if (own == null) return DocxTemplate.ours();
        try {
            return DocxTemplate.of(own);
        } catch (UnreadableFile broken) {
            throw new IllegalStateException(broken);
        }
    }

    /// @param colours whether the status word has its colour
    /// @param file name of the company's template; absent: it is ours
    /// @param by who set this last, and when: `at`
    @Schema(name = "SteeringWishes")
    record WishesView(
            boolean colours,
            @Nullable String file,
            @Nullable String by,
            @Nullable Instant at) {
        static WishesView of(Wishes wishes) {
            return new WishesView(wishes.colours(), wishes.file(), wishes.by(), wishes.at());
        }
    }

    @GetMapping("/api/steering-reports")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "readSteeringWishes", summary = "How the company wants its steering reports")
    WishesView wishes() {
        return WishesView.of(rows.wishes());
    }

    @Schema(name = "SteeringColours")
    record Colours(boolean colours) {}

    @PutMapping("/api/steering-reports")
    @Needs(Permission.COMPANY_ADMINISTER)
    @Transactional
    @Operation(operationId = "setSteeringColours", summary = "Say whether the status word has its colour")
    WishesView colours(Caller caller, @RequestBody Colours body) {
        rows.colours(body.colours, caller.name(), clock.instant());
        done(caller, "steering-colours-set", Map.of("colours", body.colours));
        return wishes();
    }

    @GetMapping(value = "/api/steering-reports/template", produces = MediaType.ALL_VALUE)
    @Needs(Permission.COMPANY_ADMINISTER)
    @Operation(operationId = "readSteeringTemplate", summary = "The template as it is, to begin one's own with")
    ResponseEntity<byte[]> readTemplate() {
        return file("steering-report.docx", DOCX, template().bytes());
    }

    @PostMapping(value = "/api/steering-reports/template", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Needs(Permission.COMPANY_ADMINISTER)
    @Transactional
    @Operation(operationId = "setSteeringTemplate", summary = "From now on reports are written in this Word document")
    WishesView setTemplate(Caller caller, @RequestParam("file") MultipartFile file) throws IOException {
        if (file.getSize() > MOST_BYTES)
            throw Problem.of(413, "too-large", "That is too much", "A template may have 2 MB.")
                    .hint("Leave large pictures out.");
        var bytes = file.getBytes();
        check(bytes);
        var name = plain(file.getOriginalFilename());
        rows.template(name, bytes, caller.name(), clock.instant());
        done(caller, "steering-template-set", Map.of("name", name));
        return wishes();
    }

    private static void check(byte[] bytes) {
        try {
            var unknown = new TreeSet<>(DocxTemplate.of(bytes).names());
            SteeringWords.names().forEach(unknown::remove);
            if (unknown.isEmpty()) return;
            throw Problem.of(
                            422,
                            "template-name-unknown",
                            "The template names what a report doesn't have",
                            "A report has nothing for %s.".formatted(String.join(", ", unknown)))
                    .with("names", String.join(", ", unknown))
                    .hint("The guide lists all names. Those of our own template are a beginning.");
        } catch (UnreadableFile broken) {
            throw Problem.of(
                            422,
                            "template-unreadable",
                            "The template can't be read",
                            "It is no Word document, too large inside, or holds a macro.")
                    .hint(broken.hint());
        }
    }

    @DeleteMapping("/api/steering-reports/template")
    @Needs(Permission.COMPANY_ADMINISTER)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    @Operation(operationId = "removeSteeringTemplate", summary = "From now on reports are written in our template")
    void removeTemplate(Caller caller) {
        rows.template(null, null, caller.name(), clock.instant());
        done(caller, "steering-template-removed", Map.of());
    }

    private void done(Caller caller, String action, Map<String, Object> detail) {
        audit.record(caller, action, "company", caller.account(), null, detail);
    }
}
