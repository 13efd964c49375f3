import type { AssessmentResult } from "../api/types";
import { useWords } from "../words/words";
import { leanings, type Leaning } from "./assessment";
import { useAssessmentWords } from "./words";

/// Of a row's half each way. The sum has a scale of its own, so that all of it fits.
const UNIT = 20;
const SUM_UNIT = 5;
const ZERO = 40;

/// What leans towards which manager, and what comes of it together.
export function LeanChart({ result, close }: { result: AssessmentResult; close?: boolean }) {
  const { t } = useWords();
  return (
    <div className={close ? "leans close" : "leans"}>
      <p className="towards" aria-hidden="true">
        <span>{t("assess.towards.manager")}</span>
        <span>{t("assess.towards.technical")}</span>
      </p>
      <ul>
        {leanings(result).map((row) => (
          <Row key={row.id} row={row} result={result} />
        ))}
      </ul>
      <Together result={result} />
    </div>
  );
}

function Row({ row, result }: { row: Leaning; result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const name = words.name(row.id);
  const said = row.lean === 0 ? "assess.lean.neither" : row.lean > 0 ? "assess.lean.technical" : "assess.lean.manager";
  return (
    <li>
      <div className="what">
        <b>{name}</b>
        <span className="lab">{sentence()}</span>
      </div>
      <div className="bar" role="img" aria-label={t(said, { name, points: Math.abs(row.lean) })}>
        <Bar lean={row.lean} unit={UNIT} />
        <span className="n" style={place(row.lean, UNIT)}>{row.lean === 0 ? "0" : Math.abs(row.lean)}</span>
      </div>
      <span className="lab from">{row.factor ? words.source(row.factor.source) : row.id === "interplay" ? words.source("derived") : ""}</span>
    </li>
  );

  function sentence() {
    if (row.factor) return words.sentence(row.factor);
    if (row.id === "interplay") return words.level("interplay", row.points!);
    return t("assess.total", { total: result.complexity.total, band: words.of("band", result.band) });
  }
}

function Bar({ lean, unit, kind }: { lean: number; unit: number; kind?: string }) {
  if (lean === 0) return null;
  const width = Math.abs(lean) * unit;
  return <i className={kind ?? (lean > 0 ? "technical" : "manager")} style={{ left: `${lean > 0 ? ZERO : ZERO - width}%`, width: `${width}%` }} />;
}

/// Beside the end of the bar.
function place(lean: number, unit: number) {
  return lean < 0 ? { right: `calc(${100 - ZERO - lean * unit}% + 7px)` } : { left: `calc(${ZERO + lean * unit}% + 7px)` };
}

function Together({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const { lean, decides } = result;
  const said = lean === 0 ? t("assess.together.none") : t(lean > 0 ? "assess.together.technical" : "assess.together.manager", { lean: Math.abs(lean) });
  return (
    <div className="together">
      <b>{t("assess.together")}</b>
      <div className="bar">
        <Bar lean={lean} unit={SUM_UNIT} kind="sum" />
        <span className="n c-accent" style={place(lean < 0 ? lean : Math.max(lean, decides), SUM_UNIT)}>{said}</span>
        <span className="decides" style={{ left: `${ZERO + decides * SUM_UNIT}%` }}>
          <span className="lab">{t("assess.decides", { points: decides })}</span>
        </span>
      </div>
    </div>
  );
}
