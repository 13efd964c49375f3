package chargehand.server.budget;

import chargehand.server.budget.MoneyView.Amounts;
import chargehand.server.shared.CsvLine;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Money as a table for spreadsheets.
final class MoneyCsv {
    private final StringBuilder text = new StringBuilder();

    /// The lines of a project, with the headings that are read, too.
    static String lines(String project, List<Line> lines) {
        var csv = new MoneyCsv();
        csv.row(
                "project",
                "element",
                "state",
                "nature",
                "category",
                "date",
                "amount",
                "currency",
                "what",
                "supplier",
                "number",
                "lead_days",
                "approval");
        for (var each : lines)
            csv.row(
                    project,
                    each.task(),
                    each.state().name(),
                    each.nature().name(),
                    each.category().name(),
                    each.day().toString(),
                    amount(each.amount().minor(), each.amount().currency()),
                    each.amount().currency(),
                    each.what(),
                    each.supplier(),
                    each.number(),
                    each.leadDays() == null ? null : each.leadDays().toString(),
                    each.approval() == null ? null : each.approval().state().name());
        return csv.text.toString();
    }

    /// A row a project, and their sum.
    static String rows(MoneyView.All all) {
        var csv = new MoneyCsv();
        csv.row(
                "project",
                "client",
                "kind",
                "approved",
                "planned",
                "committed",
                "spent",
                "low",
                "likely",
                "sure",
                "high",
                "currency");
        for (var each : all.projects())
            csv.row(each.name(), each.client(), each.kind().name(), each.amounts(), each.outlook(), all.currency());
        csv.row("", null, "", all.total(), all.outlook(), all.currency());
        return csv.text.toString();
    }

    private void row(
            String name,
            @Nullable String client,
            String kind,
            Amounts amounts,
            MoneyView.Outlook outlook,
            String currency) {
        var numbers = Stream.of(
                        amounts.approved(),
                        amounts.planned(),
                        amounts.committed(),
                        amounts.spent(),
                        outlook.low(),
                        outlook.likely(),
                        outlook.sure(),
                        outlook.high())
                .map(each -> amount(each, currency));
        row(Stream.concat(
                        Stream.of(name, client == null ? "" : client, kind),
                        Stream.concat(numbers, Stream.of(currency)))
                .toArray(String[]::new));
    }

    static String amount(long minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private void row(@Nullable String... cells) {
        text.append(CsvLine.of(cells));
    }
}
