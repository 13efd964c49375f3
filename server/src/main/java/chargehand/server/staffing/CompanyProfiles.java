package chargehand.server.staffing;

import chargehand.engine.staffing.assessment.Kind;
import chargehand.engine.staffing.profile.Profile;
import chargehand.engine.staffing.profile.ProfileText;
import chargehand.engine.staffing.profile.Profiles;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The profiles by which CVs are read: those that come with the product, as far as the company has
/// not changed them.
@Repository
class CompanyProfiles {
    private final JdbcClient jdbc;

    CompanyProfiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A version that somebody of the company wrote.
    record Written(Profile profile, String text, @Nullable String reason, StoredAssessment.Author author, Instant at) {}

    /// @throws IllegalArgumentException if there is no profile of that name
    Profile current(String name) {
        return own(name).stream()
                .findFirst()
                .map(Written::profile)
                .or(() -> Profiles.named(name))
                .orElseThrow(() -> new IllegalArgumentException("There is no profile %s.".formatted(name)));
    }

    /// What each kind of manager needs today.
    Map<Kind, Profile> byKind() {
        var all = new EnumMap<Kind, Profile>(Kind.class);
        for (var kind : Kind.values()) all.put(kind, current(kind.profile()));
        return all;
    }

    /// The newest first; none where nobody has changed it.
    List<Written> own(String name) {
        return jdbc.sql("select * from staffing.profile where name = :name order by version desc")
                .param("name", name)
                .query((row, number) -> new Written(
                        parsed(row.getString("text")),
                        row.getString("text"),
                        row.getString("reason"),
                        new StoredAssessment.Author(row.getObject("author", UUID.class), row.getString("author_name")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    private static Profile parsed(String text) {
        try {
            return ProfileText.parse(text);
        } catch (ProfileText.NoProfile broken) {
            throw new IllegalStateException("A stored profile can't be read.", broken);
        }
    }

    /// False if there is such a version already.
    boolean insert(Written written) {
        return jdbc.sql("""
                insert into staffing.profile (name, version, text, reason, author, author_name, at)
                values (:name, :version, :text, :reason, :author, :by, :at) on conflict do nothing
                """)
                        .param("name", written.profile().name())
                        .param("version", written.profile().version())
                        .param("text", written.text())
                        .param("reason", written.reason())
                        .param("author", written.author().account())
                        .param("by", written.author().name())
                        .param("at", Timestamp.from(written.at()))
                        .update()
                > 0;
    }
}
