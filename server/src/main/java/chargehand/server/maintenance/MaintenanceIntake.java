package chargehand.server.maintenance;

import chargehand.server.assets.Asset;
import chargehand.server.assets.Register;
import chargehand.server.identity.Caller;
import chargehand.server.maintenance.Policy.Kind;
import chargehand.server.maintenance.PolicyWrite.StepWrite;
import chargehand.server.maintenance.Round.Outcome;
import chargehand.server.maintenance.WindowView.FreezeWrite;
import chargehand.server.maintenance.WindowView.WindowWrite;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Takes in policies that were kept elsewhere, with what came of their rounds.
@Service
public class MaintenanceIntake {
    private final WindowKeeping windows;
    private final PolicyEditing editing;
    private final RoundTelling telling;
    private final Register register;

    MaintenanceIntake(WindowKeeping windows, PolicyEditing editing, RoundTelling telling, Register register) {
        this.windows = windows;
        this.editing = editing;
        this.telling = telling;
        this.register = register;
    }

    public void window(Caller caller, String name, String rule, LocalDate first, LocalTime from, int minutes) {
        windows.write(caller, null, new WindowWrite(name, rule, first, from, minutes));
    }

    public void freeze(Caller caller, String name, LocalDate first, LocalDate last) {
        windows.freeze(caller, new FreezeWrite(name, first, last));
    }

    /// @param window its name
    /// @param assets their names
    public record NewPolicy(
            String name,
            String kind,
            String rule,
            LocalDate first,
            @Nullable String window,
            boolean approval,
            List<NewStep> steps,
            @Nullable String wayBack,
            int wayBackMinutes,
            List<String> assets) {}

    public record NewStep(
            String name, int minutes, @Nullable String skill, boolean within, boolean each) {}

    /// A round that is over.
    ///
    /// @param took minutes of each step
    public record Past(String outcome, @Nullable String note, List<@Nullable Integer> took, Caller by) {}

    /// @param past of its days before today the latest, the last one last
    public void policy(Caller caller, NewPolicy policy, List<Past> past) {
        var assets = register.named(policy.assets()).stream().map(Asset::id).toList();
        if (assets.size() < policy.assets().size())
            throw new IllegalArgumentException("Not all of %s are in the register.".formatted(policy.assets()));
        var made = editing.add(
                caller,
                new PolicyWrite(
                        policy.name(),
                        Kind.valueOf(policy.kind()),
                        policy.rule(),
                        policy.first(),
                        null,
                        null,
                        policy.window() == null ? null : window(policy.window()),
                        policy.approval(),
                        policy.steps().stream()
                                .map(each -> new StepWrite(
                                        each.name(), each.minutes(), each.skill(), each.within(), each.each()))
                                .toList(),
                        policy.wayBack(),
                        policy.wayBackMinutes(),
                        assets,
                        false));
        var today = windows.today();
        var days = made.days(made.first(), today);
        for (int i = 0; i < past.size() && i < days.size(); i++) {
            var round = past.get(past.size() - 1 - i);
            var day = days.get(days.size() - 1 - i);
            var done = day.plusDays(1).isAfter(today) ? today : day.plusDays(1);
            var told = new RoundTelling.Told(
                    Outcome.valueOf(round.outcome()),
                    round.note(),
                    done,
                    round.took().isEmpty() ? null : round.took(),
                    null);
            telling.tell(round.by(), made.id(), day, told);
        }
    }

    private UUID window(String name) {
        return windows.view().windows().stream()
                .map(each -> each.window())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }
}
