import type { Estimating, EstimatingRound } from "../api/types";
import { useWords } from "../words/words";
import { useAmounts } from "./estimates";

const WIDTH = 260;

/// What everybody thought in a round, on one scale: a dot for the estimate, a line for how sure it is.
export function RoundShown({ of, round, first = false }: { of: Estimating; round: EstimatingRound; first?: boolean }) {
  const { t } = useWords();
  const amounts = useAmounts();
  const most = Math.max(...round.estimates.map(({ minutes, high }) => high ?? minutes));
  const x = (minutes: number) => 5 + (minutes / most) * (WIDTH - 10);
  return (
    <table className={`tbl small estimates-round${first ? "" : " earlier"}`}>
      <caption>{t("estimates.round.shown", { round: round.round, middle: amounts.say({ kind: of.kind, minutes: round.middle }) })}</caption>
      <tbody>
        {round.estimates.map(({ name, minutes, low, high, note, mine }) => (
          <tr key={name}>
            <th scope="row">{name}{mine && <span className="lab"> {t("estimates.you")}</span>}</th>
            <td className="n">{amounts.say({ kind: of.kind, minutes, low, high })}</td>
            <td aria-hidden="true">
              <svg viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height={14}>
                <path className="scale" d={`M5 7H${WIDTH - 5}`} />
                <path className="middle" d={`M${x(round.middle)} 1V13`} />
                {low !== undefined && high !== undefined && <path className="range" d={`M${x(low)} 7H${x(high)}`} />}
                <circle cx={x(minutes)} cy="7" r="4.5" />
              </svg>
            </td>
            <td className="i2">{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
