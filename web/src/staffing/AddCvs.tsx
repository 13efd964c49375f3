import { useState } from "react";
import { queries } from "../api/queries";
import { ask } from "../api/client";
import type { CvUpload } from "../api/types";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { batches, dropped } from "./cvFiles";

type Sending = { sent: number; all: number; refused: CvUpload["refused"]; failed?: unknown };

/// Files, or whole folders, are dropped here or chosen; each becomes a candidate and is read in the background.
export function AddCvs({ vacancy }: { vacancy: string }) {
  const { t } = useWords();
  const [sending, setSending] = useState<Sending>();
  const [over, setOver] = useState(false);
  const busy = sending !== undefined && sending.sent < sending.all && !sending.failed;
  const add = async (files: File[]) => {
    if (files.length === 0) return;
    const state: Sending = { sent: 0, all: files.length, refused: [] };
    setSending({ ...state });
    try {
      for (const batch of batches(files)) {
        const body = new FormData();
        for (const file of batch) body.append("file", file, file.name);
        const { body: taken } = await ask<CvUpload>(`/api/vacancies/${vacancy}/applications`, { method: "POST", body });
        state.sent += batch.length;
        state.refused = [...state.refused, ...taken.refused];
        setSending({ ...state });
      }
    } catch (failed) {
      setSending({ ...state, failed });
    }
    await queries.invalidateQueries({ queryKey: ["vacancies"] });
  };
  return (
    <div
      className={over ? "dropped over" : "dropped"}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void dropped(event.dataTransfer.items).then(add);
      }}
    >
      <p>
        <label className="lnk">
          {t("cvs.files")}
          <input className="unseen" type="file" multiple disabled={busy} onChange={(event) => void add([...(event.target.files ?? [])])} />
        </label>{" "}
        <label className="lnk">
          {t("cvs.folder")}
          <input className="unseen" type="file" disabled={busy} {...{ webkitdirectory: "" }} onChange={(event) => void add([...(event.target.files ?? [])].filter(({ name }) => !name.startsWith(".")))} />
        </label>
      </p>
      <p className="lab">{t("cvs.drop")}</p>
      {sending && (
        <p role="status">
          {t("cvs.sent", { sent: sending.sent, all: sending.all })}
        </p>
      )}
      {sending?.failed !== undefined && <Notice problem={sending.failed} />}
      {sending?.refused.map(({ name, reason }) => (
        <p key={name} className="c-late">
          {name}: {reason}
        </p>
      ))}
    </div>
  );
}

/// How many CVs are read, while some still wait.
export function Reading({ waiting, all }: { waiting: number; all: number }) {
  const { t } = useWords();
  if (waiting === 0) return null;
  return (
    <p role="status" className="reading">
      <progress value={all - waiting} max={all} aria-label={t("cvs.read", { read: all - waiting, all })} />
      {t("cvs.read", { read: all - waiting, all })}
    </p>
  );
}
