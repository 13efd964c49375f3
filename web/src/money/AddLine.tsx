import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { projectMoneyQuery } from "../api/queries";
import { digitsOf, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { STATES } from "./Amounts";
import { minorOf } from "./minor";

const CATEGORIES = ["hardware", "software", "licences", "services", "people", "reserve", "other"] as const;

/// An amount, written down.
export function AddLine({ project, currency }: { project: string; currency: string }) {
  const { t } = useWords();
  const dates = useDates();
  const elements = useQuery(projectMoneyQuery(project)).data?.elements ?? [];
  const empty = { what: "", amount: "", currency, day: dates.today, state: "committed", category: "hardware", task: "", supplier: "", number: "", leadDays: "" };
  const [draft, setDraft] = useState(empty);
  const minor = minorOf(draft.amount, digitsOf(/^[A-Z]{3}$/.test(draft.currency) ? draft.currency : currency));
  const adding = useDoing(() => send("POST", `/api/projects/${project}/money`, {
    what: draft.what, amount: { minor, currency: draft.currency }, day: draft.day, state: draft.state, category: draft.category,
    task: draft.task || undefined, supplier: draft.supplier || undefined, number: draft.number || undefined, leadDays: draft.leadDays === "" ? undefined : Number(draft.leadDays),
  }), "money", "plan");
  const set = (name: keyof typeof empty) => (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value });
  const text = (name: keyof typeof empty, type = "text", required = false) => (
    <div className="field">
      <label htmlFor={`money-${name}`}>{t(`money.${name}` as "money.what")}</label>
      <input id={`money-${name}`} type={type} required={required} value={draft[name]} inputMode={name === "amount" ? "decimal" : undefined} min={type === "number" ? 0 : undefined}
        aria-invalid={name === "amount" && draft.amount !== "" && minor === undefined ? true : undefined} onChange={set(name)} />
    </div>
  );
  return (
    <details className="add-line">
      <summary>{t("money.add")}</summary>
      <form onSubmit={(event) => {
        event.preventDefault();
        void adding.mutateAsync(undefined).then(() => {
          say(t("money.added"));
          setDraft({ ...empty, state: draft.state });
        }, () => undefined);
      }}>
        <div className="fields">
          {text("what", "text", true)}
          {text("amount", "text", true)}
          {text("currency", "text", true)}
          {text("day", "date", true)}
          <div className="field">
            <label htmlFor="money-state">{t("money.state")}</label>
            <select id="money-state" value={draft.state} onChange={set("state")}>{STATES.map((each) => <option key={each} value={each}>{t(`money.state.${each}`)}</option>)}</select>
          </div>
          <div className="field">
            <label htmlFor="money-category">{t("money.category")}</label>
            <select id="money-category" value={draft.category} onChange={set("category")}>{CATEGORIES.map((each) => <option key={each} value={each}>{t(`money.category.${each}`)}</option>)}</select>
          </div>
          <div className="field">
            <label htmlFor="money-task">{t("money.element")}</label>
            <select id="money-task" value={draft.task} onChange={set("task")}>
              <option value="">{t("money.element.none")}</option>
              {elements.filter(({ task }) => task).map(({ task, name }) => <option key={task} value={task}>{name}</option>)}
            </select>
          </div>
          {text("supplier")}
          {text("number")}
          {draft.state === "committed" && text("leadDays", "number")}
        </div>
        {adding.error && <Notice problem={adding.error} />}
        <p className="acts"><button className="btn go" type="submit" disabled={adding.isPending || minor === undefined}>{t("money.add.do")}</button></p>
      </form>
    </details>
  );
}
