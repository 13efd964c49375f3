import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { interviewQuery } from "../api/queries";
import type { JobApplicationView } from "../api/types";
import { TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { pathOf } from "./ApplicationFrame";

const nothing = { name: "", relation: "", said: "" };

/// What others say who have worked with the applicant, and who they are.
export function References({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const dates = useDates();
  const { application } = view;
  const references = useQuery(interviewQuery(application.vacancy, application.id)).data?.references ?? [];
  const [draft, setDraft] = useState(nothing);
  const change = (part: Partial<typeof nothing>) => setDraft((before) => ({ ...before, ...part }));
  const noting = useDoing(() => send("POST", `${pathOf(view)}/references`, draft), "vacancies");
  return (
    <section className="part" aria-labelledby="references">
      <h2 id="references">{t("references.title")}</h2>
      <p className="lab">{t("references.note")}</p>
      <ul className="rows">
        {references.map(({ name, relation, said, author, at }) => (
          <li key={at}>
            <div>
              <b>{name}</b>, {relation}: {said} <span className="lab">{t("interview.by", { name: author.name, at: dates.moment(at) })}</span>
            </div>
          </li>
        ))}
      </ul>
      <form className="rowed" onSubmit={(event) => {
        event.preventDefault();
        noting.mutate(undefined, { onSuccess: () => setDraft(nothing) });
      }}>
        <TextField label={t("references.name")} required maxLength={200} value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        <TextField label={t("references.relation")} required maxLength={200} value={draft.relation} onChange={(event) => change({ relation: event.target.value })} />
        <TextField label={t("references.said")} required maxLength={4000} value={draft.said} onChange={(event) => change({ said: event.target.value })} />
        {noting.error && <Notice problem={noting.error} />}
        <p className="acts">
          <button className="btn" disabled={noting.isPending}>
            {t("interview.keep")}
          </button>
        </p>
      </form>
    </section>
  );
}
