package chargehand.engine.plans;

import static org.junit.jupiter.api.Assertions.fail;

import chargehand.engine.check.CalendarChecker;
import chargehand.engine.levelling.Calendar;
import chargehand.engine.levelling.Options;
import chargehand.engine.levelling.Rescheduler;
import chargehand.engine.levelling.Scheduler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every file in `src/test/plans` is a test of the behaviour that it is named after.
final class TextPlanTest {
    private static final Path PLANS = Path.of("src", "test", "plans");

    @TestFactory
    Stream<DynamicTest> plansCorrectly() throws IOException {
        return fixtures("correct");
    }

    @TestFactory
    Stream<DynamicTest> findsWhatIsWrong() throws IOException {
        return fixtures("findings");
    }

    private static Stream<DynamicTest> fixtures(String folder) throws IOException {
        try (var files = Files.list(PLANS.resolve(folder))) {
            return files.sorted().toList().stream().map(TextPlanTest::fixture);
        }
    }

    private static DynamicTest fixture(Path file) {
        var name = file.getFileName().toString().replace(".plan", "");
        return DynamicTest.dynamicTest(name, file.toUri(), () -> {
            var text = TextPlan.parse(Files.readString(file));
            var calendar = schedule(text);
            verify(text, calendar);
            var then = text.then();
            if (then != null) verify(then, Rescheduler.repair(text.plan(), calendar, then.plan(), then.now()));
        });
    }

    private static Calendar schedule(TextPlan text) {
        var options = Options.schedules(Integer.parseInt(text.settings().getOrDefault("schedules", "50")))
                .withNow(text.now());
        return isLevelled(text)
                ? Scheduler.schedule(text.plan(), options)
                : Scheduler.scheduleUnlevelled(text.plan(), options);
    }

    private static boolean isLevelled(TextPlan text) {
        return !text.settings().containsKey("unlevelled");
    }

    private static void verify(TextPlan text, Calendar calendar) {
        var violations = isLevelled(text)
                ? CalendarChecker.violations(text.plan(), calendar, text.now())
                : CalendarChecker.violationsUnlevelled(text.plan(), calendar, text.now());
        var outcome = new PlanOutcome(text, calendar);
        var table = text.table();
        var expected = describe(table, text.findings(), List.of());
        var actual = describe(outcome.table(), text.findings() == null ? null : outcome.findings(), violations);

        if (!expected.equals(actual)) fail("\n%s\n--- but was ---\n%s\n".formatted(expected, actual));
    }

    private static String describe(TextTable table, @Nullable List<String> findings, List<String> violations) {
        var found =
                findings == null ? "" : "\nfindings: " + (findings.isEmpty() ? "none" : String.join("; ", findings));
        return table
                + found
                + String.join(
                        "", violations.stream().map(each -> "\nbroken: " + each).toList());
    }
}
