import { useQuery } from "@tanstack/react-query";
import { reliabilityQuery } from "../api/queries";
import type { ReliabilityView } from "../api/types";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { HistoryHead } from "./HistoryHead";
import { useKindWords } from "./kinds";
import { likelyOf, ReliabilityPlot } from "./ReliabilityPlot";
import "./forecasting.css";

type Reliability = ReliabilityView["kept"];

/// How often what was called likely happened: of forecasts that were kept, and of past work.
export default function ReliabilityPage() {
  const asked = useQuery(reliabilityQuery);
  return (
    <>
      <HistoryHead />
      <Asked of={asked}>{(both) => <Both both={both} />}</Asked>
    </>
  );
}

function Both({ both }: { both: ReliabilityView }) {
  const { t } = useWords();
  const dates = useDates();
  const best = both.kept.forecasts >= both.sayable ? both.kept : both.reckoned;
  const likely = likelyOf(best);
  return (
    <div className="reliability">
      <p className="say">
        {likely === undefined || best.forecasts < both.sayable ? t("reliability.tooFew", { forecasts: best.forecasts, sayable: both.sayable }) : (
          <Rich>{t("reliability.sentence", { happened: dates.percent(likely), forecasts: dates.number(best.forecasts) })}</Rich>
        )}
      </p>
      <div className="below">
        <Part of={both.kept} sayable={both.sayable} name="kept" />
        <Part of={both.released} sayable={both.sayable} name="released" />
        <Part of={both.reckoned} sayable={both.sayable} name="reckoned" />
      </div>
    </div>
  );
}

function Part({ of, sayable, name }: { of: Reliability; sayable: number; name: "kept" | "released" | "reckoned" }) {
  const { t } = useWords();
  const dates = useDates();
  const kind = useKindWords();
  return (
    <section>
      {of.forecasts < sayable ? (
        <>
          <h2>{t(`reliability.${name}`)}</h2>
          <p className="lab">{t(`reliability.${name}.detail`)}</p>
          <p className="i2">{t("reliability.tooFew", { forecasts: of.forecasts, sayable })}</p>
        </>
      ) : <ReliabilityPlot of={of} title={t(`reliability.${name}`)} sub={t(`reliability.${name}.detail`)} file={`reliability-${name}-${dates.today}`} />}
      {of.groups.length > 0 && (
        <table className="tbl small">
          <thead>
            <tr>
              <th scope="col">{t("forecast.table.kind")}</th>
              <th scope="col" className="n">{t("reliability.forecasts")}</th>
              <th scope="col" className="n">{t("reliability.likely")}</th>
            </tr>
          </thead>
          <tbody>
            {of.groups.map((group) => (
              <tr key={group.kind}>
                <th scope="row">{kind(group.kind)}</th>
                <td className="n">{dates.number(group.forecasts)}</td>
                <td className="n">{dates.percent(group.likely)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
