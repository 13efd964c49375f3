package chargehand.bench.forecast;

import static java.util.Objects.requireNonNull;

import chargehand.engine.forecast.history.CommonCause;
import chargehand.engine.forecast.history.FinishedWork;
import chargehand.engine.forecast.history.PersonalRecord;
import chargehand.engine.forecast.history.SimilarWork;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// All methods on one record: the later part is forecast from what was finished before each forecast.
final class RecordBench {
    private static final double[] ORIGINS = {0.5, 0.6, 0.7, 0.8};
    private static final double STEP = 0.1;
    private static final int[] MILESTONES = {10, 20, 50};
    private static final int MOST_MILESTONES = 200;
    private static final int FEWEST = 30;

    private final Record record;
    private final Aims aims;
    private final Consumer<String> told;
    private final List<ForecastFigure> figures = new ArrayList<>();
    private final Finished finished;

    /// @param told hears each line of the table as it comes
    RecordBench(Record record, Aims aims, Consumer<String> told) {
        this.record = record;
        this.aims = aims;
        this.told = told;
        finished = new Finished(record.finished());
    }

    List<ForecastFigure> run(double share) {
        var cut = Record.cut(record.scored(), share);
        if (cut == null) {
            told.accept(record.name() + ": nothing to score");
            return figures;
        }
        var held = after(cut);
        told.accept("%s: %,d tasks, of which %,d estimated after %s are held out"
                .formatted(record.name(), record.scored().size(), held.size(), cut));
        if (held.isEmpty()) return figures;
        var similar = SimilarWork.learn(record.finished(), cut, PersonalRecord.SELF, PersonalRecord.SMALLEST_GROUP);
        var without = SimilarWork.learn(record.finished(), cut, PersonalRecord.OFF, PersonalRecord.SMALLEST_GROUP);
        var measured = new Measurement(
                held,
                List.of(
                        new Developers(),
                        new EvidenceBased(finished),
                        reference(),
                        new Ours("ours", similar),
                        new Ours("ours_without_person", without)));
        table(measured, "", held.size(), each -> true);
        long changed = held.stream().filter(RecordBench::isChanged).count();
        if (changed < held.size() && changed >= FEWEST)
            table(measured, "changed.", (int) changed, RecordBench::isChanged);
        var people = people(cut);
        long unseen = held.stream().filter(each -> isUnseen(each, people)).count();
        if (unseen >= FEWEST) table(measured, "unseenPeople.", (int) unseen, each -> isUnseen(each, people));
        reliability(measured);
        compare(measured);
        var sums = new Milestones(similar, CommonCause.estimate(similar, cut));
        add(aims.figure(record.name() + ".ours.commonCause", sums.common().correlation(), "share"));
        for (int size : MILESTONES) milestones(sums, held, size);
        rollingOrigins();
        return figures;
    }

    private Method reference() {
        return record.name().equals("cesaw") ? WeightedClass.forCesaw(finished) : WeightedClass.forSip(finished);
    }

    private List<FinishedWork> after(Instant cut) {
        return record.scored().stream()
                .filter(each -> each.work().known().isAfter(cut))
                .toList();
    }

    private static boolean isChanged(FinishedWork each) {
        return Math.abs(Math.log(each.ratio())) > 1e-9;
    }

    private Set<String> people(Instant cut) {
        var people = new HashSet<String>();
        for (var each : record.scored())
            if (each.work().known().isBefore(cut) && each.work().labels().person() != null)
                people.add(requireNonNull(each.work().labels().person()));
        return people;
    }

    private static boolean isUnseen(FinishedWork each, Set<String> people) {
        var person = each.work().labels().person();
        return person != null && !people.contains(person);
    }

