import { useRef } from "react";
import type { ProjectMoney } from "../api/types";
import { useDates } from "../ui/dates";
import { useWidth } from "../ui/scale";
import { useWords } from "../words/words";
import { useShort } from "./Amounts";

const HEIGHT = 150;

/// What is planned and what was spent, added up month by month; with what the finished work was worth.
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
  const most = Math.max(1, last.planned, last.spent, money.total.approved);
  const x = (month: string) => Math.round(((Date.parse(month) - from) / (to - from)) * (width - 80) * 10) / 10;
  const y = (minor: number) => Math.round((HEIGHT - 22 - (minor / most) * (HEIGHT - 34)) * 10) / 10;
  const line = (of: "planned" | "spent", until = Infinity) => points.filter(({ month }) => Date.parse(month) <= until).map((point, i) => `${i === 0 ? "M" : "L"}${x(point.month)} ${y(point[of])}`).join("");
  const today = Date.parse(dates.today);
  return (
    <div ref={measured}>
      <svg className="fin curve" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img"
        aria-label={t("money.curve", { planned: short(last.planned), spent: short(last.spent), month: dates.day(last.month) })}>
        <path className="planned" d={line("planned")} />
        <path className="spent" d={line("spent", today)} />
        {money.total.approved > 0 && <path className="approved" d={`M0 ${y(money.total.approved)}H${width - 80}`} />}
        <text className="ax" x={width - 74} y={y(last.planned) + 4}>{t("money.state.planned")}</text>
        {points.filter(({ month }, i) => i === 0 || month.slice(5, 7) === "01").map(({ month }) => (
          <text key={month} className="ax" x={x(month)} y={HEIGHT - 6}>{month.slice(0, 4)}</text>
        ))}
        <path className="rule" d={`M0 ${HEIGHT - 21.5}H${width - 80}`} />
      </svg>
    </div>
  );
}
