import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { satisfactionQuery } from "../api/queries";
import type { Satisfaction } from "../api/types";
import { useDates } from "../ui/dates";
import { useWidth } from "../ui/scale";
import { wide } from "../ui/ticks";
import { useWords } from "../words/words";
import { byMilestone, type AtMilestone } from "./satisfaction";
import "./satisfaction.css";

const HEIGHT = 150;
const TOP = 14;
const BASE = 122;
const LEFT = 26;

/// How satisfied the client was from milestone to milestone: drawn small, and as they said it.
export function SatisfactionOverTime({ project, zone }: { project: string; zone: string }) {
  const { t } = useWords();
  const answers = useQuery(satisfactionQuery(project)).data;
  if (!answers) return null;
  return (
    <section aria-labelledby="satisfied">
      <h3 id="satisfied">{t("satisfaction.overTime")}</h3>
      {answers.length === 0 ? <p className="i2">{t("satisfaction.overTime.none")}</p> : <Shown answers={answers} zone={zone} />}
    </section>
  );
}

function Shown({ answers, zone }: { answers: Satisfaction[]; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  return (
    <>
      <Drawn points={byMilestone(answers)} zone={zone} />
      <table className="tbl flush stack satisfied">
        <thead>
          <tr>
            <th scope="col">{t("satisfaction.col.milestone")}</th>
            <th scope="col">{t("satisfaction.col.who")}</th>
            <th scope="col" className="num">{t("satisfaction.desk.work")}</th>
            <th scope="col" className="num">{t("satisfaction.desk.told")}</th>
            <th scope="col">{t("satisfaction.col.words")}</th>
          </tr>
        </thead>
        <tbody>
          {answers.toReversed().map(({ milestone, milestoneName, answered, work, told, words }) => (
            <tr key={milestone + answered.name + answered.at}>
              <th scope="row">{milestoneName}</th>
              <td data-label={t("satisfaction.col.who")}>{answered.name}, {dates.day(answered.at)}</td>
              <td className={work < 3 ? "num c-risk" : "num"} data-label={t("satisfaction.desk.work")}>{work < 3 && "▲ "}{work}</td>
              <td className={told < 3 ? "num c-risk" : "num"} data-label={t("satisfaction.desk.told")}>{told < 3 && "▲ "}{told}</td>
              <td>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Drawn({ points, zone }: { points: AtMilestone[]; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame, 700);
  const times = points.map(({ at }) => Date.parse(at));
  const [first, last] = [times[0]!, times.at(-1)!];
  const x = (at: string) => (first === last ? (LEFT + width) / 2 : LEFT + 12 + ((Date.parse(at) - first) / (last - first)) * (width - LEFT - 40));
  const y = (value: number) => BASE - ((value - 1) / 4) * (BASE - TOP);
  const line = (of: (point: AtMilestone) => number) => points.map((point, i) => `${i === 0 ? "M" : "L"}${x(point.at).toFixed(1)} ${y(of(point)).toFixed(1)}`).join("");
  const end = points.at(-1)!;
  const dated = datedOf(points, (point) => x(point.at), (point) => wide(dates.day(point.at)));
  return (
    <div className="satisfied-frame" ref={frame}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={t("satisfaction.drawing", { count: points.length, work: dates.number(round(end.work)), told: dates.number(round(end.told)) })}>
        {[1, 2, 3, 4, 5].map((value) => (
          <g key={value}>
            <path className="rule" d={`M${LEFT} ${y(value)}H${width}`} />
            <text className="ax" x={LEFT - 8} y={y(value) + 4} textAnchor="end">{value}</text>
          </g>
        ))}
        <path className="work-line" d={line(({ work }) => work)} />
        <path className="told-line" d={line(({ told }) => told)} />
        {points.map((point, i) => (
          <g key={point.milestone}>
            <circle className="work-dot" cx={x(point.at)} cy={y(point.work)} r="4" />
            <rect className="told-dot" x={x(point.at) - 3.5} y={y(point.told) - 3.5} width="7" height="7" />
            {dated.includes(point) && <text className="ax" x={x(point.at)} y={HEIGHT - 8} textAnchor={i === points.length - 1 && points.length > 1 ? "end" : "middle"}>{dates.day(point.at)}</text>}
          </g>
        ))}
      </svg>
      <p className="lab keys">
        <span><i className="work-key" /> {t("satisfaction.desk.work")}</span>
        <span><i className="told-key" /> {t("satisfaction.desk.told")}</span>
        <span>{t("satisfaction.scale")} {t("satisfaction.means")}</span>
      </p>
    </div>
  );
}

/// The last and whichever before it find room for their day below.
function datedOf(points: readonly AtMilestone[], x: (point: AtMilestone) => number, room: (point: AtMilestone) => number): AtMilestone[] {
  const kept = [points.at(-1)!];
  let left = x(kept[0]!) - (points.length > 1 ? room(kept[0]!) : 0);
  for (const point of points.slice(0, -1).reverse()) {
    if (x(point) + room(point) / 2 + 8 > left) continue;
    kept.push(point);
    left = x(point) - room(point) / 2;
  }
  return kept;
}

const round = (value: number) => Math.round(value * 10) / 10;
