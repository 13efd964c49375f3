import { useRef } from "react";
import type { UpdateFacts, UpdatePromise } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { Fin, Pennant } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { scaleOf, useWidth } from "../ui/scale";
import { ticksOf } from "../ui/ticks";
import { useWords } from "../words/words";

/// By when it is done, as chances over time: of the promise with its flag, or of the whole project where nothing is
/// promised.
///
/// @param name of what is drawn
export function FinishFin({ name, facts, promise }: { name: string; facts: UpdateFacts; promise?: UpdatePromise }) {
  const { t } = useWords();
  const dates = useDates(facts.zone);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 700);
  const { planned, likely: likelyBy, quantiles: moments } = promise ?? facts.finish;
  const q = moments && quantiles(moments);
  const now = Date.parse(facts.asOf);
  const start = Math.min(now, Date.parse(facts.finish.start));
  const by = promise ? Date.parse(promise.by) : 0;
  const end = Math.max(by, q?.[5] ?? Date.parse(planned), now + 86_400_000);
  const scale = scaleOf(start, end + (end - start) * 0.06, width);
  const scaled = q?.map(scale.x) as unknown as Quantiles | undefined;
  const likely = likelyBy ? scale.x(Date.parse(likelyBy)) : undefined;
  return (
    <div className="fin-frame" ref={frame}>
      <svg className="fin" width={width} height="102" viewBox={`0 0 ${width} 102`} role="img" aria-label={t("portal.drawing", {
        name,
        likely: likelyBy ? dates.day(lastMoment(likelyBy)) : "–",
        promised: promise ? dates.day(lastMoment(promise.by)) : "–",
      })}>
        {ticksOf({ ...scale, width: width - 4 }, dates).map(({ at, x, label, strong }) => (
          <g key={at}>
            <path className="rule" d={`M${x + 0.5} 70V80`} />
            <text className={strong ? "ax k" : "ax"} x={x + 4} y="84">{label}</text>
          </g>
        ))}
        <rect className="done" x={scale.x(start)} y="62" width={Math.max(0, scale.x(now) - scale.x(start))} height="8" />
        {scaled ? <Fin left={scale.x(now)} q={scaled} top={30} base={70} tick={false} /> : <rect className="w" x={scale.x(now)} y="30" width={Math.max(2, scale.x(Date.parse(planned)) - scale.x(now))} height="40" />}
        <path className="today" d={`M${scale.x(now)} 18V74`} />
        {scale.x(now) < width - 90 && <text className="ax" x={scale.x(now) + 5} y="25">{t("portal.today")} {dates.day(facts.asOf)}</text>}
        {likely !== undefined && (
          <>
            <path className="tick" d={`M${likely} 22V74`} />
            <text className="ax k" x={Math.max(120, Math.min(likely, width))} y="98" textAnchor="end">{t("portal.likely", { day: dates.day(lastMoment(likelyBy!)) })}</text>
          </>
        )}
        {promise && <Pennant at={scale.x(by)} top={6} base={70} chance={promise.chance} />}
        {promise && <text className="ax k" x={scale.x(by) - 5} y="14" textAnchor="end">{t("portal.promised", { day: dates.day(lastMoment(promise.by)) })}</text>}
        <path className="rule" d={`M0 70.5H${width}`} />
      </svg>
    </div>
  );
}
