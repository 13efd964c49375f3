import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { projectsQuery, systemsQuery } from "../api/queries";
import type { SystemKind, UsedSystem, UsedSystems } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { SystemForm } from "./SystemForm";
import { SystemsDrawn } from "./SystemsDrawn";
import "../forecasting/promises.css";
import "./systems.css";

export const SYSTEM_KINDS: readonly SystemKind[] = ["component", "environment", "tool"];

/// What a project makes, runs on and is worked with; who knows it, and which tasks are about it.
export default function SystemsPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  return (
    <>
      <ProjectHead project={project} page="systems.title" />
      <Asked of={useQuery(systemsQuery(project))}>{(all) => <All project={project} all={all} />}</Asked>
    </>
  );
}

/// Known by one person alone, or by nobody.
export const isFrail = ({ knows }: UsedSystem): boolean => knows.length < 2;

function All({ project, all }: { project: string; all: UsedSystems }) {
  const { t } = useWords();
  const can = useCan();
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const [edited, setEdited] = useState<UsedSystem>();
  const frail = all.items.filter(isFrail).length;
  const strange = all.items.reduce((sum, { tasks }) => sum + tasks.filter(({ strangers }) => strangers.length > 0).length, 0);
  const form = can("plan.edit");
  return (
    <>
      <p className="say" role="status"><Rich>{all.items.length === 0 ? t("systems.none") : t("systems.sentence", { count: all.items.length, frail, strange })}</Rich></p>
      {all.items.length > 0 && <SystemsDrawn items={all.items} />}
      <div className={form ? "promises cols" : "promises"}>
        <div>
          {all.items.length === 0 && <p className="text">{t("systems.none.detail")}</p>}
          {SYSTEM_KINDS.map((kind) => {
            const items = all.items.filter((each) => each.kind === kind);
            return items.length > 0 && (
              <section key={kind} aria-labelledby={`systems-${kind}`}>
                <h2 id={`systems-${kind}`}>{t(`systems.kinds.${kind}`)}</h2>
                <ul className="standing systems">
                  {items.map((each) => <One key={each.id} project={project} of={each} all={all.items} zone={zone} edit={form ? () => setEdited(each) : undefined} />)}
                </ul>
              </section>
            );
          })}
        </div>
        {form && <SystemForm key={edited ? `${edited.id} ${edited.version}` : "new"} project={project} all={all} edited={edited} done={() => setEdited(undefined)} />}
      </div>
    </>
  );
}

function One({ project, of, all, zone, edit }: { project: string; of: UsedSystem; all: UsedSystem[]; zone?: string; edit?: () => void }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const on = of.runsOn.flatMap((id) => all.filter((each) => each.id === id)).map(({ name }) => name);
  const over = of.asset?.due !== undefined && of.asset.due < dates.today;
  return (
    <li id={`system-${of.id}`}>
      <h3>
        {of.name}
        {edit && <button className="lnk" type="button" aria-label={t("systems.edit.of", { name: of.name })} onClick={edit}>{t("systems.edit")}</button>}
      </h3>
      {of.about && <p className="i2">{of.about} {of.link && <a className="lnk" href={of.link} rel="noreferrer" target="_blank">{t("systems.link")}</a>}</p>}
      {!of.about && of.link && <p><a className="lnk" href={of.link} rel="noreferrer" target="_blank">{t("systems.link")}</a></p>}
      <dl className="pairs">
        <dt>{t("systems.knows")}</dt>
        <dd>
          {of.knows.length === 0 ? <span className="c-late">✕ {t("systems.nobody")}</span> : of.knows.map((each, i) => (
            <span key={each.person}>
              {i > 0 && ", "}{each.name}
              <span className="i3">
                {!each.said && ` (${t("systems.byField", { field: of.field ?? "", level: each.level ?? 0 })})`}
                {!each.here && ` (${t("systems.away")})`}
              </span>
            </span>
          ))}
          {of.knows.length === 1 && <span className="c-risk"> ▲ {t("systems.alone")}</span>}
          {of.elsewhere.length > 0 && <span className="lab">{t("systems.elsewhere", { names: of.elsewhere.map(({ name }) => name).join(", ") })}</span>}
        </dd>
        {of.field && <><dt>{t("systems.field")}</dt><dd>{of.field}</dd></>}
        {on.length > 0 && <><dt>{t(`systems.on.${of.kind}`)}</dt><dd>{on.join(", ")}</dd></>}
        {of.asset && (
          <>
            <dt>{t("systems.asset")}</dt>
            <dd>
              <Link to="/register/$asset" params={{ asset: of.asset.id }}>{of.asset.name}</Link> <span className="i3">{of.asset.line}</span>
              {of.asset.due && of.asset.ends && <span className={over ? "c-late" : "i2"}> {over ? "✕ " : ""}{t("systems.replace", { due: dates.day(of.asset.due), ends: dates.day(of.asset.ends) })}</span>}
            </dd>
          </>
        )}
        {of.tasks.length > 0 && (
          <>
            <dt>{t("systems.tasks")}</dt>
            <dd>
              <ul>
                {of.tasks.map((task) => (
                  <li key={task.task} className={task.done ? "i3" : ""}>
                    <Link className="lnk" to="/projects/$project" params={{ project }} hash={task.task}>{task.name}</Link>{" "}
                    {task.done ? t("systems.done", { day: dates.day(task.finish) }) : task.who.join(", ")}
                    {task.strangers.length > 0 && <span className="c-risk"> ▲ {t("systems.stranger", { names: task.strangers.join(", "), many: task.strangers.length })}</span>}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </li>
  );
}
