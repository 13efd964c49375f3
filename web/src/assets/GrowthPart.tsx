import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { AssetGrowth } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { scaleOf, useWidth } from "../ui/scale";
import { say } from "../ui/said";
import { ticksOf } from "../ui/ticks";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";

const HEIGHT = 160;
const RIGHT = 92;

/// One thing that is measured: in a sentence, as a drawing, and as a table.
export function GrowthPart({ of, named }: { of: AssetGrowth; named?: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const number = useAmount(of.unit);
  const late = of.orderBy !== undefined && of.orderBy <= dates.today;
  return (
    <section className="asset-part growth" aria-labelledby={`growth-${of.id}`}>
      <h2 id={`growth-${of.id}`}>{named && <><Link className="lnk" to="/register/$asset" params={{ asset: of.asset }}>{of.assetName}</Link>: </>}{of.name === "used" ? t("growth.used") : of.name}</h2>
      <p>
        <Rich>{sentence(of, t, dates.day, number)}</Rich>
        {late && <span className="c-late"> ▲ {t("growth.orderNow")}</span>}
      </p>
      <GrowthChart of={of} />
      <details className="lines">
        <summary>{t("growth.table")}</summary>
        <table className="tbl small">
          <thead><tr><th scope="col">{t("money.day")}</th><th scope="col" className="n">{t("growth.measured")}</th><th scope="col" className="n">{t("growth.low")}</th><th scope="col" className="n">{t("growth.likely")}</th><th scope="col" className="n">{t("growth.high")}</th></tr></thead>
          <tbody>
            {of.measured.map(({ day, value }, i) => <tr key={`m${i}`}><th scope="row">{dates.day(day)}</th><td className="n">{number(value)}</td><td /><td /><td /></tr>)}
            {of.ahead.slice(1).map(({ day, low, likely, high }) => <tr key={`a${day}`}><th scope="row">{dates.day(day)}</th><td /><td className="n">{number(low)}</td><td className="n">{number(likely)}</td><td className="n">{number(high)}</td></tr>)}
          </tbody>
        </table>
      </details>
      {can("assets.edit") && <CapacityForm key={of.capacity ?? 0} of={of} />}
    </section>
  );
}

function useAmount(unit: string) {
  const { locale } = useWords();
  const format = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  return (value: number) => `${format.format(value)}${unit && `\u00a0${unit}`}`;
}

function sentence(of: AssetGrowth, t: ReturnType<typeof useWords>["t"], day: (day: string) => string, number: (value: number) => string): string {
  if (of.kind === undefined) return t("growth.few", { count: of.measured.length });
  const month = number(Math.abs(of.perDay ?? 0) * 30.44);
  const values = { last: number(of.last ?? 0), month, capacity: of.capacity === undefined ? "" : number(of.capacity), early: of.early ? day(of.early) : "", likely: of.likely ? day(of.likely) : "", late: of.late ? day(of.late) : "", orderBy: of.orderBy ? day(of.orderBy) : "", lead: of.leadDays };
  const grows = t((of.perDay ?? 0) >= 0 ? "growth.grows" : "growth.shrinks", values);
  if (of.capacity === undefined) return `${grows} ${t("growth.noCapacity")}`;
  if (!of.early) return `${grows} ${t("growth.never", values)}`;
  return `${grows} ${t(of.likely && of.late ? "growth.full" : of.likely ? "growth.full.open" : "growth.full.maybe", values)} ${t("growth.order", values)}`;
}

/// What was measured, and where it goes: the band is between what is exceeded with 90 and with 10 %.
function GrowthChart({ of }: { of: AssetGrowth }) {
  const { t } = useWords();
  const dates = useDates();
  const number = useAmount(of.unit);
  const measured = useRef<HTMLDivElement>(null);
  const width = useWidth(measured, 640);
  const days = [...of.measured, ...of.ahead].map(({ day }) => Date.parse(day));
  if (of.measured.length < 2) return null;
  const [from, to] = [Math.min(...days), Math.max(...days)];
  const values = [...of.measured.map(({ value }) => value), ...of.ahead.flatMap(({ low, high }) => [low, high]), ...(of.capacity === undefined ? [] : [of.capacity])];
  const [least, most] = [Math.min(0, ...values), Math.max(...values) * 1.04];
  const scale = scaleOf(from, Math.max(to, from + 1), width - RIGHT);
  const x = (day: string) => scale.x(Date.parse(day));
  const y = (value: number) => Math.round((HEIGHT - 22 - ((value - least) / (most - least || 1)) * (HEIGHT - 34)) * 10) / 10;
  const path = (points: [string, number][]) => points.map(([day, value], i) => `${i === 0 ? "M" : "L"}${x(day)} ${y(value)}`).join("");
  const band = of.ahead.length > 0 ? `${path(of.ahead.map(({ day, high }) => [day, high]))}${path([...of.ahead].reverse().map(({ day, low }) => [day, low])).replace("M", "L")}Z` : "";
  const last = of.ahead.at(-1);
  return (
    <div ref={measured}>
      <svg className="fin growth-chart" width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img"
        aria-label={t("growth.drawn", { name: of.name, from: dates.day(of.measured[0]!.day), last: number(of.last ?? 0), likely: of.likely ? dates.day(of.likely) : "–", early: of.early ? dates.day(of.early) : "–" })}>
        {band && <path className="band" d={band} />}
        {of.ahead.length > 0 && <path className="likely" d={path(of.ahead.map(({ day, likely }) => [day, likely]))} />}
        <path className="measured" d={path(of.measured.map(({ day, value }) => [day, value]))} />
        {of.capacity !== undefined && <path className="capacity" d={`M0 ${y(of.capacity)}H${width - RIGHT}`} />}
        {of.capacity !== undefined && <text className="ax" x={width - RIGHT + 6} y={y(of.capacity) + 4}>{number(of.capacity)}</text>}
        {last && Math.abs(y(last.likely) - y(of.capacity ?? -1e9)) > 14 && <text className="ax" x={width - RIGHT + 6} y={y(last.likely) + 4}>{t("growth.likely")}</text>}
        {of.orderBy && Date.parse(of.orderBy) >= from && <path className="tick" d={`M${x(of.orderBy)} ${HEIGHT - 34}V${HEIGHT - 16}`} />}
        {of.early && <path className="flag" d={`M${x(of.early)} ${y(of.capacity!) - 7}v14`} />}
        {ticksOf(scale, dates).map(({ at, x: left, label, strong }) => <text key={at} className={strong ? "ax k" : "ax"} x={left} y={HEIGHT - 6}>{label}</text>)}
        <path className="rule" d={`M0 ${HEIGHT - 21.5}H${width - RIGHT}`} />
      </svg>
    </div>
  );
}

function CapacityForm({ of }: { of: AssetGrowth }) {
  const { t } = useWords();
  const [text, setText] = useState(of.capacity === undefined ? "" : String(of.capacity));
  const capacity = Number(text.replace(",", "."));
  const saving = useDoing(() => send("PUT", `/api/assets/${of.asset}/measures/${of.id}`, { capacity: text.trim() === "" ? undefined : capacity }), "growth", "assets", "due");
  return (
    <form className="rate" onSubmit={(event) => {
      event.preventDefault();
      void saving.mutateAsync(undefined).then(() => say(t("growth.capacity.saved")), () => undefined);
    }}>
      <div className="field">
        <label htmlFor={`capacity-${of.id}`}>{t("growth.capacity", { unit: of.unit })}</label>
        <input id={`capacity-${of.id}`} inputMode="decimal" value={text} aria-invalid={text.trim() !== "" && !(capacity > 0) ? true : undefined} onChange={(event) => setText(event.target.value)} />
      </div>
      <button className="btn" type="submit" disabled={saving.isPending || (text.trim() !== "" && !(capacity > 0))}>{t("growth.capacity.save")}</button>
      {saving.error && <Notice problem={saving.error} />}
    </form>
  );
}
