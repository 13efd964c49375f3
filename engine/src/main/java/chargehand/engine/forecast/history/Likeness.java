package chargehand.engine.forecast.history;

/// How much finished work is like the work at hand, as figures that the [Learning] weighs.
final class Likeness {
    /// What is looked at before the situations; in the order in which [#write] writes it.
    private static final int DIRECT = 32;

    private static final int SITUATIONS = DIRECT;
    private static final int STRANGERS = DIRECT + Situations.COUNT;
    static final int COUNT = STRANGERS + 4;

    private static final double SAME_SIZE = 1e-9;

    private Likeness() {}

    /// Writes the figures of finished work `past` for the work `it` from `at` on.
    static void write(Subject it, float[] situation, Subject past, float[] then, double end, float[] out, int at) {
        boolean person = same(it.person(), past.person());
        boolean kind = same(it.kind(), past.kind());
        boolean project = same(it.project(), past.project());
        boolean part = project && same(it.part(), past.part());
        labels(it, past, person, kind, project, part, out, at);
        double age = Math.max(0, it.known() - end);
        float logAge = (float) Math.log1p(age);
        out[at + 12] = logAge;
        out[at + 13] = (float) (age / 365);
        out[at + 14] = Math.max(0, logAge - 2);
        out[at + 15] = Math.max(0, logAge - 4.8f);
        out[at + 16] = one(age < 1.5);
        out[at + 17] = person ? logAge : 0;
        out[at + 18] = kind ? logAge : 0;
        out[at + 19] = project ? logAge : 0;
        size(it, past, person, kind, out, at);
        out[at + 25] = person && kind ? logAge : 0;
        for (int s = 0; s < Situations.COUNT; s++) out[at + SITUATIONS + s] = -Math.abs(situation[s] - then[s]);
        out[at + STRANGERS] = person ? 0 : out[at + SITUATIONS];
        out[at + STRANGERS + 1] = person ? 0 : out[at + SITUATIONS + 1];
        out[at + STRANGERS + 2] = project ? 0 : out[at + SITUATIONS + 7];
        out[at + STRANGERS + 3] = kind ? 0 : out[at + SITUATIONS + 5];
    }

    private static void labels(
            Subject it,
            Subject past,
            boolean person,
            boolean kind,
            boolean project,
            boolean part,
            float[] out,
            int at) {
        out[at] = one(person);
        out[at + 1] = one(kind);
        out[at + 2] = one(!kind && same(it.family(), past.family()));
        out[at + 3] = one(project);
        out[at + 4] = one(same(it.team(), past.team()));
        out[at + 5] = one(part);
        out[at + 6] = one(person && kind);
        out[at + 7] = one(person && project);
        out[at + 8] = one(kind && project);
        out[at + 9] = one(person && kind && project);
        out[at + 10] = one(person && part);
        out[at + 11] = one(kind && part);
        out[at + 30] = one(same(it.requester(), past.requester()));
        out[at + 31] = one(same(it.priority(), past.priority()));
    }

    private static void size(Subject it, Subject past, boolean person, boolean kind, float[] out, int at) {
        double apart = it.isEstimated() ? Math.abs(it.logHours() - past.logHours()) : 0;
        boolean sameSize = it.isEstimated() && apart < SAME_SIZE;
        float held = (float) Math.min(apart, 3);
        out[at + 20] = held;
        out[at + 21] = (float) Math.min(apart * apart, 4);
        out[at + 22] = one(sameSize);
        out[at + 23] = one(sameSize && kind);
        out[at + 24] = one(sameSize && person);
        out[at + 26] = kind ? held : 0;
        out[at + 27] = person ? held : 0;
        out[at + 28] = one(sameSize && person && kind);
        out[at + 29] = one(apart < 0.1);
    }

    private static boolean same(int one, int other) {
        return one >= 0 && one == other;
    }

    private static float one(boolean is) {
        return is ? 1 : 0;
    }
}
