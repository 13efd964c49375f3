package chargehand.server.assets;

import chargehand.server.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What people say of an asset beside what its register says; whole.
///
/// @param leadDays null for the usual 90
record AssetWrite(
        @Nullable String site,
        @Nullable String owner,
        @Nullable LocalDate warranty,
        @Nullable LocalDate life,
        @Nullable Integer leadDays,
        @Nullable Money cost) {}
