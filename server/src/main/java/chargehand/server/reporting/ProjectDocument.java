package chargehand.server.reporting;

import chargehand.server.reporting.Update.Deed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A document of a project: files, each in place of the one before; or a link to where it lives.
///
/// @param task to which it is attached, and `taskName`; absent where it is of the whole project
/// @param link where it lives otherwise; absent where there are versions
/// @param ofClient whether the client has handed it in
/// @param shown the number of the version that the client sees, 0 of a link; absent where they see none
/// @param versions the newest first
@Schema(name = "ProjectDocument")
public record ProjectDocument(
        UUID id,
        UUID project,
        @Nullable String task,
        @Nullable String taskName,
        String name,
        @Nullable String link,
        Deed made,
        boolean ofClient,
        @Nullable Integer shown,
        @Nullable Deed released,
        List<Version> versions) {
    /// @param name of the file
    /// @param size in bytes
    @Schema(name = "DocumentVersion")
    public record Version(int number, String name, int size, Deed made) {}

    /// As its client sees it.
    ///
    /// @param size in bytes; 0 of a link
    @Schema(name = "ShownDocument")
    public record Shown(
            UUID id,
            String name,
            @Nullable String link,
            int size,
            boolean ofClient,
            @Nullable Deed released) {}

    /// Nothing where they see none.
    @Nullable
    Shown forClient() {
        if (shown == null) return null;
        var size = versions.stream()
                .filter(each -> each.number() == shown)
                .mapToInt(Version::size)
                .findFirst()
                .orElse(0);
        return new Shown(id, name, link, size, ofClient, released);
    }
}
