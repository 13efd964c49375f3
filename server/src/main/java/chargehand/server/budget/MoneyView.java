package chargehand.server.budget;

import chargehand.server.budget.Line.Category;
import chargehand.server.planning.Project;
import chargehand.server.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The money of one project. All amounts but those of lines are minor units of `currency`.
///
/// @param elements the top of the work breakdown; money of no element comes first, without a task
/// @param curve month by month, added up from the first on
/// @param unconverted amounts whose worth on their day nobody said; they are in no sum
/// @param ratesSeen whether people's cost is told by element; else only as a whole, so that no rate shows
/// @param withoutRate people who work on it and have no rate, for those who may see rates
/// @param limitVersion what `If-Match` has to say when the project's limit is set; 0 before it ever was
/// @param limit null where nothing waits; `reserve` and `delay` where nobody stated any
/// @param lines what waits for an approval, then the last ones
@Schema(name = "ProjectMoney")
record MoneyView(
        String currency,
        Amounts total,
        Outlook outlook,
        Earned earned,
        List<Year> years,
        List<Element> elements,
        List<OfCategory> categories,
        List<Point> curve,
        List<Money> unconverted,
        boolean ratesSeen,
        List<String> withoutRate,
        @Nullable Limit limit,
        long limitVersion,
        @Nullable Reserve reserve,
        @Nullable Delay delay,
        List<Line> lines) {

    /// Above which amount what is ordered or paid waits, and for whom.
    ///
    /// @param own whether it is the project's; else the company's
    @Schema(name = "ProjectMoneyLimit")
    record Limit(Money amount, UUID approver, String approverName, boolean own) {}

    /// What stands beside the budget for what nobody foresaw.
    ///
    /// @param used and `waiting`, `left` in minor units of its currency; what waits is not used yet
    @Schema(name = "Reserve")
    record Reserve(Money amount, long used, long waiting, long left, List<Reserves.Use> uses) {}

    /// What it costs that the project ends later.
    ///
    /// @param ends as it is planned, then with 50, 80 and 90 %, where there is a simulation
    @Schema(name = "ProjectDelay")
    record Delay(DelayCost stated, List<DelayedEnd> ends) {}

    /// @param percent how likely it ends by then; null as planned
    /// @param days after the stated day, 0 until it
    /// @param cost in minor units of the stated currency
    @Schema(name = "DelayedEnd")
    record DelayedEnd(@Nullable Integer percent, LocalDate end, long days, long cost) {}

    @Schema(name = "MoneyAmounts")
    record Amounts(long approved, long planned, long committed, long spent) {}

    /// What it will have cost in the end.
    ///
    /// @param low with 10 %, `likely` with 50 %, `sure` with 80 % and `high` with 90 %, where there is a simulation
    @Schema(name = "MoneyOutlook")
    record Outlook(long low, long likely, long sure, long high, boolean simulated) {}

    /// @param worth what the finished work was planned to cost
    /// @param due what was planned to be finished by now
    /// @param days how far that is ahead of the plan, behind where negative; null where it can't be said
    @Schema(name = "MoneyEarned")
    record Earned(long worth, long due, @Nullable Long days) {}

    @Schema(name = "MoneyYear")
    record Year(int year, Amounts capital, Amounts operating) {}

    @Schema(name = "MoneyElement")
    record Element(@Nullable String task, @Nullable String name, Amounts amounts) {}

    @Schema(name = "MoneyOfCategory")
    record OfCategory(Category category, Amounts amounts) {}

    /// @param expected our people's cost by the calendar, and of what is bought the most that is known: planned,
    /// ordered
    ///     or paid
    @Schema(name = "MoneyPoint")
    record Point(LocalDate month, long expected, long spent) {}

    /// A project in the portfolio's money.
    @Schema(name = "MoneyRow")
    record Row(
            UUID project, String name, @Nullable String client, Project.Kind kind, Amounts amounts, Outlook outlook) {}

    /// All projects that one may see the money of.
    ///
    /// @param years over all of them
    @Schema(name = "PortfolioMoney")
    record All(
            String currency,
            Amounts total,
            Outlook outlook,
            List<Year> years,
            List<Row> projects,
            List<Money> unconverted) {}
}
