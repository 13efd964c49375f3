import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { forecastQuery, peopleQuery } from "../api/queries";
import type { Risk } from "../api/types";
import { useCan } from "../identity/session";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { asked, drafted, SEVERAL, type RiskDraft } from "./riskDraft";

const CAUSES = ["project", "technology", "team", "outside"] as const;

/// A risk to be added; or with one, that one to be written anew.
export function RiskForm({ project, risk, done }: { project: string; risk?: Risk; done?: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const rows = useQuery(forecastQuery(project)).data?.rows ?? [];
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const [draft, setDraft] = useState(() => drafted(risk));
  const set = (field: keyof RiskDraft) => (event: { target: { value: string } }) => setDraft((was) => ({ ...was, [field]: event.target.value }));
  const at = `/api/projects/${project}/risks`;
  const keeping = useDoing(() => (risk ? send("PUT", `${at}/${risk.id}`, asked(draft, risk)) : send("POST", at, asked(draft))), "risks", "forecast", "portfolio");
  const keep = () =>
    keeping.mutateAsync(undefined).then(
      () => {
        say(t(risk ? "risks.written" : "risks.added"));
        setDraft(drafted(undefined));
        done?.();
      },
      () => undefined,
    );
  const number = (field: keyof RiskDraft, label: string, max: number, required?: boolean) => (
    <TextField label={label} type="number" min={required ? 1 : 0} max={max} required={required} optional={!required} value={draft[field]} onChange={set(field)} />
  );
  return (
    <form className={risk ? "more" : "give"} onSubmit={(event) => { event.preventDefault(); void keep(); }}>
      {!risk && <h2>{t("risks.add")}</h2>}
      <TextField label={t("risks.what")} required maxLength={300} value={draft.what} onChange={set("what")} />
      <ChoiceField label={t("risks.cause")} value={draft.cause} onChange={set("cause")}>
        {CAUSES.map((each) => <option key={each} value={each}>{t(`risks.cause.${each}`)}</option>)}
      </ChoiceField>
      {number("percent", t("risks.chance"), 99, true)}
      <ChoiceField label={t("risks.task")} value={draft.task} onChange={set("task")}>
        <option value="">{t("risks.all.option")}</option>
        {risk && risk.tasks.length > 1 && <option value={SEVERAL}>{t("risks.several", { count: risk.tasks.length })}</option>}
        {rows.filter(({ finished, kind, task }) => task === draft.task || (!finished && kind !== "summary")).map((row) => <option key={row.task} value={row.task}>{row.wbs} {row.name}</option>)}
      </ChoiceField>
      {number("longer", t("risks.longer"), 1000)}
      {number("hours", t("risks.hours"), 2000)}
      {number("days", t("risks.days"), 1000)}
      {number("cost", t("risks.cost", { currency: draft.currency }), 1_000_000_000)}
      {people.length > 0 && (
        <ChoiceField label={t("risks.owner")} value={draft.owner} onChange={set("owner")}>
          <option value="">{t("risks.owner.none")}</option>
          {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
        </ChoiceField>
      )}
      <TextField label={t("risks.response")} optional maxLength={300} value={draft.response} onChange={set("response")} />
      <DayField label={t("risks.review")} required={false} value={draft.review} change={(review) => setDraft((was) => ({ ...was, review }))} />
      {keeping.error && <Notice problem={keeping.error} />}
      <p className="acts">
        <button className="btn go" disabled={keeping.isPending || draft.what.trim() === ""}>{t(risk ? "app.save" : "risks.add.act")}</button>
        {done && <button type="button" className="btn" onClick={done}>{t("app.cancel")}</button>}
      </p>
    </form>
  );
}
