import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { draftsQuery } from "../api/queries";
import type { Draft } from "../api/types";
import { lastMoment } from "../ui/dates";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ProjectHead } from "./ProjectHead";
import "./forecasting.css";

/// What is being tried out with a plan, and a new try.
export default function DraftsPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const dates = useDates();
  const asked = useQuery(draftsQuery(project));
  return (
    <>
      <ProjectHead project={project} page="drafts.title" />
      <div className="drafts cols">
        <div>
          <Asked of={asked}>
            {(drafts) => drafts.length === 0 ? <p className="text">{t("drafts.none")}</p> : (
              <table className="tbl small stack flush">
                <thead>
                  <tr>
                    <th scope="col">{t("drafts.name")}</th>
                    <th scope="col">{t("drafts.begun")}</th>
                    <th scope="col" className="n">{t("drafts.steps")}</th>
                    <th scope="col" className="n">{t("drafts.planned")}</th>
                  </tr>
                </thead>
                <tbody>
                  {drafts.map((draft) => (
                    <tr key={draft.id}>
                      <th scope="row"><Link to="/projects/$project/drafts/$draft" params={{ project, draft: draft.id }}>{draft.name}</Link></th>
                      <td data-label={t("drafts.begun")}>{t("history.at.by", { at: dates.moment(draft.at), name: draft.by.name })}</td>
                      <td className="n" data-label={t("drafts.steps")}>{draft.steps}</td>
                      <td className="n" data-label={t("drafts.planned")}>{dates.weekdayDay(lastMoment(draft.finish))}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </Asked>
        </div>
        <Begin project={project} />
      </div>
    </>
  );
}

function Begin({ project }: { project: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [name, setName] = useState("");
  const beginning = useDoing(() => send<Draft>("POST", `/api/projects/${project}/drafts`, { name: name.trim() }), "drafts");
  const begin = () =>
    beginning.mutateAsync(undefined).then((draft) => navigate({ to: "/projects/$project", params: { project: draft.id } }), () => undefined);
  return (
    <form onSubmit={(event) => { event.preventDefault(); void begin(); }}>
      <h2>{t("drafts.begin")}</h2>
      <p className="i2">{t("drafts.begin.detail")}</p>
      <TextField label={t("drafts.name")} required maxLength={100} value={name} placeholder={t("drafts.name.example")} onChange={(event) => setName(event.target.value)} />
      {beginning.error && <Notice problem={beginning.error} />}
      <p className="acts">
        <button className="btn go" disabled={beginning.isPending || name.trim() === ""}>{t("drafts.begin.act")}</button>
      </p>
    </form>
  );
}
