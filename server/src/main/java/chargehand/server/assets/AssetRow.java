package chargehand.server.assets;

import chargehand.engine.lifecycle.LifecycleMatch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One asset as a file has it; what the file leaves blank is null.
///
/// @param number of its line
/// @param relations as `runsOn:name`
/// @param problem why it can't be taken, as programs read it: `bad-date`; null if it can
/// @param value what is wrong with
record AssetRow(
        int number,
        String name,
        @Nullable AssetKind kind,
        @Nullable String line,
        @Nullable LifecycleMatch match,
        @Nullable String serial,
        @Nullable String site,
        @Nullable String owner,
        @Nullable LocalDate bought,
        @Nullable LocalDate warranty,
        @Nullable LocalDate life,
        @Nullable Integer leadDays,
        @Nullable Long costMinor,
        @Nullable String currency,
        List<String> relations,
        @Nullable String problem,
        @Nullable String value) {}
