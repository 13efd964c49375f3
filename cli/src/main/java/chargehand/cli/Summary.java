package chargehand.cli;

import chargehand.engine.explain.Reason;
import chargehand.engine.explain.Words;
import chargehand.engine.levelling.ScheduledTask;
import chargehand.engine.plan.TaskId;
import chargehand.files.Planned;
import chargehand.files.chart.Workload;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a person wants to know first, on a terminal.
final class Summary {
    private static final int LONGEST_CHAIN = 12;
    private static final int BUSIEST = 6;
    private static final int MOST_FINDINGS = 15;
    private static final int BAR = 20;

    private final Planned planned;
    private final String format;
    private final List<Path> written;
    private final boolean machineZone;
    private final Words words;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    Summary(Planned planned, String format, List<Path> written, boolean machineZone) {
        this.planned = planned;
        this.format = format;
        this.written = written;
        this.machineZone = machineZone;
        var zone = planned.plan().zone();
        words = new Words(planned.plan());
        day = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH).withZone(zone);
        moment = DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH)
                .withZone(zone);
    }

    void print(PrintStream out) {
        head(out);
        chain(out);
        load(out);
        findings(out);
        notCarriedOver(out);
        for (var file : written) out.println("Written: " + file);
    }

    private void head(PrintStream out) {
        var plan = planned.plan();
        long tasks = plan.tasks().stream().filter(task -> !task.isSummary()).count();
        out.println();
        out.println("  " + OneLine.of(plan.name()));
        out.println("  %s, %s, %s; times of %s%s"
                .formatted(
                        format,
                        counted(tasks, "task"),
                        counted(plan.resources().size(), "resource"),
                        plan.zone().getId(),
                        machineZone && !format.equals("JSON") ? " (this machine's zone; --zone names another)" : ""));
        out.println();
        if (tasks == 0) {
            out.println("  There are no tasks yet, so there is nothing to plan.");
            return;
        }
        var calendar = planned.calendar();
        row(out, "Planned finish", moment.format(calendar.finish()));
        row(out, "Likely by", likely());
        row(out, "Best possible", gap());
        row(out, "Searched", searched());
    }

    private static void row(PrintStream out, String label, String value) {
        out.println("  %-16s %s".formatted(label, value));
    }

    private String likely() {
        return day.format(lastDay(
                        planned.calendar().start(), planned.forecast().finish().p80()))
                + " (80 %), from a general prior: no history of yours is known yet";
    }

    /// What ends at midnight ends on the day before, if it lasts at all.
    private static Instant lastDay(Instant start, Instant finish) {
        return finish.isAfter(start) ? finish.minusSeconds(1) : finish;
    }

    private static String counted(long count, String what) {
        return "%,d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }

    private String gap() {
        var calendar = planned.calendar();
        if (calendar.proved()) return "this: proved, no calendar of this plan finishes earlier";
        if (calendar.bound() == null || calendar.gap().isEmpty()) return "not known while the plan has errors";
        return "not before %s: this is at most %.1f %% of its length away"
                .formatted(moment.format(calendar.bound()), calendar.gap().getAsDouble() * 100);
    }

    private String searched() {
        var calendar = planned.calendar();
        return "%,d schedules, seed %d%s"
                .formatted(
                        calendar.schedules(),
                        calendar.seed(),
                        calendar.endedEarly() ? "; the time limit ended it early, so another run may differ" : "");
    }

    private void chain(PrintStream out) {
        var chain = new DrivingChain(planned).links();
        if (chain.isEmpty()) return;
        var names = new HashMap<TaskId, String>();
        for (var task : planned.plan().tasks()) names.put(task.id(), task.name());
        Map<TaskId, Reason> reasons = new HashMap<>();
        for (var reason : planned.reasons()) reasons.put(reason.task(), reason);
        out.println();
        out.println("  What drives the finish");
        int skipped = chain.size() - LONGEST_CHAIN;
        for (int i = 0; i < chain.size(); i++) {
            if (skipped > 0 && i == LONGEST_CHAIN / 2) {
                out.println("    … %d more …".formatted(skipped));
                i += skipped;
            }
            link(out, chain.get(i), names, reasons);
        }
    }

    private void link(PrintStream out, ScheduledTask task, Map<TaskId, String> names, Map<TaskId, Reason> reasons) {
        var reason = reasons.get(task.task());
        out.println("    %-34s %s – %s"
                .formatted(
                        shortened(names.getOrDefault(task.task(), ""), 34),
                        day.format(task.start()),
                        day.format(lastDay(task.start(), task.finish()))));
        if (reason != null) out.println("      " + OneLine.of(words.why(reason)));
    }

    private void load(PrintStream out) {
        var busiest = Workload.busiest(planned, BUSIEST);
        if (busiest.isEmpty()) return;
        out.println();
        out.println("  Busiest (share of their working time that this plan takes)");
        for (var each : busiest) {
            int filled = Math.clamp(each.percent() * BAR / 100, 0, BAR);
            out.println("    %-24s %s%s %3d %%"
                    .formatted(
                            shortened(each.name(), 24), "█".repeat(filled), "░".repeat(BAR - filled), each.percent()));
        }
    }

    private void findings(PrintStream out) {
        var findings = planned.calendar().findings();
        out.println();
        if (findings.isEmpty()) return;
        out.println("  Findings");
        for (var finding : findings.subList(0, Math.min(MOST_FINDINGS, findings.size()))) {
            var severity = finding.severity().name().toLowerCase(Locale.ROOT);
            out.println("    %s: %s".formatted(severity, OneLine.of(words.message(finding))));
            out.println("      %s [%s]"
                    .formatted(OneLine.of(words.hint(finding)), finding.code().code()));
        }
        if (findings.size() > MOST_FINDINGS)
            out.println("    … and %d more; --json lists all".formatted(findings.size() - MOST_FINDINGS));
        out.println();
    }

    private void notCarriedOver(PrintStream out) {
        if (planned.notCarriedOver().isEmpty()) return;
        out.println("  Not carried over");
        for (var each : planned.notCarriedOver())
            out.println("    %s%s: %s"
                    .formatted(
                            OneLine.of(each.what()),
                            each.count() > 1 ? " (" + each.count() + ")" : "",
                            OneLine.of(each.why())));
        out.println();
    }

    private static String shortened(String text, int length) {
        var line = OneLine.of(text);
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }
}
