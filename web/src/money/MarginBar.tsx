import type { Margin, Revenue } from "../api/types";
import { useWords } from "../words/words";
import { useShort } from "./Amounts";

const WIDTH = 520;

/// What is left of the revenue: solid as far as it is sure, thinning out to the best; the long line is nothing, the tick what was planned.
export function MarginBar({ revenue, margin, currency }: { revenue: Revenue; margin: Margin; currency: string }) {
  const { t } = useWords();
  const short = useShort(currency);
  const least = Math.min(0, margin.low, margin.planned);
  const most = Math.max(1, revenue.planned, revenue.likely, margin.high);
  const x = (minor: number) => Math.round(((minor - least) / (most - least)) * (WIDTH - 4) * 10) / 10 + 2;
  const label = t("contract.drawn", { revenue: short(revenue.likely), low: short(margin.low), likely: short(margin.likely), high: short(margin.high), planned: short(margin.planned) });
  const loss = margin.likely < 0;
  return (
    <svg className="fin outlook margin" viewBox={`0 0 ${WIDTH} 30`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path className="base" d={`M${x(0)} 15H${x(revenue.likely)}`} />
      {loss ? (
        <path className="w late" d={`M${x(0)} 8H${x(margin.high)}L${x(margin.likely)} 15L${x(margin.low)} 21.2V22H${x(0)}Z`} />
      ) : (
        <path className="w" d={`M${x(0)} 8H${x(margin.low)}L${x(margin.likely)} 15L${x(margin.high)} 21.2V22H${x(0)}Z`} />
      )}
      <path className="tick" d={`M${x(margin.planned)} 5V25`} />
      <path className="approved" d={`M${x(0)} 1V29`} />
    </svg>
  );
}