    private void table(Measurement measured, String part, int count, java.util.function.Predicate<FinishedWork> which) {
        told.accept("");
        told.accept("  %-22s %8s %7s %7s %8s %9s %11s"
                .formatted(
                        part.isEmpty() ? "" : part.replace(".", ""),
                        "cover",
                        "below",
                        "above",
                        "P90/P10",
                        "pinball h",
                        "log-pinball"));
        for (int m = 0; m < measured.methods.size(); m++) {
            var score = measured.score(m, which);
            var method = measured.methods.get(m).name();
            told.accept(String.format(
                    java.util.Locale.ROOT,
                    "  %-22s %8.3f %7.3f %7.3f %8.2f %9.3f %11.4f",
                    method,
                    score.cover(),
                    score.below(),
                    score.above(),
                    score.width(),
                    score.pinball(),
                    score.logPinball()));
            var name = record.name() + "." + camel(method) + "." + part;
            add(aims.figure(name + "cover80", score.cover(), "share"));
            add(aims.figure(name + "below10", score.below(), "share"));
            add(aims.figure(name + "above90", score.above(), "share"));
            add(aims.figure(name + "logPinball", score.logPinball(), "log h"));
            add(aims.figure(name + "pinball", score.pinball(), "h"));
        }
        add(aims.figure(record.name() + "." + part + "heldOut", count, "tasks"));
    }

    /// Of what was called so likely, how much happened.
    private void reliability(Measurement measured) {
        var happened = measured.happened(measured.place("ours"));
        for (int level = 0; level < Score.LEVELS.length; level++) {
            var name = "%s.ours.called%02d.".formatted(record.name(), Math.round(Score.LEVELS[level] * 100));
            add(aims.figure(name + "below", happened[level][0], "share"));
            add(aims.figure(name + "notAbove", happened[level][1], "share"));
        }
    }

    private void compare(Measurement measured) {
        int ours = measured.place("ours");
        for (var other : List.of("reference_class", "ebs", "developers")) {
            int place = measured.place(other);
            var interval = measured.gainInterval(ours, place);
            var name = record.name() + ".ours.gainOver." + camel(other);
            add(aims.figure(name, measured.gain(ours, place), "share"));
            add(aims.figure(name + ".p2", interval[0], "share"));
            add(aims.figure(name + ".p98", interval[1], "share"));
        }
        add(aims.figure(
                record.name() + ".ours.lossWithoutPerson",
                -measured.gain(measured.place("ours_without_person"), ours),
                "share"));
    }

    /// Sums of successive tasks of one project, forecast when the first of them was to be.
    private void milestones(Milestones sums, List<FinishedWork> held, int size) {
        var measured = sums.of(held, size, MOST_MILESTONES);
        if (measured.count() < FEWEST) return;
        var name = "%s.ours.milestonesOf%d.".formatted(record.name(), size);
        add(aims.figure(name + "cover80", measured.cover(), "share"));
        add(aims.figure(name + "below10", measured.below(), "share"));
        add(aims.figure(name + "above90", measured.above(), "share"));
        add(aims.figure(name + "logPinball", measured.logPinball(), "log h"));
        add(aims.figure(name + "count", measured.count(), "sums"));
    }

    /// The same at other moments: learned before each, scored on the tenth that follows.
    private void rollingOrigins() {
        for (double origin : ORIGINS) {
            var cut = requireNonNull(Record.cut(record.scored(), origin));
            var end = requireNonNull(Record.cut(record.scored(), origin + STEP));
            var next = after(cut).stream()
                    .filter(each -> !each.work().known().isAfter(end))
                    .toList();
            if (next.size() < FEWEST) continue;
            var similar = SimilarWork.learn(record.finished(), cut, PersonalRecord.SELF, PersonalRecord.SMALLEST_GROUP);
            var measured = new Measurement(next, List.of(reference(), new Ours("ours", similar)));
            var name = "%s.from%02d.".formatted(record.name(), Math.round(origin * 100));
            add(aims.figure(name + "ours.cover80", measured.score(1).cover(), "share"));
            add(aims.figure(name + "ours.logPinball", measured.score(1).logPinball(), "log h"));
            add(aims.figure(
                    name + "referenceClass.logPinball", measured.score(0).logPinball(), "log h"));
            add(aims.figure(name + "ours.gainOver.referenceClass", measured.gain(1, 0), "share"));
        }
    }

    private void add(ForecastFigure figure) {
        figures.add(figure);
    }

    static String camel(String name) {
        var text = new StringBuilder();
        for (var word : name.split("_"))
            text.append(text.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return text.toString();
    }
}
