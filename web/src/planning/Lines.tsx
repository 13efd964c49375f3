import { useMemo } from "react";
import { useProblemWords } from "../ui/states";
import { useWords } from "../words/words";
import type { Difference } from "./session";
import { useDesk } from "./useSession";
import { lastMoment } from "../ui/dates";

/// What is kept in this browser while the server is away, and when it goes.
export function KeptLine() {
  const { t } = useWords();
  const { state, session, dates } = useDesk();
  if (!state.awaySince || state.unsent.length === 0) return null;
  return (
    <div className="offline" role="status">
      <p>
        <b>{t("planning.kept", { count: state.unsent.length })}</b> {t("planning.kept.detail", { since: dates.time(state.awaySince) })}
      </p>
      <button className="btn" type="button" onClick={() => session.tryNow()}>
        {t("app.tryNow")}
      </button>
    </div>
  );
}

/// Two people, one value: both are shown, and one is chosen. Neither is lost.
export function ConflictNote() {
  const { t } = useWords();
  const { state, session, byId } = useDesk();
  const { conflict } = state;
  if (!conflict) return null;
  const by = conflict.differences[0]?.by;
  return (
    <section className="conflict" role="alert" aria-label={t("planning.conflict")}>
      <h2>{by ? t("planning.conflict.by", { name: by }) : t("planning.conflict")}</h2>
      <table>
        <thead>
          <tr>
            <th>{t("planning.conflict.what")}</th>
            <th>{t("planning.conflict.theirs")}</th>
            <th>{t("planning.conflict.yours")}</th>
          </tr>
        </thead>
        <tbody>
          {conflict.differences.slice(0, 6).map((difference, i) => (
            <DifferenceRow key={i} difference={difference} name={difference.task ? (byId.get(difference.task)?.name ?? difference.task) : ""} />
          ))}
        </tbody>
      </table>
      <p className="acts">
        <button className="btn go" type="button" onClick={() => session.keepTheirs()}>
          {t("planning.conflict.keepTheirs")}
        </button>
        <button className="btn" type="button" onClick={() => void session.keepMine()}>
          {t("planning.conflict.useMine")}
        </button>
      </p>
    </section>
  );
}

function DifferenceRow({ difference, name }: { difference: Difference; name: string }) {
  const { word } = useWords();
  const field = word(`planning.field.${difference.field}`) ?? difference.field;
  return (
    <tr>
      <th scope="row">
        {name} <span className="lab">{field}</span>
      </th>
      <td>
        <Value of={difference.theirs} />
      </td>
      <td>
        <Value of={difference.yours} />
      </td>
    </tr>
  );
}

function Value({ of }: { of: unknown }) {
  const { t } = useWords();
  const { dates, plan } = useDesk();
  const say = (value: unknown): string => {
    if (value === undefined || value === null || value === "") return t("planning.conflict.nothing");
    if (typeof value === "number") return dates.number(value);
    if (typeof value === "string") return /^\d{4}-\d\d-\d\dT/.test(value) ? dates.moment(value) : value;
    if (Array.isArray(value)) return value.map(say).join(", ");
    const object = value as Record<string, unknown>;
    if (typeof object.person === "string") return plan.people.find(({ id }) => id === object.person)?.name ?? object.person;
    if (typeof object.by === "string") return dates.day(lastMoment(object.by));
    return Object.values(object).filter((each) => typeof each !== "object").map(say).join(" ");
  };
  return <b>{say(of)}</b>;
}

/// What the server would not do, and why; the plan is as it was.
export function RefusalNote() {
  const { t } = useWords();
  const { state, session } = useDesk();
  const words = useProblemWords();
  if (!state.refused) return null;
  const said = words(state.refused.problem);
  return (
    <section className="conflict" role="alert">
      <h2 className="c-late">{said.title}</h2>
      {said.detail && <p>{said.detail}</p>}
      {said.hint && <p className="i2">{said.hint}</p>}
      <p className="code">{said.code}</p>
      <p className="acts">
        <button className="btn" type="button" onClick={() => session.forgetRefusal()}>
          {t("app.close")}
        </button>
      </p>
    </section>
  );
}

export function StatusLine({ said, chosen }: { said: string; chosen: number }) {
  const { t } = useWords();
  const { plan, state, dates } = useDesk();
  const leaves = useMemo(() => plan.tasks.filter(({ kind }) => kind !== "summary").length, [plan.tasks]);
  const saved = state.unsent.length > 0 ? t("planning.saving") : state.saved ? t("planning.saved", { time: dates.time(state.saved) }) : t("planning.savedAll");
  return (
    <footer className="foot">
      <span>{saved}</span>
      <span>{chosen > 1 ? t("planning.chosen", { count: chosen }) : t("planning.counts", { tasks: leaves, people: plan.people.length })}</span>
      <span className="key">
        <i style={{ background: "var(--critical)" }} />
        {t("planning.key.critical")}
      </span>
      <span className="key fin">
        <svg width="26" height="10" aria-hidden="true">
          <path className="w" d="M0 10V1h8c4 0 5 5 9 7l9 1.2V10z" />
          <path d="M18 0v10" stroke="var(--ink)" strokeWidth="1.5" />
        </svg>
        {t("planning.key.fin")}
      </span>
      {plan.baseline && (
        <span className="key">
          <i style={{ background: "var(--baseline)", height: 2 }} />
          {plan.baseline.name}
        </span>
      )}
      <span className="end">{plan.undo ? t("planning.key.undoOf", { label: plan.undo.label }) : t("planning.key.undo")}</span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </footer>
  );
}
