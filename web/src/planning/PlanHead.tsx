import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { createPortal } from "react-dom";
import { useEffect, useState, type RefObject } from "react";
import type { GanttChart } from "../gantt/paint/chart";
import { COLUMNS, type Column } from "../gantt/paint/columns";
import { ZOOMS, type Zoom } from "../gantt/layout/scale";
import { useWords } from "../words/words";
import type { Project } from "../api/types";
import { useSession } from "../identity/session";
import { ProjectTabs } from "./ProjectTabs";
import { useDesk } from "./useSession";

export type View = "plan" | "list" | "calendar";
export const VIEWS: View[] = ["plan", "list", "calendar"];
const FORMATS = ["html", "pdf", "xml", "csv", "ics", "svg", "png", "json"];

type Props = {
  view: View;
  setView: (view: View) => void;
  client?: string;
  draft?: Project["draft"];
  chart: RefObject<GanttChart | undefined>;
  zoom: Zoom;
  columns: Column[];
  setColumns: (columns: Column[]) => void;
  find: string;
  setFind: (text: string) => void;
  only: Only;
  setOnly: (only: Only) => void;
};
export type Only = "all" | "critical" | "late" | "mine" | "open";
const ONLY: Only[] = ["all", "open", "critical", "late", "mine"];

/// The project's name, its views, and what can be done to the plan as a whole.
export function PlanHead(props: Props) {
  const { view, setView, client, draft } = props;
  const { t } = useWords();
  const { plan } = useDesk();
  useEffect(() => {
    document.title = `${plan.name} · ${t("app.name")}`;
  }, [plan.name, t]);
  return (
    <div className="head plan-head">
      <h1>{plan.name}</h1>
      {client && <span className="sub">{t("planning.for", { client })}</span>}
      <nav className="tabs" aria-label={plan.name}>
        {VIEWS.map((each) => (
          <a key={each} href={`?view=${each}`} aria-current={each === view ? "page" : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              setView(each);
            }}>
            {t(`planning.view.${each}`)}
          </a>
        ))}
        <ProjectTabs project={plan.project} draft={Boolean(draft)} />
      </nav>
      <Here />
      <span className="tools">
        <Finder {...props} />
        {view === "plan" && <ChartTools {...props} />}
        <MoreMenu {...props} />
      </span>
    </div>
  );
}

function Finder({ find, setFind, only, setOnly }: Props) {
  const { t } = useWords();
  return (
    <>
      <input className="quiet finder" type="search" aria-label={t("planning.find")} placeholder={t("planning.find")} value={find} onChange={(event) => setFind(event.target.value)} />
      <select className="quiet" aria-label={t("planning.only")} value={only} onChange={(event) => setOnly(event.target.value as Only)}>
        {ONLY.map((each) => (
          <option key={each} value={each}>
            {t(`planning.only.${each}`)}
          </option>
        ))}
      </select>
    </>
  );
}

function ChartTools({ chart, zoom }: Props) {
  const { t } = useWords();
  const { canEdit } = useDesk();
  return (
    <>
      {canEdit && (
        <button className="btn" type="button" aria-keyshortcuts="Insert Control+I" onClick={() => chart.current?.add()}>
          {t("planning.add")}
        </button>
      )}
      <span className="seg" role="group" aria-label={t("planning.zoom")}>
        {ZOOMS.map((each) => (
          <button key={each} type="button" aria-pressed={each === zoom} onClick={() => chart.current?.setZoom(each)}>
            {t(`planning.zoom.${each}`)}
          </button>
        ))}
      </span>
      <button className="btn bare" type="button" onClick={() => chart.current?.fit()}>
        {t("planning.fit")}
      </button>
    </>
  );
}

function MoreMenu({ view, chart, columns, setColumns }: Props) {
  const { t } = useWords();
  const { canEdit, plan, session } = useDesk();
  const [sub, setSub] = useState<"columns" | "exports">();
  const act = (name: Parameters<typeof t>[0], keys: string, run: () => void) => (
    <Menu.Item onClick={run} rightSection={keys && <kbd>{keys}</kbd>}>
      {t(name)}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-end" width={270} onClose={() => setSub(undefined)} closeOnItemClick={sub !== "columns"}>
      <Menu.Target>
        <button className="btn" type="button">
          {t("planning.more")}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {sub === "columns" ? COLUMNS.filter((column) => column !== "name").map((column) => (
          <Menu.Item key={column} role="menuitemcheckbox" aria-checked={columns.includes(column)}
            onClick={() => setColumns(columns.includes(column) ? columns.filter((each) => each !== column) : [...columns, column])}>
            {columns.includes(column) ? "✓ " : "\u2003"}{t(`planning.column.${column}`)}
          </Menu.Item>
        )) : sub === "exports" ? FORMATS.map((format) => (
          <Menu.Item key={format} component="a" href={`/api/projects/${plan.project}/exports/${format}`} download>
            {t(`planning.export.${format}` as "planning.export.html")}
          </Menu.Item>
        )) : (
          <>
            {view === "plan" && canEdit && (
              <>
                {act("planning.indent", "Alt Shift →", () => chart.current?.indent())}
                {act("planning.outdent", "Alt Shift ←", () => chart.current?.outdent())}
                {act("planning.linkThem", "Ctrl F2", () => chart.current?.link())}
                {act("planning.unlinkThem", "Ctrl Shift F2", () => chart.current?.unlink())}
                {act("planning.remove", "Del", () => chart.current?.remove())}
                <Menu.Divider />
              </>
            )}
            {canEdit && (
              <>
                <Menu.Item disabled={!plan.undo} onClick={() => void session.undo()} rightSection={<kbd>Ctrl Z</kbd>}>{t("app.undo")}</Menu.Item>
                <Menu.Item disabled={!plan.redo} onClick={() => void session.redo()} rightSection={<kbd>Ctrl Y</kbd>}>{t("planning.redo")}</Menu.Item>
                <Menu.Item component={Link} to="/projects/$project/better" params={{ project: plan.project } as never}>{t("planning.search")}</Menu.Item>
                <Menu.Divider />
              </>
            )}
            {view === "plan" && (
              <>
                {act("planning.today", "", () => chart.current?.today())}
                {act("planning.openAll", "", () => chart.current?.openAll())}
                {act("planning.closeAll", "", () => chart.current?.closeAll())}
                <Menu.Item closeMenuOnClick={false} onClick={() => setSub("columns")}>{t("planning.columns")}</Menu.Item>
              </>
            )}
            <Menu.Item closeMenuOnClick={false} onClick={() => setSub("exports")}>{t("planning.exports")}</Menu.Item>
            <Menu.Item onClick={() => window.print()}>{t("planning.print")}</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/// Who else has this plan open, in the masthead.
function Here() {
  const { t } = useWords();
  const { state } = useDesk();
  const own = useSession()?.account.id;
  const [place, setPlace] = useState<HTMLElement | null>(null);
  useEffect(() => setPlace(document.getElementById("here")), []);
  const others = state.present.filter(({ account }) => account !== own);
  if (!place || others.length === 0) return null;
  return createPortal(
    <span className="here" role="img" aria-label={t("planning.here", { names: others.map(({ name }) => name).join(", ") })}>
      {others.slice(0, 5).map((person) => (
        <span key={person.account} className="who" title={person.name}>
          {person.initials}
        </span>
      ))}
    </span>,
    place,
  );
}
