import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { Hook } from "../api/types";
import { Segments, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const HEARABLE = ["complication", "need", "mention", "question", "update", "change"] as const;
/// What a webhook of somebody's own may hear beside.
export const OWN = [...HEARABLE, "meeting", "time"] as const;
type Hearable = (typeof OWN)[number];
const BLANK = { kind: "chat" as "chat" | "signed", name: "", address: "", secret: "" };

/// Makes a webhook known. Its secret is shown once, to whoever made it.
export function AddHook({ path, added, hearable = HEARABLE }: { path: string; added: (hook: Hook) => void; hearable?: readonly Hearable[] }) {
  const { t } = useWords();
  const blank = { ...BLANK, hears: [...hearable] as string[] };
  const [draft, setDraft] = useState(blank);
  const change = (part: Partial<typeof blank>) => setDraft((before) => ({ ...before, ...part }));
  const adding = useDoing(() => send<Hook>("POST", path, { ...draft, secret: draft.secret || undefined }), "hooks");
  return (
    <form
      className="part rowed"
      onSubmit={(event) => {
        event.preventDefault();
        adding.mutate(undefined, {
          onSuccess: (hook) => {
            added(hook);
            setDraft(blank);
            say(t("hooks.added"));
          },
        });
      }}
    >
      <h2>{t("hooks.add")}</h2>
      <Segments label={t("hooks.kind")} name="hook-kind" value={draft.kind} choose={(kind) => change({ kind })}
        options={(["chat", "signed"] as const).map((value) => ({ value, name: t(`hooks.kind.${value}`) }))} />
      <p className="i2">{t(`hooks.kind.${draft.kind}.note`)}</p>
      <TextField label={t("hooks.name")} required maxLength={80} value={draft.name} onChange={({ target }) => change({ name: target.value })} />
      <TextField label={t("hooks.address")} note={t("hooks.address.note")} type="url" required maxLength={2000} placeholder="https://chat.example.com/hooks/…" value={draft.address} onChange={({ target }) => change({ address: target.value })} />
      {draft.kind === "signed" && (
        <TextField label={t("hooks.secret")} note={t("hooks.secret.note")} optional autoComplete="off" maxLength={200} value={draft.secret} onChange={({ target }) => change({ secret: target.value })} />
      )}
      <fieldset>
        <legend className="legend">{t("hooks.hears")}</legend>
        {hearable.map((each) => (
          <label key={each} className="check">
            <input type="checkbox" checked={draft.hears.includes(each)} onChange={({ target }) => change({ hears: hearable.filter((kind) => (kind === each ? target.checked : draft.hears.includes(kind))) })} />
            {t(`hooks.hears.${each}`)}
          </label>
        ))}
      </fieldset>
      {adding.error && <Notice problem={adding.error} />}
      <p className="acts">
        <button className="btn go" disabled={adding.isPending || draft.hears.length === 0}>{t("hooks.save")}</button>
      </p>
    </form>
  );
}
