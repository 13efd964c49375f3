import { Link, useParams } from "@tanstack/react-router";
import { Fin, Pennant } from "../ui/Fin";
import { quantiles, type Quantiles } from "../ui/fin";
import { useWords } from "../words/words";
import { isReckoning, projectPromise, promises, sinceBaseline, type Promised } from "./facts";
import { useDesk } from "./useSession";
import { lastMoment } from "../ui/dates";
import { scaleOf } from "../ui/scale";
import { ticksOf } from "../ui/ticks";

const WIDTH = 320;
/// Room for "100 % by the promise" beside its flag, in pixels.
const WORDS = 132;
const DAY = 86_400_000;

/// The question first: when is it done, with what chance, and what is in the way.
export function HealthStrip({ showFindings }: { showFindings: () => void }) {
  const { t } = useWords();
  const { plan, state, dates } = useDesk();
  const { project } = useParams({ strict: false }) as { project: string };
  const { forecast } = state;
  const reckoning = isReckoning(plan, forecast);
  const promised = projectPromise(promises(plan, forecast));
  const likely = forecast?.finish?.[3];
  const ahead = Date.parse(plan.finish) > Date.parse(plan.now);
  const since = sinceBaseline(plan);
  const urgent = plan.findings.filter(({ severity }) => severity !== "note");
  return (
    <section className="strip" aria-label={t("planning.health")}>
      <div className="c big">
        <p className="lab">{likely ? t("planning.finishLikely") : t("planning.finishPlanned")}</p>
        <p className={reckoning && likely ? "dt old" : "dt"}>
          {headline(likely ?? plan.finish, dates)} <span className="pc">{reckoning && ahead ? t("planning.reckoning") : likely ? dates.percent(0.8) : ""}</span>
        </p>
      </div>
      {forecast?.finish && (
        <div className="c fan">
          <Fan of={quantiles(forecast.finish)} promised={promised} />
        </div>
      )}
      {likely && (
        <div className="c">
          <p className="lab">{t("planning.planned")}</p>
          <p className="st2">{dates.weekdayDay(lastMoment(plan.finish))}</p>
          <p className="why">{t("planning.asOf", { time: dates.isToday(plan.now) ? dates.time(plan.now) : dates.moment(plan.now) })}</p>
        </div>
      )}
      {promised && (
        <div className="c">
          <p className="lab">{promised.promisedTo ? t("planning.promisedTo", { name: promised.promisedTo }) : t("planning.promised")}</p>
          <p className="st2">{dates.weekdayDay(lastMoment(promised.by))}</p>
          <p className={`why ${promised.standing === "safe" ? "" : `c-${promised.standing}`}`}>
            {promised.standing === "late" ? t("planning.promise.late") : promised.standing === "risk" ? "▲ " : ""}
            {promised.chance !== undefined && t("planning.promise.chance", { chance: dates.percent(promised.chance) })}
          </p>
        </div>
      )}
      {since !== undefined && (
        <div className="c">
          <p className="lab">{t("planning.since", { name: plan.baseline!.name })}</p>
          <p className="st2">{t("planning.since.days", { days: Math.abs(since), way: since > 0 ? "later" : since < 0 ? "earlier" : "same" })}</p>
          <p className="why">
            <Link className="lnk" to="/projects/$project/baselines" params={{ project }} title={t("planning.since.of", { day: dates.day(plan.baseline!.at) })}>
              {t("planning.since.why")}
            </Link>
          </p>
        </div>
      )}
      <button className="c act" type="button" onClick={showFindings}>
        <span className="lab">{t("planning.findings")}</span>
        <span className="st2">{t("planning.findings.count", { count: urgent.length })}</span>
        <span className={urgent.length ? "why c-late" : "why"}>{urgent.length ? t("planning.findings.show") : t("planning.findings.none")}</span>
      </button>
    </section>
  );
}

function headline(at: string, dates: ReturnType<typeof useDesk>["dates"]): string {
  const end = lastMoment(at);
  return `${dates.weekdayDay(end).split("\u00a0")[0]}\u00a0${dates.dayLong(end)}`;
}

/// The fin of the whole project with its promise, on an axis of days, months or years.
function Fan({ of, promised }: { of: Quantiles; promised?: Promised }) {
  const { t } = useWords();
  const { dates } = useDesk();
  const by = promised ? Date.parse(promised.by) : 0;
  const last = Math.max(of[5], Math.min(by, of[5] + 2 * (of[5] - of[0])));
  const pad = Math.max(DAY, (last - of[0]) * 0.06);
  const from = of[0] - pad;
  const to = Math.max(last + pad * 3, from + ((Math.max(Math.min(by, last), of[4]) - from) * WIDTH) / (WIDTH - WORDS));
  const scale = scaleOf(from, to, WIDTH);
  const { x } = scale;
  const inPixels = of.map((at) => x(at)) as unknown as Quantiles;
  const flag = promised && by < to ? x(by) : undefined;
  const say = (at: number) => dates.dayLong(lastMoment(new Date(at).toISOString()));
  return (
    <svg className="fin" width={WIDTH} height="44" viewBox={`0 0 ${WIDTH} 44`} role="img"
      aria-label={t("planning.fan", { early: say(of[1]), even: say(of[2]), likely: say(of[3]), late: say(of[4]) })}>
      <path className="rule" d={`M0 26.5H${WIDTH}`} />
      <Fin left={0} q={inPixels} top={6} base={26} fill="url(#fin-i)" />
      {ticksOf(scale, dates).map((tick) => (
        <text key={tick.at} className="ax" x={tick.x} y="40">{tick.label}</text>
      ))}
      {flag !== undefined && <Pennant at={flag} top={4} base={26} chance={promised!.chance} />}
      {flag !== undefined && promised!.chance !== undefined && (
        <text className="ax k" x={Math.max(flag + 14, inPixels[4] + 8)} y="14">
          {t("planning.fan.promise", { chance: dates.percent(promised!.chance) })}
        </text>
      )}
    </svg>
  );
}
