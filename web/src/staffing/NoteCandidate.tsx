import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const NOBODY = { name: "", email: "", text: "" };

/// A candidate of whom there is no file: what is known is typed, or pasted from a profile elsewhere.
export function NoteCandidate({ vacancy }: { vacancy: string }) {
  const { t } = useWords();
  const [who, setWho] = useState(NOBODY);
  const noting = useDoing(() => send("POST", `/api/vacancies/${vacancy}/applications/noted`, who), "vacancies");
  const note = () =>
    noting.mutate(undefined, {
      onSuccess: () => {
        setWho(NOBODY);
        say(t("cvs.noted"));
      },
    });
  return (
    <details className="copied">
      <summary>{t("cvs.note")}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          note();
        }}
      >
        <TextField label={t("applicants.name")} required maxLength={200} value={who.name} onChange={({ target }) => setWho({ ...who, name: target.value })} />
        <TextField label={t("person.email")} optional type="email" value={who.email} onChange={({ target }) => setWho({ ...who, email: target.value })} />
        <div className="field">
          <label htmlFor="noted-text">{t("cvs.note.text")}</label>
          <textarea id="noted-text" rows={8} required maxLength={100_000} aria-describedby="noted-text-note" value={who.text} onChange={({ target }) => setWho({ ...who, text: target.value })} />
          <p className="lab" id="noted-text-note">
            {t("cvs.note.hint")}
          </p>
        </div>
        {noting.error && <Notice problem={noting.error} />}
        <p className="acts">
          <button className="btn" disabled={noting.isPending}>
            {t("app.save")}
          </button>
        </p>
      </form>
    </details>
  );
}
