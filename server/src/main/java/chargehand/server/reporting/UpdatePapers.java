package chargehand.server.reporting;

import chargehand.files.chart.ReportDocument;
import chargehand.server.identity.Caller;
import chargehand.server.identity.PortalLinks;
import chargehand.server.identity.Recipients;
import chargehand.server.planning.Projects;
import chargehand.server.reporting.Update.Audience;
import chargehand.server.shared.Problem;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Released updates as PDF, with each promised date and its chance drawn.
@Component
class UpdatePapers {
    private final Updates updates;
    private final Audiences audiences;
    private final Projects projects;
    private final Recipients recipients;
    private final PortalWishes wishes;

    UpdatePapers(Updates updates, Audiences audiences, Projects projects, Recipients recipients, PortalWishes wishes) {
        this.updates = updates;
        this.audiences = audiences;
        this.projects = projects;
        this.recipients = recipients;
        this.wishes = wishes;
    }

    /// In the reader's language.
    ///
    /// @throws Problem 404 for a draft, and for what the caller was not told
    ResponseEntity<byte[]> told(Caller caller, UUID project, UUID id) {
        var update = updates.find(project, id).filter(Update::isReleased).orElseThrow(Problem::notFound);
        if (!audiences.sees(caller, update)) throw Problem.notFound();
        return paper(wishes.seesPay(caller, project) ? update : update.withoutPay(), language(caller));
    }

    /// For the client's people.
    ///
    /// @throws Problem 404 for a draft, and for what clients were not told
    ResponseEntity<byte[]> shown(Caller caller, UUID project, UUID id) {
        var update = toClient(project, id);
        return paper(wishes.showsMoney(caller, project) ? update : update.withoutPay(), language(caller));
    }

    private Update toClient(UUID project, UUID id) {
        return updates.find(project, id)
                .filter(each -> each.isReleased() && each.audience() == Audience.client)
                .orElseThrow(Problem::notFound);
    }

    /// The last that the client was told.
    ///
    /// @throws Problem 404 before the first
    ResponseEntity<byte[]> last(PortalLinks.Link link, String language) {
        var project = link.project();
        var last = updates.last(List.of(project), Audience.client).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
        return paper(link.money() && wishes.showsMoney(project) ? last : last.withoutPay(), language);
    }

    private String language(Caller caller) {
        return recipients.of(List.of(caller.account())).stream()
                .findFirst()
                .map(Recipients.Recipient::language)
                .orElse("en");
    }

    private ResponseEntity<byte[]> paper(Update update, String language) {
        var project = projects.find(update.project()).orElseThrow(Problem::notFound);
        var paper = new UpdatePaper(update, project.name(), language);
        var day = LocalDate.ofInstant(
                update.facts().asOf(), ZoneId.of(update.facts().zone()));
        var plain = project.name().replaceAll("[^\\p{L}\\p{N}. _()-]", "_").strip();
        var name = ContentDisposition.attachment()
                .filename("%s %s.pdf".formatted(plain.isEmpty() ? "update" : plain, day), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(ReportDocument.whole(paper.page(), paper.chart()));
    }
}
