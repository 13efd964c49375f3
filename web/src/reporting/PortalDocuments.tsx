import { useState } from "react";
import { Problem, send } from "../api/client";
import { useDoing } from "../api/doing";
import type { PortalProject } from "../api/types";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { useBytes } from "./bytes";
import { keyOf } from "./facts";

/// What the client was shown, and what they hand in.
export function PortalDocuments({ project: { id, documents } }: { project: PortalProject }) {
  const { t } = useWords();
  const dates = useDates();
  const bytes = useBytes();
  return (
    <section>
      <h2>{t("documents.title")}</h2>
      {documents.length === 0 && <p className="i2">{t("documents.portal.none")}</p>}
      <ul className="rows documents">
        {documents.map(({ id: document, name, link, size, released }) => (
          <li key={document} id={keyOf({ kind: "document", ref: document })}>
            <a className="lnk" href={link ?? `/api/projects/${id}/shown-documents/${document}`} {...(link ? { target: "_blank", rel: "noreferrer" } : { download: true })}>
              {name}
            </a>
            <span className="i3">{[link ? new URL(link).host : bytes(size), released && dates.day(released.at)].filter(Boolean).join(" · ")}</span>
          </li>
        ))}
      </ul>
      <HandIn project={id} />
    </section>
  );
}

function HandIn({ project }: { project: string }) {
  const { t } = useWords();
  const [file, setFile] = useState<File>();
  const handing = useDoing((sure: boolean) => {
    const body = new FormData();
    body.append("file", file!);
    body.append("sure", String(sure));
    return send("POST", `/api/projects/${project}/handed-documents`, body);
  }, "portal");
  const code = handing.error instanceof Problem ? handing.error.code : "";
  const unread = code === "not-looked-into";
  const asks = unread || code === "personal-data-likely";
  const done = (form: HTMLFormElement | null) => ({
    onSuccess: () => {
      setFile(undefined);
      form?.reset();
      say(t("documents.handed"));
    },
  });
  return (
    <form
      className="hand-in"
      onSubmit={(event) => {
        event.preventDefault();
        handing.mutate(asks, done(event.currentTarget));
      }}
    >
      <TextField
        label={t("documents.handIn")}
        note={t("documents.handIn.note")}
        type="file"
        required
        onChange={({ target }) => {
          setFile(target.files?.[0]);
          handing.reset();
        }}
      />
      {handing.error && <Notice problem={handing.error} kind={asks ? "risk" : ""} />}
      {file && (
        <p className="acts">
          <button className={asks ? "btn" : "btn go"} disabled={handing.isPending}>
            {t(unread ? "documents.handIn.looked" : asks ? "documents.handIn.sure" : "documents.handIn.send")}
          </button>
        </p>
      )}
    </form>
  );
}
