package chargehand.server.planning;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What others than the engine find about a plan: asked whenever its findings are read, so it should be quick.
public interface PlanRemarks {
    /// @param zone the clock on which the project's days are
    /// @param startOf when a task is planned to begin, or null if the plan has none like that
    List<Remark> of(UUID project, ZoneId zone, Function<String, @Nullable Instant> startOf);

    /// @param values by the names used in the words; moments and days as text
    /// @param message in English, `hint` a way out
    record Remark(Code code, String task, Map<String, Object> values, String message, String hint) {}

    /// Each has a page in docs/problems and words in every language. All are warnings.
    enum Code {
        NEED_UNOWNED("need-unowned"),
        NEED_LATE("need-late"),
        NEED_OVERDUE("need-overdue");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
