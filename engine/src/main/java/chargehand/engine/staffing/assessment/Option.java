package chargehand.engine.staffing.assessment;

/// What it takes to have this kind of manager.
///
/// @param currency of both amounts
/// @param dayRate what a day costs, in the currency's minor unit
/// @param cost of the whole project, full time, in the minor unit
/// @param leadTime days until somebody starts
public record Option(Kind kind, String currency, Figure dayRate, Figure cost, Figure leadTime) {
    /// Working days that a project of each level of duration is reckoned with: the middle of its range.
    private static final int[] DAYS = {30, 95, 190, 320};

    static Option of(Kind kind, Answers answers, Figures figures) {
        var rate = figures.dayRate(kind, Rules.band(answers).seniority());
        int days = days(answers);
        // The length is an estimate whatever the rate is, so the product can't rest on more than the rate does.
        var cost = new Figure(rate.value() * days, "%d working days, %s".formatted(days, rate.source()), rate.cases());
        return new Option(kind, figures.currency(), rate, cost, figures.leadTime(kind));
    }

    static int days(Answers answers) {
        return DAYS[answers.level(Question.DURATION) - 1];
    }

    public boolean isAssumed() {
        return dayRate.isAssumed() || leadTime.isAssumed();
    }
}
