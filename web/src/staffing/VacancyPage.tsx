import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { ask } from "../api/client";
import { queries, vacancyQuery } from "../api/queries";
import type { Vacancy, VacancyView } from "../api/types";
import { useCan } from "../identity/session";
import { ChoiceField, TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Applied } from "./Applied";
import { Copied } from "./Copied";
import { changed, seen, useVacancyState, type VacancyDraft } from "./vacancy";
import "./staffing.css";

const EMPLOYMENTS = ["fullTime", "partTime", "contractor"] as const;

/// A vacancy: its text to go on with at the left, where it stands and its texts for elsewhere at the right.
export default function VacancyPage() {
  const { vacancy } = useParams({ strict: false }) as { vacancy: string };
  const one = useQuery(vacancyQuery(vacancy));
  return <Asked of={one}>{(view) => <Page key={view.vacancy.id} view={view} />}</Asked>;
}

function Page({ view }: { view: VacancyView }) {
  const { t } = useWords();
  const state = useVacancyState();
  return (
    <>
      <PageHead title={view.vacancy.title} sub={state(view.vacancy)}>
        <span>{t("vacancy.by", { name: view.vacancy.author.name })}</span>
      </PageHead>
      <div className="cols vacancy">
        <Text vacancy={view.vacancy} />
        <Elsewhere view={view} />
      </div>
    </>
  );
}

/// What changes a vacancy brings its page up to date, at once: whoever goes on has its new version.
function useChange(vacancy: Vacancy, said: string) {
  return useMutation({
    mutationFn: (asking: { method: string; path?: string; body?: unknown; ifMatch?: number }) =>
      ask<VacancyView>(`/api/vacancies/${vacancy.id}${asking.path ?? ""}`, { ifMatch: vacancy.version, ...asking }),
    onSuccess: ({ body }) => {
      queries.setQueryData(vacancyQuery(vacancy.id).queryKey, body);
      say(said);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["vacancies"] }),
  });
}

function Text({ vacancy }: { vacancy: Vacancy }) {
  const { t } = useWords();
  const edits = useCan()("staffing.edit");
  const [draft, setDraft] = useState<VacancyDraft>();
  const change = (part: Partial<Vacancy>) => setDraft((before) => changed(before, vacancy, part));
  const saving = useChange(vacancy, t("app.saved"));
  const { title, body, contact, place, remote, employment, validUntil } = { ...vacancy, ...draft?.parts };
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      saving.mutate({ method: "PATCH", body: draft?.parts ?? {}, ifMatch: seen(draft, vacancy) }, { onSuccess: () => setDraft(undefined) });
    }}>
      <TextField label={t("vacancy.title")} required maxLength={200} value={title} onChange={(event) => change({ title: event.target.value })} />
      <div className="field">
        <label htmlFor="vacancy-body">{t("vacancy.body")}</label>
        <textarea id="vacancy-body" rows={22} required maxLength={20000} value={body} aria-describedby="vacancy-body-note" onChange={(event) => change({ body: event.target.value })} />
        <p className="note" id="vacancy-body-note">{t("vacancy.body.note")}</p>
      </div>
      <div className="fields">
        <TextField label={t("vacancy.contact")} type="email" value={contact ?? ""} onChange={(event) => change({ contact: event.target.value })} />
        <TextField label={t("vacancy.place")} maxLength={200} value={place ?? ""} onChange={(event) => change({ place: event.target.value })} />
        <ChoiceField label={t("vacancy.employment")} value={employment} onChange={(event) => change({ employment: event.target.value as Vacancy["employment"] })}>
          {EMPLOYMENTS.map((each) => (
            <option key={each} value={each}>
              {t(`vacancy.employment.${each}`)}
            </option>
          ))}
        </ChoiceField>
        <TextField label={t("vacancy.until")} type="date" required value={validUntil} onChange={(event) => change({ validUntil: event.target.value })} />
      </div>
      <label className="check">
        <input type="checkbox" checked={remote} onChange={(event) => change({ remote: event.target.checked })} />
        {t("vacancy.remote")}
      </label>
      {saving.error && <Notice problem={saving.error} />}
      {edits && (
        <p className="acts">
          <button className="btn go" disabled={saving.isPending}>
            {t("app.save")}
          </button>
        </p>
      )}
    </form>
  );
}

function Elsewhere({ view }: { view: VacancyView }) {
  const { t } = useWords();
  const edits = useCan()("staffing.edit");
  return (
    <div>
      <Publication view={view} />
      {edits && <Applied vacancy={view.vacancy.id} />}
      <section className="part">
        <h2>{t("vacancy.elsewhere")}</h2>
        <Copied what={t("vacancy.networks")} text={view.networks} />
        <Copied what={t("vacancy.freelance")} text={view.freelance} />
        <p className="i2">
          {t("vacancy.feed.note")} <a className="lnk" href="/jobs/feed.xml">/jobs/feed.xml</a>
        </p>
      </section>
      {view.posting && (
        <section className="part">
          <h2>{t("vacancy.posting")}</h2>
          <p className="i2">{t("vacancy.posting.note")}</p>
          <Copied what="JobPosting" text={JSON.stringify(view.posting, null, 2)} />
        </section>
      )}
    </div>
  );
}

function Publication({ view: { vacancy, open, path } }: { view: VacancyView }) {
  const { t } = useWords();
  const edits = useCan()("staffing.edit");
  const state = useVacancyState();
  const publishing = useChange(vacancy, t("vacancy.said.published"));
  const closing = useChange(vacancy, t("vacancy.said.closed"));
  const failed = publishing.error ?? closing.error;
  return (
    <section className="part">
      <h2>{state(vacancy)}</h2>
      {open && (
        <p>
          <a className="lnk" href={path} target="_blank" rel="noopener">
            {t("vacancy.page")}
          </a>
        </p>
      )}
      <p className="i2">{t("vacancy.notice")}</p>
      {failed && <Notice problem={failed} />}
      {edits && (
        <p className="acts">
          {open ? (
            <button className="btn" type="button" disabled={closing.isPending} onClick={() => closing.mutate({ method: "DELETE", path: "/publication" })}>
              {t("vacancy.close")}
            </button>
          ) : (
            <button className="btn go" type="button" disabled={publishing.isPending} onClick={() => publishing.mutate({ method: "POST", path: "/publication" })}>
              {t(vacancy.published ? "vacancy.publishAgain" : "vacancy.publish")}
            </button>
          )}
        </p>
      )}
    </section>
  );
}
