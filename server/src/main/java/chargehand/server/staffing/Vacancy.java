package chargehand.server.staffing;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A place that is to be filled: written from an assessment, edited by people, published until a day.
///
/// @param project whose manager is looked for, for those who may see it; absent for an idea
/// @param kind of manager
/// @param body in Markdown
/// @param contact an e-mail address to which people apply
/// @param country ISO 3166-1 alpha-2
/// @param validUntil the last day on which people may apply
/// @param published when it was; absent for a draft
/// @param closed when it was taken away again
@Schema(name = "Vacancy")
record Vacancy(
        UUID id,
        UUID assessment,
        @Nullable UUID project,
        String kind,
        String language,
        String title,
        String body,
        @Nullable String contact,
        @Nullable String place,
        String country,
        boolean remote,
        Employment employment,
        LocalDate validUntil,
        @Nullable Instant published,
        @Nullable Instant closed,
        StoredAssessment.Author author,
        long version) {

    @Schema(name = "Employment")
    enum Employment {
        fullTime("FULL_TIME"),
        partTime("PART_TIME"),
        contractor("CONTRACTOR");

        /// As schema.org has it.
        final String word;

        Employment(String word) {
            this.word = word;
        }
    }

    /// Whether everybody may read it.
    boolean isOpen(LocalDate today) {
        return published != null && closed == null && !today.isAfter(validUntil);
    }

    Vacancy without(boolean projectIsSeen) {
        if (projectIsSeen || project == null) return this;
        return new Vacancy(
                id,
                assessment,
                null,
                kind,
                language,
                title,
                body,
                contact,
                place,
                country,
                remote,
                employment,
                validUntil,
                published,
                closed,
                author,
                version);
    }
}
