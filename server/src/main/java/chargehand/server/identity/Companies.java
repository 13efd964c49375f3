package chargehand.server.identity;

import chargehand.server.shared.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The one company, once it is set up.
@Component
public class Companies {
    private static final Set<String> DAYS =
            Set.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Pattern SHIFT = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Companies(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public boolean isSetUp() {
        return jdbc.sql("select exists (select from identity.company)")
                .query(Boolean.class)
                .single();
    }

    /// The company; empty before the first run has set it up.
    public Optional<Company> find() {
        return jdbc.sql("select * from identity.company")
                .query((row, _) -> company(row))
                .optional();
    }

    public Company get() {
        return find().orElseThrow(Problem::notFound);
    }

    private Company company(ResultSet row) throws SQLException {
        return new Company(
                row.getString("name"),
                row.getString("zone"),
                row.getString("country"),
                row.getString("region"),
                row.getString("language"),
                json.readValue(row.getString("week"), new TypeReference<TreeMap<String, List<String>>>() {}),
                row.getBoolean("demo"),
                row.getBoolean("public_assessment"),
                WorksAgreement.of(Objects.requireNonNull(row.getString("agreement"))),
                row.getLong("version"));
    }

    void insert(Company company) {
        check(company);
        jdbc.sql("""
                insert into identity.company (name, zone, country, region, language, week, demo,
                    public_assessment, agreement, version, since)
                values (:name, :zone, :country, :region, :language, cast(:week as jsonb), :demo, :public, :agreement,
                    1, :now)
                """)
                .param("name", company.name())
                .param("zone", company.zone())
                .param("country", company.country())
                .param("region", company.region())
                .param("language", company.language())
                .param("week", json.writeValueAsString(company.week()))
                .param("demo", company.demo())
                .param("public", company.publicAssessment())
                .param("agreement", company.agreement().word())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    boolean update(Company company, long version) {
        check(company);
        return jdbc.sql("""
                update identity.company set name = :name, zone = :zone, country = :country, region = :region,
                    language = :language, week = cast(:week as jsonb), public_assessment = :public,
                    agreement = :agreement, version = version + 1
                where version = :version
                """)
                        .param("name", company.name())
                        .param("zone", company.zone())
                        .param("country", company.country())
                        .param("region", company.region())
                        .param("language", company.language())
                        .param("week", json.writeValueAsString(company.week()))
                        .param("public", company.publicAssessment())
                        .param("agreement", company.agreement().word())
                        .param("version", version)
                        .update()
                > 0;
    }

    private static void check(Company company) {
        Values.name("name", company.name());
        Values.language(company.language());
        if (!COUNTRIES.contains(company.country()))
            throw Problem.invalid("country", "“%s” is no country of ISO 3166.".formatted(company.country()));
        try {
            ZoneId.of(company.zone());
        } catch (DateTimeException unknown) {
            throw Problem.invalid("zone", "“%s” is no time zone.".formatted(company.zone()));
        }
        company.week().forEach(Companies::checkDay);
    }

    private static void checkDay(String day, List<String> shifts) {
        if (!DAYS.contains(day)) throw Problem.invalid("week", "“%s” is no day of the week.".formatted(day));
        var before = LocalTime.MIN;
        for (var shift : new ArrayList<>(shifts)) {
            var parts = SHIFT.matcher(shift);
            if (!parts.matches()) throw Problem.invalid("week", "“%s” is no time like 09:00-13:00.".formatted(shift));
            try {
                var from = LocalTime.parse(parts.group(1));
                var to = parts.group(2).equals("24:00") ? LocalTime.MAX : LocalTime.parse(parts.group(2));
                if (from.isBefore(before) || !to.isAfter(from))
                    throw Problem.invalid("week", "The times of a day follow each other: %s.".formatted(shifts));
                before = to;
            } catch (DateTimeException noTime) {
                throw Problem.invalid("week", "“%s” is no time like 09:00-13:00.".formatted(shift));
            }
        }
    }

    /// The name of a week's days and times, for whoever wants to store one: nothing is left to chance.
    public static void checkWeek(Map<String, List<String>> week) {
        week.forEach(Companies::checkDay);
    }
}
