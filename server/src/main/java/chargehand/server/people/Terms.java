package chargehand.server.people;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// On which terms somebody works for the company.
///
/// @param freelance works for the company by contract, and is not employed
/// @param leadDays from the decision until they can begin something new, 0 to 730; null where
///     nobody said
/// @param vettings the newest first
/// @param version 0 where nothing was said yet
@Schema(name = "PersonTerms")
public record Terms(boolean freelance, @Nullable Integer leadDays, List<Vetting> vettings, long version) {
    /// One's own, of whom nothing more was said.
    public static final Terms OWN = new Terms(false, null, List.of(), 0);

    static final int MOST_DAYS = 730;

    public Terms {
        vettings = List.copyOf(vettings);
    }

    /// Somebody has looked at what a person from outside says of themselves.
    ///
    /// @param finding `met`, `notMet` or `unclear`
    /// @param how as "spoke to two clients of last year; saw the certificate in its register"
    @Schema(name = "PersonVetting")
    public record Vetting(String finding, String how, String by, Instant at) {}
}
