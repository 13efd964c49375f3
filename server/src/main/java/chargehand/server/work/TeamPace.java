package chargehand.server.work;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// How the begun work of a project's team goes beside its forecasts, all together: of whom it is, nothing says.
///
/// @param enough whether there are people enough; else all numbers are 0
/// @param behind pieces of work, and of these what may be why: `waitsFor`, `handOverLate`, `estimateLow`
@Schema(name = "TeamPace")
record TeamPace(
        boolean enough, int behind, int asForecast, int ahead, int waitsFor, int handOverLate, int estimateLow) {
    static final TeamPace FEW = new TeamPace(false, 0, 0, 0, 0, 0, 0);

    static TeamPace of(List<Pace> all) {
        return new TeamPace(
                true,
                count(all, Pace.State.behind),
                count(all, Pace.State.asForecast),
                count(all, Pace.State.ahead),
                causes(all, Pace.Cause.waitsFor),
                causes(all, Pace.Cause.handOverLate),
                causes(all, Pace.Cause.estimateLow));
    }

    private static int count(List<Pace> all, Pace.State state) {
        return (int) all.stream().filter(each -> each.state() == state).count();
    }

    private static int causes(List<Pace> all, Pace.Cause cause) {
        return (int) all.stream().filter(each -> each.cause() == cause).count();
    }
}
