import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { vacancyQuery } from "../api/queries";
import type { JobApplicationView } from "../api/types";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { STATES } from "./applicants";
import { ApplicationFrame, pathOf } from "./ApplicationFrame";
import { HirePart } from "./HirePart";
import { MitigationPart } from "./MitigationPart";
import { Owed } from "./Owed";
import { Who } from "./Who";

/// What becomes of an application, why, and by whom; and whoever was accepted is taken on.
export default function DecisionPage() {
  return <ApplicationFrame>{(view) => <Page view={view} />}</ApplicationFrame>;
}

function Page({ view }: { view: JobApplicationView }) {
  const project = useQuery(vacancyQuery(view.application.vacancy)).data?.vacancy.project;
  return (
    <div className="cols review">
      <div>
        <Deciding view={view} />
        <MitigationPart view={view} />
        <HirePart view={view} path={pathOf(view)} project={project !== undefined} />
      </div>
      <div>
        <Who view={view} />
        <Owed view={view} />
      </div>
    </div>
  );
}

function Deciding({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const dates = useDates();
  const [state, setState] = useState<string>(view.application.state);
  const [reason, setReason] = useState("");
  const deciding = useDoing(() => send("POST", `${pathOf(view)}/decisions`, { state, reason }), "vacancies");
  const named = (code: string) => t(`applications.state.${code}` as WordKey);
  return (
    <form className="part rowed deciding" onSubmit={(event) => {
      event.preventDefault();
      deciding.mutate(undefined, { onSuccess: () => setReason("") });
    }}>
      <h2>{t("application.tab.decision")}</h2>
      <p className="i2">{t("application.decides")}</p>
      <ChoiceField label={t("applications.state")} value={state} onChange={(event) => setState(event.target.value)}>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {named(each)}
          </option>
        ))}
      </ChoiceField>
      <TextField label={t("applications.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {deciding.error && <Notice problem={deciding.error} />}
      <p className="acts">
        <button className="btn go" disabled={deciding.isPending}>
          {t("applications.decide")}
        </button>
      </p>
      <ul className="rows">
        {view.decisions.map((each) => (
          <li key={each.at}>{t("applications.decided", { state: named(each.state), name: each.author.name, at: dates.moment(each.at), reason: each.reason })}</li>
        ))}
      </ul>
    </form>
  );
}
