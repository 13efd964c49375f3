package chargehand.engine.forecast.history;

import chargehand.engine.forecast.history.Past.Key;
import java.util.stream.IntStream;

/// In what situation work was forecast: how the work that had just been finished around it compared with
/// its estimates. Two tasks of strangers are alike if both their people had lately needed twice what they
/// said.
///
/// Each figure is a mean over the last few, drawn towards a wider group the fewer they are.
final class Situations {
    static final int COUNT = 18;

    private static final int EVERYTHING = 300;

    private final Past past;
    private final float[][] known;

    Situations(Past past) {
        this.past = past;
        known = new float[past.count][];
        IntStream.range(0, past.count).parallel().forEach(i -> known[i] = of(past.subjects[i]));
    }

    float[] of(int finished) {
        return known[finished];
    }

    /// Of the last few of a group: sums of ratios, of their distances from 1, and how many were exact.
    private record Sums(double ratio, double distance, double exact, int count) {
        double ratioTowards(double wider, double weight) {
            return (ratio + weight * wider) / (count + weight);
        }

        double distanceTowards(double wider, double weight) {
            return (distance + weight * wider) / (count + weight);
        }
    }

    float[] of(Subject it) {
        int limit = past.before(it.known());
        var all = everything(limit);
        double ratio = all.ratioTowards(0, 1);
        double distance = all.distanceTowards(0.5, 1);
        double exact = all.count == 0 ? 0 : all.exact / all.count;
        var person = last(Key.PERSON, it, limit, 12);
        var kind = last(Key.KIND, it, limit, 30);
        var personKind = last(Key.PERSON_KIND, it, limit, 6);
        var project = last(Key.PROJECT, it, limit, 30);
        var part = last(Key.PART, it, limit, 8);
        var kindProject = last(Key.KIND_PROJECT, it, limit, 15);
        var kindSize = last(Key.KIND_SIZE, it, limit, 12);
        double ofPerson = person.ratioTowards(ratio, 2);
        double distanceOfPerson = person.distanceTowards(distance, 2);
        double ofKind = kind.ratioTowards(ratio, 3);
        double distanceOfKind = kind.distanceTowards(distance, 3);
        double ofProject = project.ratioTowards(ratio, 3);
        double distanceOfProject = project.distanceTowards(distance, 3);
        double usual = meanLog(Key.KIND, it, limit, 30, 0);
        return new float[] {
            (float) ofPerson,
            (float) distanceOfPerson,
            (float) ((person.exact + 2 * exact) / (person.count + 2)),
            (float) personKind.ratioTowards(ofPerson + ofKind - ratio, 2),
            (float) personKind.distanceTowards((distanceOfPerson + distanceOfKind) / 2, 2),
            (float) ofKind,
            (float) distanceOfKind,
            (float) ofProject,
            (float) distanceOfProject,
            (float) Math.log1p(person.count),
            (float) part.ratioTowards(ofProject, 2),
            (float) kindProject.ratioTowards(ofKind + ofProject - ratio, 2),
            (float) kindSize.ratioTowards(ofKind, 2),
            (float) kindSize.distanceTowards(distanceOfKind, 2),
            (float) usual,
            (float) meanLog(Key.PERSON, it, limit, 12, 0),
            (float) actualLog(it, limit),
            (float) kindProject.distanceTowards((distanceOfProject + distanceOfKind) / 2, 2)
        };
    }

    private Sums everything(int limit) {
        double ratio = 0;
        double distance = 0;
        int exact = 0;
        int from = Math.max(0, limit - EVERYTHING);
        for (int i = from; i < limit; i++) {
            double own = past.tamed(i);
            ratio += own;
            distance += Math.abs(own);
            if (isExact(own)) exact++;
        }
        return new Sums(ratio, distance, exact, limit - from);
    }

    private Sums last(Key key, Subject it, int limit, int most) {
        var group = past.group(key);
        int number = group.number(key.of(it));
        int to = group.to(number, limit);
        int from = Math.max(group.from(number), to - most);
        double ratio = 0;
        double distance = 0;
        int exact = 0;
        for (int at = from; at < to; at++) {
            double own = past.tamed(group.place(at));
            ratio += own;
            distance += Math.abs(own);
            if (isExact(own)) exact++;
        }
        return new Sums(ratio, distance, exact, to - from);
    }

    static boolean isExact(double ratio) {
        return Math.abs(ratio) < 1e-9;
    }

    /// How much larger than this the last of a group were estimated, as a logarithm.
    private double meanLog(Key key, Subject it, int limit, int most, double otherwise) {
        if (!it.isEstimated()) return 0;
        var group = past.group(key);
        int number = group.number(key.of(it));
        int to = group.to(number, limit);
        int from = Math.max(group.from(number), to - most);
        double sum = 2 * otherwise;
        for (int at = from; at < to; at++) sum += past.subjects[group.place(at)].logHours() - it.logHours();
        return sum / (to - from + 2);
    }

    /// How much more than the estimate the last ones of the same person and kind took, as a logarithm,
    /// whatever their own estimates were: some work takes as long as it always does.
    private double actualLog(Subject it, int limit) {
        if (!it.isEstimated()) return 0;
        return actualLog(Key.PERSON_KIND, it, limit, 6, actualLog(Key.KIND, it, limit, 30, 0));
    }

    private double actualLog(Key key, Subject it, int limit, int most, double otherwise) {
        var group = past.group(key);
        int number = group.number(key.of(it));
        int to = group.to(number, limit);
        int from = Math.max(group.from(number), to - most);
        double sum = 2 * otherwise;
        for (int at = from; at < to; at++) {
            int i = group.place(at);
            sum += past.subjects[i].logHours() - it.logHours() + past.ratio[i];
        }
        return sum / (to - from + 2);
    }
}
