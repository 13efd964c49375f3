import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { documentsQuery, projectsQuery } from "../api/queries";
import type { ProjectDocument } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { Segments, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { useBytes } from "./bytes";
import "../outbox/outbox.css";
import "./updates.css";

/// The documents of a project: versions, links, and what of them the client sees.
export default function DocumentsPage() {
  const { t } = useWords();
  const can = useCan();
  const { project } = useParams({ strict: false }) as { project: string };
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const documents = useQuery(documentsQuery(project));
  return (
    <>
      <ProjectHead project={project} page="documents.title" />
      <div className="cols">
        <div>
          <p className="i2">{t("documents.detail")}</p>
          <Asked of={documents}>
            {(all) =>
              all.length === 0 ? (
                <Empty title={t("documents.none")}>{t("documents.none.detail")}</Empty>
              ) : (
                <ul className="hooks documents">
                  {all.map((document) => (
                    <One key={document.id} document={document} zone={zone} />
                  ))}
                </ul>
              )
            }
          </Asked>
        </div>
        <div>{can("progress.tell") && <Add project={project} />}</div>
      </div>
    </>
  );
}

function One({ document: { id, project, taskName, name, link, made, ofClient, shown, released, versions }, zone }: { document: ProjectDocument; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(zone);
  const bytes = useBytes();
  const path = `/api/projects/${project}/documents/${id}`;
  const showing = useDoing((yes: boolean) => send(yes ? "PUT" : "DELETE", `${path}/showing`), "documents", "portal");
  const removing = useDoing(() => send("DELETE", path), "documents", "portal");
  const newest = versions[0];
  const behind = shown !== undefined && newest !== undefined && shown < newest.number;
  const failed = showing.error ?? removing.error;
  return (
    <li>
      <h2>
        <a className="lnk" href={link ?? `${path}/versions/${newest?.number}`} {...(link ? { target: "_blank", rel: "noreferrer" } : { download: true })}>
          {name}
        </a>
      </h2>
      <p className="lab">
        {link
          ? t("documents.link", { host: new URL(link).host, name: made.name, day: dates.day(made.at) })
          : newest && t("documents.version", { number: newest.number, size: bytes(newest.size), name: newest.made.name, day: dates.day(newest.made.at) })}
      </p>
      {taskName && <p className="lab">{t("attachments.at", { task: taskName })}</p>}
      <p className={behind ? "c-wait" : "i2"}>
        {ofClient ? t("documents.ofClient") : released ? t(behind ? "documents.behind" : "documents.shown", { number: shown ?? 0, day: dates.day(released.at), name: released.name }) : t("documents.inside")}
      </p>
      {versions.length > 1 && (
        <details>
          <summary className="lab">{t("documents.earlier", { count: versions.length - 1 })}</summary>
          <ul className="rows">
            {versions.slice(1).map((version) => (
              <li key={version.number}>
                <a className="lnk" href={`${path}/versions/${version.number}`} download>
                  {version.name}
                </a>
                <span className="i3">{t("documents.version", { number: version.number, size: bytes(version.size), name: version.made.name, day: dates.day(version.made.at) })}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {can("plan.edit") && (
        <p className="acts">
          {!ofClient && (!released || behind) && (
            <button className="btn" type="button" disabled={showing.isPending} onClick={() => showing.mutate(true)}>
              {t(behind ? "documents.showNew" : "documents.show")}
              <span className="sr"> {name}</span>
            </button>
          )}
          {!ofClient && released && (
            <button className="btn bare" type="button" disabled={showing.isPending} onClick={() => showing.mutate(false)}>
              {t("documents.hide")}
              <span className="sr"> {name}</span>
            </button>
          )}
          <button className="btn bare" type="button" disabled={removing.isPending} onClick={() => removing.mutate(undefined, { onSuccess: () => say(t("documents.removed")) })}>
            {t("documents.remove")}
            <span className="sr"> {name}</span>
          </button>
        </p>
      )}
      {failed && <Notice problem={failed} />}
    </li>
  );
}

function Add({ project }: { project: string }) {
  const { t } = useWords();
  const [kind, setKind] = useState<"file" | "link">("file");
  const [name, setName] = useState("");
  const [link, setLink] = useState("");
  const [file, setFile] = useState<File>();
  const adding = useDoing(() => {
    if (kind === "link") return send("POST", `/api/projects/${project}/document-links`, { name, link });
    const body = new FormData();
    body.append("file", file!);
    body.append("name", name);
    return send("POST", `/api/projects/${project}/documents`, body);
  }, "documents");
  return (
    <form
      className="part rowed"
      onSubmit={(event) => {
        event.preventDefault();
        const form = event.currentTarget;
        adding.mutate(undefined, {
          onSuccess: () => {
            setName("");
            setLink("");
            setFile(undefined);
            form.reset();
            say(t("documents.added"));
          },
        });
      }}
    >
      <h2>{t("documents.add")}</h2>
      <Segments label={t("documents.kind")} name="document-kind" value={kind} choose={setKind} options={(["file", "link"] as const).map((value) => ({ value, name: t(`documents.kind.${value}`) }))} />
      {kind === "file" ? (
        <TextField label={t("documents.file")} note={t("documents.file.note")} type="file" required onChange={({ target }) => setFile(target.files?.[0])} />
      ) : (
        <TextField label={t("documents.address")} type="url" required maxLength={2000} placeholder="https://files.example.com/plan.pdf" value={link} onChange={({ target }) => setLink(target.value)} />
      )}
      <TextField label={t("documents.name")} note={kind === "file" ? t("documents.name.note") : undefined} optional={kind === "file"} required={kind === "link"} maxLength={120} value={name} onChange={({ target }) => setName(target.value)} />
      {adding.error && <Notice problem={adding.error} />}
      <p className="acts">
        <button className="btn go" disabled={adding.isPending}>{t("documents.save")}</button>
      </p>
    </form>
  );
}
