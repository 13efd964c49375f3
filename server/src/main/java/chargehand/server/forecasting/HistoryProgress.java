package chargehand.server.forecasting;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How far whoever brings a history in has come: a million rows take minutes, and nobody should wonder. In memory:
/// it ends with the request.
@Component
class HistoryProgress {
    /// @param doing `reading` the file or `taking` its rows
    /// @param rows so many so far
    /// @param of as many as there are, where that is known
    record Step(String doing, long rows, @Nullable Long of) {}

    private final Map<UUID, Step> steps = new ConcurrentHashMap<>();

    Optional<Step> of(UUID account) {
        return Optional.ofNullable(steps.get(account));
    }

    /// Nothing is under way any more when `work` ends, whichever way it does.
    <T> T during(UUID account, Supplier<T> work) {
        reading(account).accept(0);
        try {
            return work.get();
        } finally {
            steps.remove(account);
        }
    }

    LongConsumer reading(UUID account) {
        return rows -> steps.put(account, new Step("reading", rows, null));
    }

    LongConsumer taking(UUID account, long of) {
        return rows -> steps.put(account, new Step("taking", rows, of));
    }
}
