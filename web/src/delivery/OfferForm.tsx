import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import type { ChangeRequest } from "../api/types";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { priceOf, written, type Written } from "./price";

/// A change is worked out: the draft of the plan, the words for the client, the price; then it is offered, or refused.
export function OfferForm({ change }: { change: ChangeRequest }) {
  const { t } = useWords();
  const [draft, setDraft] = useState<Written>(() => written(change));
  const [refusing, setRefusing] = useState(false);
  const path = `/api/projects/${change.project}/change-requests/${change.id}`;
  const body = { title: draft.title, what: draft.what, price: priceOf(draft) };
  const save = () => ask<ChangeRequest>(path, { method: "PUT", body, ifMatch: change.version });
  const saving = useDoing(save, "changes", "desk");
  const offering = useDoing(async () => {
    await save();
    return send("POST", `${path}/offer`);
  }, "changes", "desk", "portal");
  const set = (part: Partial<Written>) => setDraft({ ...draft, ...part });
  const problem = saving.error ?? offering.error;
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate(undefined, { onSuccess: () => say(t("updates.said.saved")) });
      }}
    >
      <h2>{t("changes.work")}</h2>
      <InPlan change={change} path={path} />
      <TextField label={t("changes.name")} required maxLength={300} value={draft.title} onChange={(event) => set({ title: event.target.value })} />
      <div className="field">
        <label htmlFor="what">{t("changes.what")}</label>
        <textarea id="what" rows={4} maxLength={4000} value={draft.what} onChange={(event) => set({ what: event.target.value })} />
        <p className="note">{t("changes.what.note")}</p>
      </div>
      <Costs draft={draft} set={set} added={change.addedMinutes} />
      <p className="acts">
        <button className="btn go" type="button" disabled={offering.isPending || draft.what.trim() === ""} onClick={() => offering.mutate(undefined, { onSuccess: () => say(t("changes.offer.said")) })}>
          {t("changes.offer.send")}
        </button>
        <button className="btn" disabled={saving.isPending}>
          {t("changes.save")}
        </button>
        {!refusing && (
          <button className="btn bare" type="button" onClick={() => setRefusing(true)}>
            {t("changes.refuse")}
          </button>
        )}
      </p>
      {problem && <Notice problem={problem} />}
      {refusing && <Refusing path={path} done={() => setRefusing(false)} />}
    </form>
  );
}

function InPlan({ change, path }: { change: ChangeRequest; path: string }) {
  const { t } = useWords();
  const drafting = useDoing((method: "POST" | "DELETE") => send(method, `${path}/draft`), "changes", "drafts");
  return (
    <div>
      <p className="i2">{t(change.draft ? "changes.draft.is" : "changes.draft.none")}</p>
      <p className="acts small">
        {change.draft && (
          <Link className="btn" to="/projects/$project" params={{ project: change.draft }}>
            {t("changes.draft.open")}
          </Link>
        )}
        <button className="btn" type="button" disabled={drafting.isPending} onClick={() => drafting.mutate(change.draft && !change.trouble ? "DELETE" : "POST")}>
          {t(change.draft && !change.trouble ? "changes.draft.leave" : "changes.draft.begin")}
        </button>
      </p>
      {drafting.error && <Notice problem={drafting.error} />}
    </div>
  );
}

function Costs({ draft, set, added }: { draft: Written; set: (part: Partial<Written>) => void; added?: number }) {
  const { t } = useWords();
  return (
    <fieldset>
      <legend className="legend">{t("changes.price")}</legend>
      <span className="seg">
        {(["none", "stated", "hours"] as const).map((kind) => (
          <label key={kind}>
            <input type="radio" name="price" checked={draft.kind === kind} onChange={() => set({ kind, hours: draft.hours || (added && added > 0 ? String(added / 60) : "") })} />
            {t(`changes.price.${kind}`)}
          </label>
        ))}
      </span>
      {draft.kind !== "none" && (
        <div className="fields">
          {draft.kind === "hours" && <TextField label={t("changes.hours")} inputMode="decimal" required value={draft.hours} onChange={(event) => set({ hours: event.target.value })} />}
          <TextField label={t(draft.kind === "hours" ? "changes.rate" : "changes.amount")} inputMode="decimal" required value={draft.amount} onChange={(event) => set({ amount: event.target.value })} />
          <TextField label={t("changes.currency")} required maxLength={3} value={draft.currency} onChange={(event) => set({ currency: event.target.value.toUpperCase() })} />
        </div>
      )}
    </fieldset>
  );
}

/// It will not be done, and whoever asked reads why.
export function Refusing({ path, done }: { path: string; done: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState("");
  const refusing = useDoing(() => send("POST", `${path}/refusal`, { reason }), "changes", "desk", "portal");
  return (
    <div className="stacked">
      <div className="field">
        <label htmlFor="reason">{t("changes.refuse.reason")}</label>
        <textarea id="reason" rows={2} maxLength={4000} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />
      </div>
      <p className="acts">
        <button className="btn" type="button" disabled={reason.trim() === "" || refusing.isPending} onClick={() => refusing.mutate(undefined, { onSuccess: () => say(t("changes.refused")) })}>
          {t("changes.refuse.send")}
        </button>
        <button className="btn bare" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
      {refusing.error && <Notice problem={refusing.error} />}
    </div>
  );
}
