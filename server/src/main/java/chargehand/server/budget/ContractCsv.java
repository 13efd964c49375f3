package chargehand.server.budget;

import chargehand.server.budget.ContractView.Margin;
import chargehand.server.budget.ContractView.Revenue;
import chargehand.server.shared.CsvLine;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What clients pay as a table for spreadsheets.
final class ContractCsv {
    private ContractCsv() {}

    /// A row a project, and their sum.
    static String rows(ContractView.All all) {
        var text = new StringBuilder(CsvLine.of(
                "project",
                "client",
                "kind",
                "revenue_planned",
                "revenue_likely",
                "changes",
                "milestones",
                "due",
                "billed",
                "paid",
                "margin_planned",
                "margin_low",
                "margin_likely",
                "margin_high",
                "currency"));
        for (var each : all.items())
            text.append(
                    row(each.name(), each.client(), each.kind().name(), each.revenue(), each.margin(), all.currency()));
        return text.append(row("", null, "", all.revenue(), all.margin(), all.currency()))
                .toString();
    }

    private static String row(
            String name, @Nullable String client, String kind, Revenue revenue, Margin margin, String currency) {
        var numbers = Stream.of(
                        revenue.planned(),
                        revenue.likely(),
                        revenue.changes(),
                        revenue.milestones(),
                        revenue.due(),
                        revenue.billed(),
                        revenue.paid(),
                        margin.planned(),
                        margin.low(),
                        margin.likely(),
                        margin.high())
                .map(each -> MoneyCsv.amount(each, currency));
        return CsvLine.of(Stream.concat(
                        Stream.of(name, client == null ? "" : client, kind),
                        Stream.concat(numbers, Stream.of(currency)))
                .toArray(String[]::new));
    }

    static String milestones(ContractView view) {
        var text = new StringBuilder(
                CsvLine.of("name", "amount", "currency", "state", "falls_due", "with", "billed", "number", "paid"));
        for (var each : view.milestones())
            text.append(CsvLine.of(
                    each.name(),
                    MoneyCsv.amount(each.amount().minor(), each.amount().currency()),
                    each.amount().currency(),
                    each.state().name(),
                    day(each.falls()),
                    each.taskName() != null ? each.taskName() : each.deliverableName(),
                    day(each.billed()),
                    each.number(),
                    day(each.paid())));
        return text.toString();
    }

    private static @Nullable String day(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
