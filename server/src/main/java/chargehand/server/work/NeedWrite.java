package chargehand.server.work;

import chargehand.server.shared.Problem;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A need as it is written.
///
/// @param owner the person who sees to it; absent with `ofClient` for the client, without for nobody yet
/// @param due the day by which it is to be there
@Schema(name = "NeedWrite")
record NeedWrite(
        Need.@Nullable Kind kind,
        @Nullable String what,
        @Nullable UUID owner,
        @Nullable Boolean ofClient,
        @Nullable LocalDate due) {
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    Need.Kind needKind() {
        if (kind == null)
            throw Problem.invalid("kind", "It isn't said what kind of thing is needed.")
                    .hint("Say access, hardware, document, decision or handOver.");
        return kind;
    }

    String text() {
        return Texts.line("what", what);
    }

    boolean isOfClient() {
        if (Boolean.TRUE.equals(ofClient) && owner != null)
            throw Problem.invalid("owner", "Either a person of ours sees to it, or the client does.");
        return Boolean.TRUE.equals(ofClient);
    }

    @Nullable
    LocalDate day() {
        if (due != null && (due.isBefore(EARLIEST) || due.isAfter(LATEST)))
            throw Problem.invalid("due", "%s is out of the time that plans are for.".formatted(due));
        return due;
    }
}
