package chargehand.server.reporting;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that the client of a project sees, to which an answer leads. What is kept is its kind and id: the
/// rest is as the client sees it when it is read.
///
/// @param ref its id; absent of what is shown no longer, and so is all but its kind
/// @param name of a question, its text
/// @param state of a milestone `promised`, `planned` or `done`, on `day`; of a deliverable its own
/// @param asOf of what is told in updates, that of the last one; of what is shown as it is now, now
@Schema(name = "ClientFact")
public record ClientFact(
        Kind kind,
        @Nullable String ref,
        @Nullable String name,
        @Nullable String state,
        @Nullable Instant day,
        @Nullable Instant asOf) {
    /// `answer`: a question that was answered.
    @Schema(name = "ClientFactKind")
    public enum Kind {
        milestone,
        document,
        deliverable,
        change,
        answer
    }

    /// What is kept of it.
    @Schema(name = "ClientFactRef")
    public record Ref(Kind kind, String ref) {
        String stored() {
            return kind.name() + " " + ref;
        }

        static Ref of(String stored) {
            int space = stored.indexOf(' ');
            return new Ref(Kind.valueOf(stored.substring(0, space)), stored.substring(space + 1));
        }
    }

    static ClientFact of(Kind kind, Object ref, String name, @Nullable Instant asOf) {
        return new ClientFact(kind, ref.toString(), name, null, null, asOf);
    }

    /// As long as nobody has looked whether the client still sees it.
    static ClientFact unseen(Ref ref) {
        return new ClientFact(ref.kind(), ref.ref(), null, null, null, null);
    }

    Ref key() {
        return new Ref(kind, ref == null ? "" : ref);
    }

    /// As the client sees it, or that they see it no longer.
    ClientFact among(Map<Ref, ClientFact> shown) {
        var known = shown.get(key());
        return known != null ? known : new ClientFact(kind, null, null, null, null, null);
    }
}
