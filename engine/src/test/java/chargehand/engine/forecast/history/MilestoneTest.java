package chargehand.engine.forecast.history;

import static chargehand.engine.forecast.history.MadeUpWork.day;
import static chargehand.engine.forecast.history.MadeUpWork.finished;
import static chargehand.engine.forecast.history.MadeUpWork.work;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Sums of tasks, and what they have in common.
class MilestoneTest {
    @Test
    void scattersMoreTheMoreTasksGoWrongTogether() {
        var similar = SimilarWork.learn(MadeUpWork.of(600, 1));
        var tasks = IntStream.range(0, 30)
                .mapToObj(i -> similar.spread(work("t" + i, "Ada", "Test", 4, 250)))
                .toList();

        double apart = width(Milestone.of(tasks, new CommonCause(0, 1), 1));
        double together = width(Milestone.of(tasks, new CommonCause(0.4, 1), 1));

        assertTrue(together > 2 * apart, "%s is not far above %s".formatted(together, apart));
    }

    private static double width(Milestone milestone) {
        return milestone.hours(0.9) - milestone.hours(0.1);
    }

    @Test
    void addsUpTasksThatNeverVary() {
        var history = new ArrayList<FinishedWork>();
        for (int i = 0; i < 300; i++) history.add(finished("t" + i, "Ada", "Test", 4, 4, i));
        var spread = SimilarWork.learn(history).spread(work("new", "Ada", "Test", 4, 400));

        var milestone = Milestone.of(List.of(spread, spread, spread), new CommonCause(0, 1), 1);

        assertEquals(12, milestone.hours(0.5), 0.1);
    }

    @Test
    void findsWhatTasksHaveInCommon() {
        double none =
                CommonCause.estimate(SimilarWork.learn(weeks(0, 3)), day(1000)).correlation();
        double much = CommonCause.estimate(SimilarWork.learn(weeks(0.5, 3)), day(1000))
                .correlation();

        assertTrue(none < 0.08, "none is " + none);
        assertTrue(much > 0.25, "much is " + much);
    }

    /// Twenty tasks at once every three weeks, which all take longer or shorter by the same factor and by
    /// one of their own.
    private static List<FinishedWork> weeks(double common, long seed) {
        var random = new SplittableRandom(seed);
        var all = new ArrayList<FinishedWork>();
        for (int week = 0; week < 45; week++) {
            double together = common * random.nextGaussian();
            for (int i = 0; i < 20; i++)
                all.add(finished(
                        week + "/" + i,
                        "Ada",
                        "Test",
                        4,
                        4 * Math.exp(together + 0.4 * random.nextGaussian()),
                        week * 21 + i * 0.01));
        }
        return all;
    }

    /// Two kinds of work and two teams of six, of which one of the two pushes each week's tasks up or down.
    private static CommonCause twoKindsAndTeams(double ofKind, double ofTeam, int teamsEvery) {
        var random = new SplittableRandom(5);
        var all = new ArrayList<FinishedWork>();
        for (int week = 0; week < 24; week++) {
            var kinds = new double[] {ofKind * random.nextGaussian(), ofKind * random.nextGaussian()};
            var teams = new double[] {ofTeam * random.nextGaussian(), ofTeam * random.nextGaussian()};
            for (int i = 0; i < 20; i++) {
                int kind = i % 2;
                int team = i / teamsEvery % 2;
                var labels =
                        new Labels("Person " + i % 12, "Team " + team, "Harbour", "Kind " + kind, null, null, null);
                var work = new Work(week + "/" + i, labels, 4, day(week * 21 + i * 0.01));
                double hours = 4 * Math.exp(kinds[kind] + teams[team] + 0.4 * random.nextGaussian());
                all.add(new FinishedWork(work, hours, day(week * 21 + i * 0.01 + 1)));
            }
        }
        return CommonCause.estimate(SimilarWork.learn(all), day(2000), Set.of("Team 0", "Team 1"));
    }

    @Test
    void tellsTechnologyFromTeam() {
        var technology = twoKindsAndTeams(0.5, 0, 2).together();
        var team = twoKindsAndTeams(0, 0.5, 2).together();

        assertTrue(technology.technology() > 0.15 && technology.team() < 0.05, technology.toString());
        assertTrue(team.team() > 0.15 && team.technology() < 0.05, team.toString());
    }

    @Test
    void countsOnceWhatIsOfATeamThatDoesOneKindOfWork() {
        var common = twoKindsAndTeams(0.5, 0, 1);

        double same = common.together().project()
                + common.together().technology()
                + common.together().team();
        assertTrue(common.correlation() > 0.1 && same < 2.2 * common.correlation() + 0.1, common.toString());
    }

    @Test
    void isTheSameForTheSameSeed() {
        var similar = SimilarWork.learn(MadeUpWork.of(300, 1));
        var tasks = List.of(
                similar.spread(work("a", "Ada", "Test", 4, 250)), similar.spread(work("b", "Bram", "Test", 4, 250)));

        assertEquals(
                Milestone.of(tasks, CommonCause.GENERAL, 7).hours(0.8),
                Milestone.of(tasks, CommonCause.GENERAL, 7).hours(0.8));
    }
}
