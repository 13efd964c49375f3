import { Link } from "@tanstack/react-router";
import type { Increment, IncrementList } from "../api/types";
import { useDates } from "../ui/dates";
import { finPath, quantiles } from "../ui/fin";
import { scaleOf } from "../ui/scale";
import { useWords } from "../words/words";

/// The increments after one: what each is for, and how much of it fits.
export function AheadList({ project, list, after }: { project: string; list: IncrementList; after?: string }) {
  const { t } = useWords();
  const at = list.items.findIndex(({ id }) => id === after);
  const ahead = list.items.slice(at + 1).filter(({ state }) => state !== "over");
  if (ahead.length === 0) return null;
  return (
    <section className="ahead-list" aria-labelledby="ahead-increments">
      <h2 id="ahead-increments">{t("increment.ahead")}</h2>
      {ahead.map((each) => <Row key={each.id} project={project} increment={each} zone={list.zone} />)}
    </section>
  );
}

export function Row({ project, increment, zone }: { project: string; increment: Increment; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const { outlook } = increment;
  return (
    <div className="inc-row">
      <span>
        <Link to="/projects/$project/increments/$increment" params={{ project, increment: increment.id }}>
          {t("increment.name", { number: increment.number })}
        </Link>
        <span className="lab">{dates.span(increment.starts, increment.ends)}</span>
      </span>
      <span className="goal">{increment.goal}</span>
      {outlook ? <Fits increment={increment} /> : <span className="lab">{t(`increment.state.${increment.state}`)}</span>}
      <span>
        {outlook ? t("increment.fits", { likely: outlook.likely, tasks: increment.tasks })
          : increment.state === "over" ? t("increment.was", { done: increment.done, tasks: increment.tasks }) : t("increment.nothing")}
        {outlook?.last && <span className="lab">{t("increment.last", { name: outlook.last })}</span>}
      </span>
    </div>
  );
}

/// When the last of it is done, as a fin; the flag is the increment's end.
function Fits({ increment }: { increment: Increment }) {
  const { t } = useWords();
  const q = quantiles(increment.outlook!.fin);
  const from = Date.parse(increment.starts);
  const end = Date.parse(increment.ends) + 86_400_000;
  const scale = scaleOf(from, Math.max(end + (end - from) * 0.3, Math.min(q[5], end + (end - from))), 186);
  const [a, b, c, d, e, f] = q.map((each) => Math.max(1, Math.min(186, scale.x(each)))) as [number, number, number, number, number, number];
  const says = t("increment.fin", { chance: Math.round(increment.outlook!.all * 100) });
  return (
    <svg className="fin" width="190" height="30" viewBox="0 0 190 30" role="img" aria-label={says}>
      <path className="w" d={finPath(0, [a, b, c, d, e, f], 8, 24)} />
      <path className="promise" d={`M${scale.x(end)} 2V26`} />
      <path className="pflag" d={`M${scale.x(end)} 2h8l-2 3 2 3h-8z`} />
    </svg>
  );
}
