package chargehand.server.staffing;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// All open vacancies as one file of XML, as job sites that take feeds read it; the elements are Indeed's.
final class JobFeed {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final String company;
    private final String base;
    private final ZoneId zone;
    private final StringBuilder xml = new StringBuilder();

    /// @param base under which people reach this server, without a slash at the end
    /// @param zone in which the last day ends
    JobFeed(String company, String base, ZoneId zone) {
        this.company = company;
        this.base = base;
        this.zone = zone;
    }

    String written(List<Vacancy> open, Instant now) {
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<source>\n");
        element("publisher", company);
        element("publisherurl", base);
        element("lastBuildDate", date(now));
        for (var each : open) job(each);
        return xml.append("</source>\n").toString();
    }

    private void job(Vacancy vacancy) {
        xml.append("<job>\n");
        element("title", vacancy.title());
        element("date", date(Objects.requireNonNull(vacancy.published())));
        element("referencenumber", vacancy.id().toString());
        element("requisitionid", vacancy.id().toString());
        element("url", base + "/jobs/" + vacancy.id());
        element("company", company);
        element("city", Objects.requireNonNullElse(vacancy.place(), ""));
        element("country", vacancy.country());
        element("email", Objects.requireNonNullElse(vacancy.contact(), ""));
        element("description", Markdown.html(vacancy.body()));
        element("jobtype", jobType(vacancy.employment()));
        if (vacancy.remote()) element("remotetype", "Fully remote");
        element(
                "expirationdate",
                date(vacancy.validUntil().plusDays(1).atStartOfDay(zone).toInstant()));
        xml.append("</job>\n");
    }

    private static String jobType(Vacancy.Employment employment) {
        return switch (employment) {
            case fullTime -> "fulltime";
            case partTime -> "parttime";
            case contractor -> "contract";
        };
    }

    private static String date(Instant at) {
        return DATE.format(at.atOffset(ZoneOffset.UTC));
    }

    /// As CDATA, which nothing written can end.
    private void element(String name, String text) {
        var whole = text.replaceAll("[\\p{Cc}&&[^\\n\\t]]", "").replace("]]>", "]]]]><![CDATA[>");
        xml.append("<%s><![CDATA[%s]]></%s>\n".formatted(name, whole, name));
    }
}
