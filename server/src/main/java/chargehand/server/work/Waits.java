package chargehand.server.work;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What tasks can't go on without, for whoever shows tasks.
@Component
public class Waits {
    private final Needed needs;

    Waits(Needed needs) {
        this.needs = needs;
    }

    /// @param due the day by which it is to be there, on the project's clock
    /// @param unowned whether nobody sees to it yet
    /// @param standsStill whether the task stands still for it
    public record Wait(String task, String what, @Nullable LocalDate due, boolean unowned, boolean standsStill) {}

    /// The open ones of a project.
    public List<Wait> of(UUID project) {
        return needs.open(project).stream()
                .map(each ->
                        new Wait(each.task(), each.what(), each.due(), each.isUnowned(), each.waitingSince() != null))
                .toList();
    }
}
