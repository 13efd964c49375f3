import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { JobApplication } from "../api/types";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { STATES } from "./applicants";

/// One decision for several applications: by whoever is signed in, with a reason that each of them may read.
export function DecideAll({ applications, done }: { applications: JobApplication[]; done: () => void }) {
  const { t } = useWords();
  const [state, setState] = useState("interview");
  const [reason, setReason] = useState("");
  const deciding = useDoing(
    () => send("POST", "/api/application-decisions", { state, reason, applications: applications.map(({ id, vacancy }) => ({ application: id, vacancy })) }),
    "vacancies",
  );
  return (
    <form className="decide-all" onSubmit={(event) => {
      event.preventDefault();
      deciding.mutate(undefined, {
        onSuccess: () => {
          say(t("applicants.decided", { count: applications.length }));
          done();
        },
      });
    }}>
      <b>{t("applicants.chosen", { count: applications.length })}</b>
      <ChoiceField label={t("applications.state")} value={state} onChange={(event) => setState(event.target.value)}>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {t(`applications.state.${each}`)}
          </option>
        ))}
      </ChoiceField>
      <TextField label={t("applications.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      <button className="btn go" disabled={deciding.isPending}>
        {t("applicants.decide")}
      </button>
      {deciding.error && <Notice problem={deciding.error} />}
    </form>
  );
}
