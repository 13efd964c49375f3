import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { clientsQuery } from "../api/queries";
import type { Import } from "../api/types";
import { useCan } from "../identity/session";
import { ChoiceField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { acceptance, firstAnswers, openQuestions, type Answers } from "./answers";
import { DryRunFile } from "./DryRunFile";
import { FileDrop } from "./FileDrop";
import "./interchange.css";

const formats = ".mpp,.mpt,.xml,.xer,.pmxml,.csv,.json,.xlsx,.mpx,.planner,.gan,.pod,.zip";

/// Plans from files: what would come in is shown line by line before anything is kept.
export default function ImportPage() {
  const { t } = useWords();
  const can = useCan();
  const [dryRun, setDryRun] = useState<Import>();
  const reading = useDoing((files: File[]) => {
    const form = new FormData();
    for (const file of files) form.append("file", file);
    return send<Import>("POST", "/api/imports", form);
  });
  if (!can("project.create")) {
    return (
      <>
        <PageHead title={t("import.title")} />
        <Empty title={t("import.notYours")}>{t("import.notYours.detail")}</Empty>
      </>
    );
  }
  return (
    <>
      <PageHead title={t("import.title")} />
      {dryRun ? (
        <DryRun key={dryRun.id} dryRun={dryRun} leave={() => setDryRun(undefined)} />
      ) : (
        <div className="narrow">
          <FileDrop
            accept={formats}
            several
            busy={reading.isPending}
            take={(files) => reading.mutateAsync(files).then(setDryRun, () => undefined)}
          >
            <h2>{t("import.ask")}</h2>
            <p className="i2">{t("import.ask.detail")}</p>
            <p className="lab">{t("import.formats")}</p>
          </FileDrop>
          {reading.error && <Notice problem={reading.error} />}
        </div>
      )}
    </>
  );
}

function DryRun({ dryRun, leave }: { dryRun: Import; leave: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const clients = useQuery(clientsQuery).data ?? [];
  const [client, setClient] = useState("");
  const [answers, setAnswers] = useState<Answers>(() => firstAnswers(dryRun));
  const taken = Object.values(answers).filter((answer) => answer.taken).length;
  const open = openQuestions(answers);
  const accepting = useDoing(
    () => send<{ projects: string[] }>("POST", `/api/imports/${dryRun.id}/acceptance`, acceptance(answers, client)),
    "portfolio",
    "projects",
    "people",
    "clients",
    "load",
  );
  const accept = async () => {
    const { projects } = await accepting.mutateAsync(undefined);
    say(t("import.done", { projects: projects.length }));
    if (projects.length === 1) await navigate({ to: "/projects/$project", params: { project: projects[0]! } });
    else await navigate({ to: "/projects" });
  };
  const drop = () => {
    send("DELETE", `/api/imports/${dryRun.id}`).catch(() => undefined);
    leave();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (open === 0 && taken > 0) accept().catch(() => undefined);
      }}
    >
      <p className="say">
        {t("import.sentence", { readable: Object.keys(answers).length, all: dryRun.files.length })}{" "}
        {open > 0 ? <b>{t("import.sentence.open", { open })}</b> : t("import.sentence.nothing")}
      </p>
      {dryRun.files.map((file) => (
        <DryRunFile
          key={file.name}
          file={file}
          answer={answers[file.name]}
          change={(answer) => setAnswers({ ...answers, [file.name]: answer })}
        />
      ))}
      <div className="deciding">
        {clients.length > 0 && (
          <ChoiceField label={t("import.client")} value={client} onChange={(event) => setClient(event.target.value)}>
            <option value="">{t("import.noClient")}</option>
            {clients.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </ChoiceField>
        )}
        {accepting.error && <Notice problem={accepting.error} />}
        <div className="acts">
          <button className="btn go" disabled={open > 0 || taken === 0 || accepting.isPending}>
            {t(accepting.isPending ? "import.taking" : "import.take", { projects: taken })}
          </button>
          <button className="btn" type="button" onClick={drop}>
            {t("import.leave")}
          </button>
          <span className="i3" role="status">
            {open > 0 && t("import.sentence.open", { open })}
          </span>
        </div>
      </div>
    </form>
  );
}
