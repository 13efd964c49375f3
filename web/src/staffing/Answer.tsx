import type { AssessedFactor, AssessmentResult } from "../api/types";
import { useWords } from "../words/words";
import { useAssessmentWords } from "./words";

/// What it needs, in the largest letters of the page, and why.
export function Answer({ result, label, level = 2 }: { result: AssessmentResult; label: string; level?: 1 | 2 }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className="answer">
      <p className="lab">{label}</p>
      <Heading className="ans">{words.outcome(result.answer)}</Heading>
      <p className="lead">
        {words.of("basis", result.basis)} {t("assess.steady", result.steady)}
      </p>
      {result.answer === "closeCall" && <Sides result={result} />}
    </div>
  );
}

function Sides({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const factors = (ids: string[]) => (ids.length ? words.list(ids.map(words.name)) : t("assess.sides.nothing"));
  return (
    <div className="sides">
      <p>{t("assess.sides.manager", { factors: factors(result.sides.projectManager) })}</p>
      <p>{t("assess.sides.technical", { factors: factors(result.sides.technical) })}</p>
    </div>
  );
}

/// How experienced the manager should be, and how much of which field to know.
export function Demands({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const { field } = result.focus;
  return (
    <dl className="pairs demands">
      <dt>{t("assess.seniority")}</dt>
      <dd>{words.of("seniority", result.seniority)}</dd>
      <dt>{t("assess.knowledge")}</dt>
      <dd>{words.of("knowledge", result.knowledge)}</dd>
      <dt>{t("assess.field")}</dt>
      <dd>
        {words.short("field", field.answer === "software" ? 1 : 2)}, {words.source(field.source)}
      </dd>
    </dl>
  );
}

/// All factors under their headings, each with points, source and sentence.
export function Factors({ result }: { result: AssessmentResult }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const total = t("assess.total", { total: result.complexity.total, band: words.of("band", result.band) });
  return (
    <div className="factors">
      <Group name={words.of("heading", "complexity")} note={total} factors={result.complexity.factors} />
      <Group name={words.of("heading", "scope")} note={words.of("knowledge", result.knowledge)} factors={result.scope.factors} />
      <Group name={words.of("heading", "focus")} factors={result.focus.factors} />
    </div>
  );
}

function Group({ name, note, factors }: { name: string; note?: string; factors: AssessedFactor[] }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  return (
    <section>
      <h3>
        {name} {note && <span className="lab">{note}</span>}
      </h3>
      <ul>
        {factors.map((factor) => (
          <li key={factor.id}>
            <span className="pts" role="img" aria-label={t("assess.points.name", { name: words.name(factor.id), points: factor.points })}>
              {[1, 2, 3, 4].map((point) => (
                <i key={point} className={point <= factor.points ? "full" : undefined} />
              ))}
            </span>
            <span>
              <b>{words.name(factor.id)}</b> <span className="i2">{words.sentence(factor)}</span>
            </span>
            <span className={factor.assumed ? "lab c-wait from" : "lab from"}>{words.source(factor.source)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
