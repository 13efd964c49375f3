package chargehand.engine.exact;

/// Why a side was raised, packed into a number: there are millions of them.
final class Reason {
    enum Kind {
        /// tried
        DECISION,
        /// true of all solutions that are still looked for
        GIVEN,
        LINK,
        CLAUSE,
        /// others need a resource at a moment
        USE
    }

    private static final Kind[] KINDS = Kind.values();
    private static final int SHIFT = 60;
    private static final int MOMENT = 24;

    static final long DECISION = of(Kind.DECISION, 0);
    static final long GIVEN = of(Kind.GIVEN, 0);

    private Reason() {}

    private static long of(Kind kind, long what) {
        return (long) kind.ordinal() << SHIFT | what;
    }

    static long link(int link) {
        return of(Kind.LINK, link);
    }

    static long clause(int clause) {
        return of(Kind.CLAUSE, clause);
    }

    static long use(int resource, int moment) {
        return of(Kind.USE, (long) moment << MOMENT | resource);
    }

    static Kind kind(long reason) {
        return KINDS[(int) (reason >>> SHIFT)];
    }

    /// The link or the clause.
    static int which(long reason) {
        return (int) reason;
    }

    static int resource(long reason) {
        return (int) reason & (1 << MOMENT) - 1;
    }

    static int moment(long reason) {
        return (int) (reason >>> MOMENT) & Integer.MAX_VALUE;
    }
}
