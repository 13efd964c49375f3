package chargehand.server.people;

import chargehand.engine.plan.Booking;
import chargehand.engine.plan.ResourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// The lines of the ledger that concern one person, walked through from first to last.
///
/// A project that was granted time has the larger of what was granted and what its tasks take. What is granted to a
/// project goes before what the others' tasks take, so the others have no more of the person than is left of it.
final class Claims {
    private static final UUID NONE = new UUID(0, 0);

    private final UUID project;
    private final Map<UUID, Share> shares = new HashMap<>();
    private final List<Booking> merged = new ArrayList<>();

    /// What a project has of a person at one moment, in units.
    private static final class Share {
        int tasks;
        int granted;

        int claimed() {
            return Math.max(tasks, granted);
        }
    }

    private record Step(Claim claim, int sign) {}

    private Claims(UUID project) {
        this.project = project;
    }

    /// @param claims by person
    static List<Booking> othersThan(UUID project, List<Claim> claims) {
        var all = new ArrayList<Booking>();
        int first = 0;
        for (int i = 1; i <= claims.size(); i++) {
            if (i < claims.size()
                    && claims.get(i).person().equals(claims.get(first).person())) continue;
            all.addAll(new Claims(project).walk(claims.subList(first, i)));
            first = i;
        }
        return all;
    }

    /// Lines of one person in which each project's claim stands once: the larger of what it was granted and what its
    /// tasks take. Where nothing was granted they are what they were.
    static List<BookedRange> once(List<BookedRange> lines) {
        if (lines.stream().noneMatch(each -> each.task() == null)) return lines;
        var byProject = new LinkedHashMap<UUID, List<Claim>>();
        for (var each : lines)
            byProject
                    .computeIfAbsent(each.project(), any -> new ArrayList<>())
                    .add(new Claim(
                            each.person(),
                            each.project(),
                            each.task() == null,
                            each.fromInclusive(),
                            each.toExclusive(),
                            each.units(),
                            Integer.MAX_VALUE));
        var all = new ArrayList<BookedRange>();
        byProject.forEach((project, claims) -> {
            for (var each : new Claims(NONE).walk(claims))
                all.add(new BookedRange(
                        claims.getFirst().person(),
                        project,
                        null,
                        each.fromInclusive(),
                        each.toExclusive(),
                        each.units(),
                        true));
        });
        return all;
    }

    private List<Booking> walk(List<Claim> claims) {
        var steps = new TreeMap<Instant, List<Step>>();
        for (var claim : claims) {
            steps.computeIfAbsent(claim.fromInclusive(), any -> new ArrayList<>())
                    .add(new Step(claim, 1));
            steps.computeIfAbsent(claim.toExclusive(), any -> new ArrayList<>()).add(new Step(claim, -1));
        }
        var who = new ResourceId(claims.getFirst().person().toString());
        int capacity = claims.getFirst().capacity();
        int units = 0;
        var since = Instant.MIN;
        for (var entry : steps.entrySet()) {
            for (var step : entry.getValue()) take(step);
            int now = ofOthers(capacity);
            if (now == units) continue;
            if (units > 0) merged.add(new Booking(who, units, since, entry.getKey(), Ledger.ANOTHER_PROJECT));
            units = now;
            since = entry.getKey();
        }
        return merged;
    }

    private void take(Step step) {
        var share = shares.computeIfAbsent(step.claim().project(), any -> new Share());
        int change = step.sign() * step.claim().units();
        if (step.claim().granted()) share.granted += change;
        else share.tasks += change;
    }

    private int ofOthers(int capacity) {
        int others = 0;
        int mine = 0;
        for (var each : shares.entrySet()) {
            if (each.getKey().equals(project)) mine = each.getValue().granted;
            else others += each.getValue().claimed();
        }
        return Math.clamp(others, 0, Math.max(0, capacity - mine));
    }
}
