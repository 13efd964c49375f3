import type { CvChecked } from "../api/types";
import { useWords, type WordKey } from "../words/words";
import { Quoted } from "./Blanked";

/// What the text says to each criterion, with the line that says so.
export function Findings({ criteria, shown, show }: { criteria: CvChecked["criteria"]; shown?: number; show: (n: number) => void }) {
  const { t } = useWords();
  return (
    <ol className="cv-findings">
      {criteria.map(({ id, sentence, side, finding, line }, index) => (
        <li key={id}>
          <Mark finding={finding} />
          <div>
            <p>
              <b>
                {index + 1}. {sentence}
              </b>{" "}
              <span className="lab">
                {side && t(`takers.side.${side}` as WordKey)}
              </span>
            </p>
            {line && <p className="i2"><Quoted text={line.text} /></p>}
          </div>
          <b className={`finding ${finding}`}>{t(`applications.finding.${finding}` as WordKey)}</b>
          {line ? (
            <button className="lnk" type="button" aria-pressed={shown === line.n} onClick={() => show(line.n)}>
              {t("applications.line", { n: line.n })}
            </button>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ol>
  );
}

/// How much of each side the text says, and which one less: weakness in either is what sinks projects.
export function Sides({ cv: { criteria, weaker } }: { cv: CvChecked }) {
  const { t } = useWords();
  if (criteria.some(({ side }) => !side)) return null;
  return (
    <ul className="sidesaid">
      {(["management", "field"] as const).map((side) => {
        const own = criteria.filter((each) => each.side === side);
        return own.length === 0 ? null : (
          <li key={side}>
            {t("applications.side", { side: t(`takers.side.${side}`), met: own.filter(({ finding }) => finding === "met").length, all: own.length })}
            {weaker === side && <b className="c-risk"> ▲ {t("applications.weaker")}</b>}
          </li>
        );
      })}
    </ul>
  );
}

/// A shape of its own for each finding.
export function Mark({ finding }: { finding: string }) {
  const shape = {
    met: <path d="M2.5 7.5 6 11l6-8" />,
    notMet: <path d="m3 3 8 8M11 3l-8 8" />,
    unclear: <circle cx="7" cy="7" r="4.5" strokeDasharray="2.2 2.5" />,
  }[finding];
  return (
    <svg className={`mark ${finding}`} viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
      {shape ?? <path d="M4 7h6" />}
    </svg>
  );
}
