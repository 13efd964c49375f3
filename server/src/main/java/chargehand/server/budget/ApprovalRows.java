package chargehand.server.budget;

import chargehand.server.budget.Approval.Deed;
import chargehand.server.budget.Approval.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Approvals as columns.
final class ApprovalRows {
    private ApprovalRows() {}

    static @Nullable Approval of(ResultSet row) throws SQLException {
        var state = row.getString("approval");
        if (state == null) return null;
        return new Approval(
                State.valueOf(state),
                Objects.requireNonNull(deed(row, "asked")),
                deed(row, "decided"),
                row.getString("reason"));
    }

    private static @Nullable Deed deed(ResultSet row, String verb) throws SQLException {
        var at = row.getObject(verb + "_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Deed(
                        Objects.requireNonNull(row.getObject(verb + "_by", UUID.class)),
                        row.getString(verb + "_name"),
                        at.toInstant());
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
