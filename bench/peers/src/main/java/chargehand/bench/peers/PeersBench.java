package chargehand.bench.peers;

import chargehand.bench.psplib.BestKnown;
import chargehand.bench.psplib.Instance;
import chargehand.bench.psplib.InstanceFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Solves every instance of a folder by each peer, one after the other, within each number of seconds: what slows the
/// machine down meanwhile slows all of them. Every schedule is checked by [Instance#broken].
final class PeersBench {
    private final List<Peer> peers = List.of(new Chargehand(), new CpSat());
    private final List<Integer> limits;
    private final @Nullable BestKnown known;
    private final List<Solved> all = new ArrayList<>();

    PeersBench(List<Integer> limits, @Nullable BestKnown known) {
        this.limits = limits;
        this.known = known;
    }

    /// @param criticalPath in periods
    /// @param makespan -1 where none was found
    private record Solved(
            Peer peer,
            Instance instance,
            int seconds,
            int makespan,
            int criticalPath,
            Peer.Answer answer,
            double millis) {
        boolean proved() {
            return makespan >= 0 && answer.bound() >= makespan;
        }

        String line() {
            var starts =
                    Arrays.stream(answer.starts()).mapToObj(String::valueOf).collect(Collectors.joining(" "));
            return String.format(
                    Locale.ROOT,
                    "%s,%s,%d,%d,%d,%b,%.1f,%s",
                    peer.name(),
                    instance.name(),
                    seconds,
                    makespan,
                    answer.bound(),
                    proved(),
                    millis,
                    starts);
        }
    }

    /// @param sample every how many-th instance is taken
    void run(Path folder, int sample) throws IOException {
        var files = InstanceFiles.in(folder);
        if (files.isEmpty()) throw new IOException("%s has no .sm or .rcp files.".formatted(folder));
        for (var peer : peers) peer.solve(InstanceFiles.read(files.getFirst()), 1);
        for (int i = 0; i < files.size(); i += sample) {
            var instance = InstanceFiles.read(files.get(i));
            for (int seconds : limits) for (var peer : peers) all.add(solve(peer, instance, seconds));
        }
    }

    private Solved solve(Peer peer, Instance instance, int seconds) {
        long begun = System.nanoTime();
        var answer = peer.solve(instance, seconds);
        double millis = (System.nanoTime() - begun) / 1e6;
        boolean found = answer.starts().length > 0;
        var broken = found ? instance.broken(answer.starts()) : null;
        if (broken != null)
            throw new IllegalStateException("%s, %s: %s".formatted(peer.name(), instance.name(), broken));
        return new Solved(
                peer,
                instance,
                seconds,
                found ? answer.makespan(instance) : -1,
                criticalPath(instance),
                answer,
                millis);
    }

    /// Jobs are told in an order in which none stands before one that it waits for.
    private static int criticalPath(Instance instance) {
        var earliest = new int[instance.jobs().size()];
        int finish = 0;
        for (int j = 0; j < earliest.length; j++) {
            var job = instance.jobs().get(j);
            finish = Math.max(finish, earliest[j] + job.duration());
            for (int next : job.successors()) earliest[next] = Math.max(earliest[next], earliest[j] + job.duration());
        }
        return finish;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("peer,instance,seconds,makespan,bound,proved,millis,starts");
        for (var each : all) lines.add(each.line());
        return lines;
    }

    /// The table, in words. Means are over the instances for which a peer found a schedule.
    String table() {
        var text =
                new StringBuilder(line("", "seconds", "deviation", "best known", "proved", "none found", "mean time"));
        for (int seconds : limits)
            for (var peer : peers)
                text.append(row(
                        peer,
                        seconds,
                        all.stream()
                                .filter(each -> each.peer == peer && each.seconds == seconds)
                                .toList()));
        return text.toString();
    }

    private String row(Peer peer, int seconds, List<Solved> own) {
        var found = own.stream().filter(each -> each.makespan >= 0).toList();
        double deviation = found.stream()
                .mapToDouble(each -> 100.0 * (each.makespan - each.criticalPath) / each.criticalPath)
                .average()
                .orElse(Double.NaN);
        return line(
                peer.name(),
                "" + seconds,
                percent(deviation, 3),
                known == null
                        ? "-"
                        : share(own, found.stream().filter(this::isBest).count()),
                share(own, found.stream().filter(Solved::proved).count()),
                "" + (own.size() - found.size()),
                String.format(
                        Locale.ROOT,
                        "%.2f s",
                        own.stream().mapToDouble(Solved::millis).average().orElse(Double.NaN) / 1000));
    }

    private boolean isBest(Solved each) {
        var best = known == null ? null : known.byInstance().get(each.instance.name());
        return best != null && each.makespan <= best.makespan();
    }

    private static String share(List<Solved> own, long count) {
        return percent(100.0 * count / own.size(), 1);
    }

    private static String percent(double value, int digits) {
        return String.format(Locale.ROOT, "%." + digits + "f %%", value);
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "  %-12s %8s %12s %12s %10s %12s %10s%n", cells);
    }
}
