import type { Draft } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

type Step = Draft["steps"][number];

/// The steps of a draft, each to be taken or left; where the plan has changed meanwhile, both values.
export function Tried({ steps, left, choose }: { steps: Step[]; left: ReadonlySet<number>; choose: (version: number, on: boolean) => void }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <ol className="tried">
      {steps.map((step) => (
        <li key={step.version}>
          <label className="check">
            <input type="checkbox" disabled={!step.takeable} checked={step.takeable && !left.has(step.version)} onChange={(event) => choose(step.version, event.target.checked)} />
            <span>
              <b>{step.label}</b> <span className="i3">{t("drafts.by", { name: step.by.name, time: dates.moment(step.at) })}</span>
            </span>
          </label>
          {!step.takeable && <p className="i3">{t("drafts.own")}</p>}
          {step.conflicts.length > 0 && <Both step={step} />}
        </li>
      ))}
    </ol>
  );
}

function Both({ step }: { step: Step }) {
  const { t, word } = useWords();
  const dates = useDates();
  const say = (value: unknown): string => {
    if (value === undefined || value === null || value === "") return t("planning.conflict.nothing");
    if (typeof value === "number") return dates.number(value);
    if (typeof value === "string") return /^\d{4}-\d\d-\d\dT/.test(value) ? dates.moment(value) : value;
    return JSON.stringify(value);
  };
  return (
    <table className="tbl small both">
      <caption className="c-risk">▲ {t("drafts.conflict", { name: step.conflicts[0]!.by })}</caption>
      <thead>
        <tr>
          <th scope="col">{t("planning.conflict.what")}</th>
          <th scope="col">{t("drafts.conflict.plan")}</th>
          <th scope="col">{t("drafts.conflict.draft")}</th>
        </tr>
      </thead>
      <tbody>
        {step.conflicts.map((conflict, i) => (
          <tr key={i}>
            <th scope="row">{word(`planning.field.${conflict.field}`) ?? conflict.field}</th>
            <td>{say(conflict.theirs)}</td>
            <td>{say(conflict.yours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
