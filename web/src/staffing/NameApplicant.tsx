import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { JobApplicationView } from "../api/types";
import { TextField } from "../ui/Field";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Of a CV that somebody added nobody has said who it is: the first line of it is a guess, and a person says so.
export function NameApplicant({ view, path }: { view: JobApplicationView; path: string }) {
  const { t } = useWords();
  const [name, setName] = useState(() => view.cv?.lines.find(({ text }) => text.trim() && text.trim().split(/\s+/).length <= 5)?.text ?? "");
  const [email, setEmail] = useState(() => /[\w.+-]+@[\w.-]+\.\w+/.exec(view.cv?.lines.map(({ text }) => text).join("\n") ?? "")?.[0] ?? "");
  const naming = useDoing(() => send("PUT", `${path}/applicant`, { name, email }), "vacancies");
  return (
    <form onSubmit={(event) => {
      event.preventDefault();
      naming.mutate(undefined);
    }}>
      <TextField label={t("applicants.name")} required maxLength={200} value={name} note={t("applicants.name.note")} onChange={(event) => setName(event.target.value)} />
      <TextField label={t("person.email")} type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
      {naming.error && <Notice problem={naming.error} />}
      <p className="acts">
        <button className="btn" disabled={naming.isPending}>
          {t("app.save")}
        </button>
      </p>
    </form>
  );
}
