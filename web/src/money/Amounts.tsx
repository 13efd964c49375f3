import type { MoneyAmounts, MoneyOutlook } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

export const STATES = ["approved", "planned", "committed", "spent"] as const;

/// Money in few letters, as "€ 1.2 m": for sentences and drawings, where the exact amount stands in a table.
export function useShort(currency: string) {
  const { locale } = useWords();
  const dates = useDates();
  return (minor: number) => {
    if (Math.abs(minor) < 1_000_000) return dates.money(minor, currency);
    const format = new Intl.NumberFormat(locale, { style: "currency", currency, notation: "compact", maximumSignificantDigits: 3 });
    return format.format(minor / 100).replace(/\s/g, "\u00a0");
  };
}

/// A table of amounts, exact to the cent.
export function Amounts({ currency, first, rows, total }: {
  currency: string;
  first: string;
  rows: { key: string; name: string; amounts: MoneyAmounts }[];
  total?: MoneyAmounts;
}) {
  const { t } = useWords();
  const dates = useDates();
  const cells = (amounts: MoneyAmounts) => STATES.map((state) => (
    <td key={state} className="n" data-label={t(`money.state.${state}`)}>{amounts[state] === 0 ? "–" : dates.money(amounts[state], currency)}</td>
  ));
  return (
    <table className="tbl stack flush amounts">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {STATES.map((state) => <th key={state} scope="col" className="n">{t(`money.state.${state}`)}</th>)}
        </tr>
      </thead>
      <tbody>
        {rows.filter(({ amounts }) => STATES.some((state) => amounts[state] !== 0)).map(({ key, name, amounts }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {cells(amounts)}
          </tr>
        ))}
      </tbody>
      {total && (
        <tfoot>
          <tr>
            <th scope="row">{t("money.total")}</th>
            {cells(total)}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const WIDTH = 520;

/// Spent, then committed, on the way to what it comes to: solid as far as it is sure, thinning out between low and high. The line is what was approved.
export function OutlookBar({ amounts, outlook, currency, most }: { amounts: MoneyAmounts; outlook: MoneyOutlook; currency: string; most?: number }) {
  const { t } = useWords();
  const short = useShort(currency);
  const full = Math.max(1, most ?? Math.max(amounts.approved, outlook.high, amounts.committed, amounts.spent) * 1.05);
  const x = (minor: number) => Math.round((Math.min(minor, full) / full) * WIDTH * 10) / 10;
  const label = t("money.drawn", { spent: short(amounts.spent), likely: short(outlook.likely), sure: short(outlook.sure), approved: amounts.approved ? short(amounts.approved) : "–" });
  return (
    <svg className="fin outlook" viewBox={`0 0 ${WIDTH} 30`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path className="w" d={`M0 8H${x(outlook.low)}L${x(outlook.likely)} 15L${x(outlook.high)} 21.2V22H0Z`} />
      <rect className="done" x="0" y="17" width={x(amounts.spent)} height="5" />
      <path className="tick" d={`M${x(outlook.sure)} 5V25`} />
      {amounts.approved > 0 && <path className={`approved ${outlook.sure > amounts.approved ? "late" : ""}`} d={`M${x(amounts.approved)} 1V29`} />}
    </svg>
  );
}
