import { useMutation } from "@tanstack/react-query";
import { get } from "../api/client";
import type { ForecastCauses, ForecastDetail } from "../api/types";
import { lastMoment, type Dates } from "../ui/dates";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";

type Basis = ForecastDetail["basis"];

/// What else a forecast counts: ranges that estimators told, people who are away without having told, and what tasks
/// have in common; with what each costs for whoever asks.
export function Uncertain({ project, basis, dates }: { project: string; basis: Basis; dates: Dates }) {
  return (
    <>
      {basis.ranges && basis.ranges.tasks > 0 && <Ranges ranges={basis.ranges} dates={dates} />}
      {basis.away && basis.away.share > 0 && <Away away={basis.away} dates={dates} />}
      <Causes project={project} dates={dates} />
    </>
  );
}

const FEW = 10;

function Ranges({ ranges, dates }: { ranges: NonNullable<Basis["ranges"]>; dates: Dates }) {
  const { t } = useWords();
  const says = ranges.known < FEW
    ? t("forecast.ranges.few", { known: ranges.known })
    : t("forecast.ranges.held", { known: ranges.known, held: dates.percent(ranges.held / ranges.known), over: dates.percent(ranges.over / ranges.known) });
  return (
    <p className="moved">
      {t("forecast.ranges.tasks", { tasks: ranges.tasks })} <Rich>{says}</Rich>
    </p>
  );
}

function Away({ away, dates }: { away: NonNullable<Basis["away"]>; dates: Dates }) {
  const { t } = useWords();
  const share = dates.percent(away.share);
  const days = dates.number(Math.round(away.days * 10) / 10);
  return (
    <p className="moved">
      <Rich>{t(away.people > 0 ? "forecast.away.known" : "forecast.away.assumed", { share, days, people: away.people })}</Rich>
    </p>
  );
}

/// By when it would end if each were switched off.
function Causes({ project, dates }: { project: string; dates: Dates }) {
  const { t } = useWords();
  const asking = useMutation({ mutationFn: () => get<ForecastCauses>(`/api/projects/${project}/forecast/causes`) });
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  return (
    <div className="speed">
      <p className="lab">
        {t("forecast.causes")}{" "}
        <button className="lnk" type="button" disabled={asking.isPending} onClick={() => asking.mutate()}>
          {t(asking.isPending ? "forecast.causes.asking" : "forecast.causes.ask")}
        </button>
      </p>
      {asking.error && <Notice problem={asking.error} />}
      {asking.data && (
        <div role="status">
          <ul className="why">
            {asking.data.causes.map(({ kind, weight, without }) => (
              <li key={kind}>
                <Rich>{t(`forecast.cause.${kind}`, { weight: kind === "absence" ? dates.percent(weight) : dates.number(Math.round(weight * 100) / 100), without: day(without) })}</Rich>
              </li>
            ))}
            <li><Rich>{t("forecast.causes.with", { likely: day(asking.data.likely) })}</Rich></li>
          </ul>
        </div>
      )}
    </div>
  );
}
