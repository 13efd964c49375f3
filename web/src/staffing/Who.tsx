import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { JobApplicationView } from "../api/types";
import { TextField } from "../ui/Field";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { pathOf } from "./ApplicationFrame";
import { NameApplicant } from "./NameApplicant";

/// Who it is: blank until somebody lifts that, with a reason.
export function Who({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const { application } = view;
  const [reason, setReason] = useState("");
  const opening = useDoing(() => send("POST", `${pathOf(view)}/opening`, { reason }), "vacancies");
  if (application.openedBy) {
    return (
      <section className="part">
        <h2>{application.name || t("applications.number", { number: application.number })}</h2>
        {application.email && (
          <p>
            <a className="lnk" href={`mailto:${application.email}`}>
              {application.email}
            </a>
          </p>
        )}
        {!application.name && <NameApplicant view={view} path={pathOf(view)} />}
        {application.message && <p className="i2">{application.message}</p>}
        {application.file && (
          <p>
            <a className="lnk" href={`${pathOf(view)}/file`} download>
              {application.file}
            </a>
          </p>
        )}
        <p className="lab">{t("applications.opened", { name: application.openedBy })}</p>
      </section>
    );
  }
  return (
    <form className="part" onSubmit={(event) => {
      event.preventDefault();
      opening.mutate(undefined);
    }}>
      <h2>{t("applications.number", { number: application.number })}</h2>
      <TextField label={t("takers.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {opening.error && <Notice problem={opening.error} />}
      <p className="acts">
        <button className="btn" disabled={opening.isPending}>
          {t("applications.open")}
        </button>
      </p>
    </form>
  );
}
