import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { attachmentsQuery } from "../api/queries";
import type { ProjectDocument } from "../api/types";
import { useCan, useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { useBytes } from "./bytes";

const MOST = 10 * 1024 * 1024;

/// The files at a task. One that is too large is not sent at all.
export function Attachments({ project, task, zone }: { project: string; task: string; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const id = useId();
  const [tooLarge, setTooLarge] = useState<string>();
  const there = useQuery(attachmentsQuery(project, task)).data ?? [];
  const attaching = useDoing((file: File) => {
    const body = new FormData();
    body.append("file", file);
    return send("POST", `/api/projects/${project}/tasks/${encodeURIComponent(task)}/documents`, body);
  }, "documents");
  const take = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (!file) return;
    setTooLarge(file.size > MOST ? file.name : undefined);
    if (file.size <= MOST) attaching.mutate(file, { onSuccess: () => say(t("attachments.said")) });
    input.value = "";
  };
  if (there.length === 0 && !can("progress.tell")) return null;
  return (
    <section aria-labelledby={`h-${id}`} className="attachments">
      <h3 id={`h-${id}`}>{t("attachments.title")}</h3>
      {there.length === 0 && <p className="i2">{t("attachments.none")}</p>}
      <ul className="rows">
        {there.map((document) => (
          <One key={document.id} document={document} zone={zone} />
        ))}
      </ul>
      {can("progress.tell") && (
        <p className="acts small">
          <input id={id} className="sr file" type="file" disabled={attaching.isPending} onChange={({ target }) => take(target)} />
          <label className="btn" htmlFor={id}>
            {t(attaching.isPending ? "attachments.sending" : "attachments.add")}
          </label>
          <span className="i3">{t("attachments.note")}</span>
        </p>
      )}
      {tooLarge && (
        <p className="notice" role="alert">
          {t("attachments.tooLarge", { name: tooLarge })}
        </p>
      )}
      {attaching.error && <Notice problem={attaching.error} />}
    </section>
  );
}

function One({ document: { id, project, task, name, made, versions }, zone }: { document: ProjectDocument; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const own = useSession()?.account.name;
  const dates = useDates(zone);
  const bytes = useBytes();
  const newest = versions[0];
  const removing = useDoing(() => send("DELETE", `/api/projects/${project}/tasks/${encodeURIComponent(task!)}/documents/${id}`), "documents");
  if (!newest) return null;
  return (
    <li>
      <span>
        <a className="lnk" href={`/api/projects/${project}/documents/${id}/versions/${newest.number}`} download>
          {name}
        </a>{" "}
        <span className="i3">{t("documents.version", { number: newest.number, size: bytes(newest.size), name: newest.made.name, day: dates.day(newest.made.at) })}</span>
      </span>
      {(can("plan.edit") || made.name === own) && (
        <button className="btn bare" type="button" disabled={removing.isPending} onClick={() => removing.mutate(undefined, { onSuccess: () => say(t("documents.removed")) })}>
          {t("documents.remove")}
          <span className="sr"> {name}</span>
        </button>
      )}
      {removing.error && <Notice problem={removing.error} />}
    </li>
  );
}
