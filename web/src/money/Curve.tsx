import { useRef } from "react";
import type { ProjectMoney } from "../api/types";
import { useDates } from "../ui/dates";
import { scaleOf, useWidth } from "../ui/scale";
import { ticksOf } from "../ui/ticks";
import { useWords } from "../words/words";
import { useShort } from "./Amounts";

const HEIGHT = 150;

/// What it comes to and what was spent, added up month by month, below what was approved.
export function Curve({ money }: { money: ProjectMoney }) {
  const { t } = useWords();
  const dates = useDates();
  const short = useShort(money.currency);
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 640);
  const points = money.curve;
  const last = points.at(-1);
  if (!last || points.length < 2) return null;
  const [from, to] = [Date.parse(points[0]!.month), Date.parse(last.month)];
  const most = Math.max(1, last.expected, last.spent, money.total.approved);
  const scale = scaleOf(from, to, width - 80);
  const x = (month: string) => scale.x(Date.parse(month));
  const y = (minor: number) => Math.round((HEIGHT - 22 - (minor / most) * (HEIGHT - 34)) * 10) / 10;
  const line = (of: "expected" | "spent", until = Infinity) => points.filter(({ month }) => Date.parse(month) <= until).map((point, i) => `${i === 0 ? "M" : "L"}${x(point.month)} ${y(point[of])}`).join("");
  const today = Date.parse(dates.today);
  const paid = points.filter(({ month }) => Date.parse(month) <= today).at(-1);
  const approved = y(money.total.approved) + 4;
  // Two that end at the same height would be written over each other.
  const expected = Math.abs(y(last.expected) + 4 - approved) < 13 && money.total.approved > 0 ? approved + 13 : y(last.expected) + 4;
  const labels = [
    { key: "money.curve.expected" as const, x: width - 74, y: expected },
    ...(money.total.approved > 0 ? [{ key: "money.state.approved" as const, x: width - 74, y: approved }] : []),
    ...(paid && last.spent > 0 ? [{ key: "money.state.spent" as const, x: x(paid.month) + 6, y: y(paid.spent) - 6 }] : []),
  ];
  return (
    <div ref={measured}>
      <svg className="fin curve" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img"
        aria-label={t("money.curve", { expected: short(last.expected), spent: short(last.spent), month: dates.day(last.month) })}>
        <path className="planned" d={line("expected")} />
        <path className="spent" d={line("spent", today)} />
        {money.total.approved > 0 && <path className="approved" d={`M0 ${y(money.total.approved)}H${width - 80}`} />}
        {labels.map(({ key, x: at, y: height }) => <text key={key} className="ax" x={at} y={height}>{t(key)}</text>)}
        {ticksOf(scale, dates).map(({ at, x: left, label, strong }) => <text key={at} className={strong ? "ax k" : "ax"} x={left} y={HEIGHT - 6}>{label}</text>)}
        <path className="rule" d={`M0 ${HEIGHT - 21.5}H${width - 80}`} />
      </svg>
    </div>
  );
}
