import type { DueAssets, DueGroup, Programme } from "../api/types";
import { useDates } from "../ui/dates";
import { Fin, Pennant } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { useWords } from "../words/words";
import { sums, totalsByQuarter } from "./sums";
import type { YearAxis } from "./yearAxis";

const HEIGHT = 40;
const TALL = 96;

export function YearHead({ axis, today }: { axis: YearAxis; today: string }) {
  const dates = useDates();
  const quarter = axis.width / Math.max(1, axis.quarters.length);
  // As many years between two that are written as their figures need.
  const every = Math.max(1, Math.ceil(36 / (4 * quarter)));
  const at = Math.max(30, Math.min(axis.width - 30, axis.x(Date.parse(today))));
  return (
    <svg width={axis.width} height="46" aria-hidden="true">
      {axis.quarters.map(({ day, x, year, name }) => (
        <g key={day}>
          {(year !== undefined || quarter >= 26) && <path className="rule" d={`M${x + 0.5} ${year === undefined ? 34 : 18}V46`} />}
          {year !== undefined && year % every === 0 && <text className="ax k" x={x + 3} y="29">{year}</text>}
          {quarter >= 26 && <text className="ax" x={x + 3} y="43">{name}</text>}
        </g>
      ))}
      <rect x={at - 30} y="0" width="60" height="15" rx="2" fill="var(--accent)" />
      <text x={at} y="11.5" fontSize="11" fontWeight="600" textAnchor="middle" fill="var(--on-accent)">{dates.day(today)}</text>
    </svg>
  );
}

/// Solid until the replacement has to be begun, hollow until the end, hatched where it is in use without support.
export function DueBar({ group, axis }: { group: DueGroup; axis: YearAxis }) {
  const { t } = useWords();
  const dates = useDates();
  const clip = (day: string) => Math.max(0, Math.min(axis.width, axis.x(Date.parse(day))));
  const ends = group.assets.map((asset) => asset.ends).filter((day) => day !== undefined).sort()[0];
  const replaced = group.assets.every((asset) => asset.planned) ? group.assets.map((asset) => asset.planned!).sort().at(-1) : undefined;
  const over = group.assets.some((asset) => asset.over);
  const [due, end] = [clip(group.due), clip(ends ?? group.due)];
  const until = replaced && ends && replaced > ends ? clip(replaced) : over && !replaced ? clip(dates.today) : undefined;
  const last = Math.max(end, until ?? 0, replaced ? clip(replaced) : 0);
  const said = replaced ? (until === undefined ? t("due.new", { day: dates.day(replaced) }) : t("due.without", { day: dates.day(replaced) })) : t("due.unplanned");
  return (
    <svg className="fin duebar" width={axis.width} height={HEIGHT} viewBox={`0 0 ${axis.width} ${HEIGHT}`} role="img"
      aria-label={t("due.drawn", { what: group.what, due: dates.day(group.due), ends: ends ? dates.day(ends) : "–", said })}>
      <rect className="w" x="0" y="16" width={due} height="10" />
      <rect className="leading" x={due} y="16.5" width={Math.max(0, end - due)} height="9" />
      {until !== undefined && until > end && <rect className="without" x={end} y="16" width={until - end} height="10" fill="url(#over-hatch)" />}
      {ends && axis.x(Date.parse(ends)) <= axis.width && axis.x(Date.parse(ends)) >= 0 && <Pennant at={end} top={7} base={24} chance={over ? 0 : undefined} />}
      {replaced && <path className="tick" d={`M${clip(replaced)} 11V31`} stroke="var(--accent)" />}
      <text className={replaced && until === undefined ? "ax" : "ax late"}
        x={last > axis.width - 190 ? Math.max(0, due - 6) : last + 14} textAnchor={last > axis.width - 190 ? "end" : "start"} y={last > axis.width - 190 ? 10 : 25}>{said}</text>
    </svg>
  );
}

export function ProgrammeBar({ programme, axis }: { programme: Programme; axis: YearAxis }) {
  const { t } = useWords();
  const dates = useDates();
  const clip = (x: number) => Math.max(0, Math.min(axis.width, x));
  const left = clip(axis.x(Date.parse(programme.start)));
  const q = programme.likely && (quantiles(programme.likely).map(axis.x).map(clip) as unknown as Quantiles);
  const end = programme.finish ? clip(axis.x(Date.parse(programme.finish))) : left;
  const likely = programme.likely ? dates.day(programme.likely[3]!) : "–";
  const right = q ? q[5] : end;
  return (
    <svg className="fin duebar" width={axis.width} height={HEIGHT} viewBox={`0 0 ${axis.width} ${HEIGHT}`} role="img"
      aria-label={t("due.programme.drawn", { name: programme.name, start: dates.day(programme.start), likely })}>
      {q ? <Fin left={left} q={q} top={14} base={28} /> : <rect className="w" x={left} y="14" width={Math.max(2, end - left)} height="14" />}
      <text className="ax k" x={right > axis.width - 110 ? q?.[0] ?? end : right + 8} textAnchor={right > axis.width - 110 ? "end" : "start"} y={right > axis.width - 110 ? 10 : 26}>
        {programme.likely ? t("due.likely", { day: likely }) : programme.finish ? dates.day(programme.finish) : ""}
      </text>
    </svg>
  );
}

/// Money a quarter in the currency in which most is spent: solid what programmes order, hollow what is in none.
export function QuarterBars({ due, axis }: { due: DueAssets; axis: YearAxis }) {
  const { t } = useWords();
  const dates = useDates();
  const currency = sums(due.quarters.flatMap((quarter) => [quarter.free, quarter.planned]))[0]?.currency;
  const totals = totalsByQuarter(due.quarters, currency);
  const most = Math.max(1, ...totals.map(({ free, planned }) => free + planned));
  const wide = (axis.width / Math.max(1, axis.quarters.length)) * 0.8;
  const high = (minor: number) => (minor / most) * (TALL - 34);
  if (!currency) return null;
  return (
    <svg className="fin quarters" width={axis.width} height={TALL} viewBox={`0 0 ${axis.width} ${TALL}`} role="img"
      aria-label={t("due.money.drawn", { said: totals.filter(({ free, planned }) => free + planned > 0).map(({ from, free, planned }) => `${from.slice(0, 7)}: ${dates.money(free + planned, currency)}`).join("; ") })}>
      {totals.map(({ from, free, planned }) => {
        const x = axis.x(Date.parse(from)) + wide * 0.12;
        const base = TALL - 18;
        return (
          <g key={from}>
            <rect className="w" x={x} y={base - high(planned)} width={wide} height={high(planned)} />
            {free > 0 && <rect className="leading" x={x + 0.5} y={base - high(planned) - high(free)} width={wide - 1} height={Math.max(0.5, high(free))} />}
            {wide >= 24 && free + planned > 0 && <text className="ax" x={x + wide / 2} y={TALL - 5} textAnchor="middle">{dates.number(Math.round((free + planned) / 100_000))}</text>}
          </g>
        );
      })}
      <path className="rule" d={`M0 ${TALL - 17.5}H${axis.width}`} />
    </svg>
  );
}
