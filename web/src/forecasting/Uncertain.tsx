import type { ForecastDetail } from "../api/types";
import { lastMoment, type Dates } from "../ui/dates";
import { Rich, useWords } from "../words/words";

type Basis = ForecastDetail["basis"];

/// What else a forecast counts: people who are away without having told, and ranges that estimators told.
export function Uncertain({ basis, dates }: { basis: Basis; dates: Dates }) {
  return (
    <>
      {basis.away && basis.away.share > 0 && <Away away={basis.away} dates={dates} />}
      {basis.ranges && basis.ranges.tasks > 0 && <Ranges ranges={basis.ranges} dates={dates} />}
    </>
  );
}

function Away({ away, dates }: { away: NonNullable<Basis["away"]>; dates: Dates }) {
  const { t } = useWords();
  const share = dates.percent(away.share);
  const days = dates.number(Math.round(away.days * 10) / 10);
  return (
    <p className="moved">
      <Rich>{t(away.people > 0 ? "forecast.away.known" : "forecast.away.assumed", { share, days, people: away.people })}</Rich>{" "}
      {away.without && <Rich>{t("forecast.away.without", { day: dates.weekdayDay(lastMoment(away.without)) })}</Rich>}
    </p>
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
