package chargehand.server.staffing;

import chargehand.server.documents.Documents;
import chargehand.server.identity.Companies;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// What is held about an applicant, whole, and as a letter that explains it.
@Service
class Owed {
    private final Applications applications;
    private final Reviewing reviewing;
    private final Interviewing interviewing;
    private final Hires hires;
    private final Mitigations mitigations;
    private final Rankings rankings;
    private final Documents documents;
    private final CandidateDeeds deeds;
    private final Retention retention;
    private final Companies companies;

    Owed(
            Applications applications,
            Reviewing reviewing,
            Interviewing interviewing,
            Hires hires,
            Mitigations mitigations,
            Rankings rankings,
            Documents documents,
            CandidateDeeds deeds,
            Retention retention,
            Companies companies) {
        this.applications = applications;
        this.reviewing = reviewing;
        this.interviewing = interviewing;
        this.hires = hires;
        this.mitigations = mitigations;
        this.rankings = rankings;
        this.documents = documents;
        this.deeds = deeds;
        this.retention = retention;
        this.companies = companies;
    }

    /// In the language of the vacancy.
    String letter(Vacancy vacancy, Application one) {
        var language = Locale.forLanguageTag(vacancy.language());
        var cv = applications.checked(one.id()).map(each -> each.in(language)).orElse(null);
        var company = companies.get();
        var zone = ZoneId.of(company.zone());
        return new ApplicantLetter(vacancy, one, zone)
                .text(
                        cv,
                        interviewing.of(one, cv),
                        reviewing.decisions(one.id()),
                        mitigations.of(one.id()),
                        rankings.since(one),
                        retention.keptUntil(vacancy, one, zone),
                        company.name());
    }

    CandidateExport whole(Vacancy vacancy, Application one) {
        var cv = applications.checked(one.id()).orElse(null);
        return new CandidateExport(
                vacancy.title(),
                one,
                retention.keptUntil(vacancy, one, ZoneId.of(companies.get().zone())),
                cv,
                file(vacancy, one),
                interviewing.of(one, cv),
                reviewing.decisions(one.id()),
                mitigations.of(one.id()),
                rankings.since(one),
                hires.of(one.id()).orElse(null),
                deeds.of(one.id()));
    }

    private CandidateExport.@Nullable File file(Vacancy vacancy, Application application) {
        return applications
                .document(vacancy.id(), application.id())
                .flatMap(documents::find)
                .map(each -> new CandidateExport.File(
                        each.name(),
                        each.type().media(),
                        Base64.getEncoder().encodeToString(documents.bytes(each.id()))))
                .orElse(null);
    }
}
