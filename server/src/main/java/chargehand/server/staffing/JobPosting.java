package chargehand.server.staffing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A vacancy as search engines for jobs read it: `JobPosting` of schema.org, with what they require (title,
/// description, datePosted, hiringOrganization, jobLocation) and what we know of what they recommend.
final class JobPosting {
    private static final String CONTEXT = "https://schema.org/";
    /// `DateTime` of schema.org has seconds, which Java leaves out at a full minute.
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private JobPosting() {}

    /// @param zone in which the day begins and ends
    static Map<String, Object> of(Vacancy vacancy, String company, ZoneId zone) {
        var posting = new LinkedHashMap<String, Object>();
        posting.put("@context", CONTEXT);
        posting.put("@type", "JobPosting");
        posting.put("title", vacancy.title());
        posting.put("description", Markdown.html(vacancy.body()));
        posting.put(
                "identifier",
                Map.of(
                        "@type",
                        "PropertyValue",
                        "name",
                        company,
                        "value",
                        vacancy.id().toString()));
        posting.put(
                "datePosted",
                Objects.requireNonNull(vacancy.published())
                        .atZone(zone)
                        .toLocalDate()
                        .toString());
        posting.put(
                "validThrough",
                vacancy.validUntil().plusDays(1).atStartOfDay(zone).format(MOMENT));
        posting.put("employmentType", vacancy.employment().word);
        posting.put("hiringOrganization", Map.of("@type", "Organization", "name", company));
        var address = new LinkedHashMap<String, Object>();
        address.put("@type", "PostalAddress");
        address.put("addressLocality", vacancy.place());
        address.put("addressCountry", vacancy.country());
        posting.put("jobLocation", Map.of("@type", "Place", "address", address));
        if (vacancy.remote()) {
            posting.put("jobLocationType", "TELECOMMUTE");
            posting.put("applicantLocationRequirements", Map.of("@type", "Country", "name", vacancy.country()));
        }
        // The form is on the page itself.
        posting.put("directApply", true);
        return posting;
    }
}
