import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { PortalProject } from "../api/types";
import { Segments } from "../ui/Field";
import { lastMoment, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

const FIGURES = [1, 2, 3, 4, 5].map(String);

/// Two questions at a milestone, asked once.
export function SatisfactionAsked({ project: { id, satisfaction } }: { project: PortalProject }) {
  const { t } = useWords();
  const dates = useDates();
  const [draft, setDraft] = useState({ work: "", told: "", words: "" });
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const path = `/api/projects/${id}/tasks/${encodeURIComponent(satisfaction?.milestone ?? "")}/satisfaction`;
  const answering = useDoing(() => send("PUT", path, { work: Number(draft.work), told: Number(draft.told), words: draft.words }), "portal");
  if (!satisfaction) return null;
  const options = FIGURES.map((value) => ({ value, name: value }));
  return (
    <section>
      <h2>{t("satisfaction.title", { name: satisfaction.name })}</h2>
      <p className="lab">{t("satisfaction.reached", { day: dates.day(lastMoment(satisfaction.reached)) })}</p>
      <form
        className="satisfaction"
        onSubmit={(event) => {
          event.preventDefault();
          answering.mutate(undefined, { onSuccess: () => say(t("satisfaction.said")) });
        }}
      >
        <Segments label={t("satisfaction.work")} name="satisfaction-work" value={draft.work} choose={(work) => change({ work })} options={options} />
        <Segments label={t("satisfaction.told")} name="satisfaction-told" value={draft.told} choose={(told) => change({ told })} options={options} />
        <p className="note">{t("satisfaction.scale")}</p>
        <div className="field">
          <label htmlFor="satisfaction-words">{t("satisfaction.words")}</label>
          <textarea id="satisfaction-words" rows={2} maxLength={1000} value={draft.words} onChange={({ target }) => change({ words: target.value })} />
        </div>
        {answering.error && <Notice problem={answering.error} />}
        <p className="acts">
          <button className="btn go" disabled={!draft.work || !draft.told || answering.isPending}>
            {t("satisfaction.send")}
          </button>
        </p>
      </form>
    </section>
  );
}
