import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useMediaQuery } from "@mantine/hooks";
import type { Column } from "../gantt/paint/columns";
import type { GanttChart } from "../gantt/paint/chart";
import type { Zoom } from "../gantt/layout/scale";
import { useSession } from "../identity/session";
import type { Project } from "../api/types";
import { Notice, Waiting } from "../ui/states";
import { useWords } from "../words/words";
import { Chart } from "./Chart";
import { DraftBanner } from "./DraftBanner";
import { EmptyPlan } from "./EmptyPlan";
import { promises } from "./facts";
import { Findings } from "./Findings";
import { HealthStrip } from "./HealthStrip";
import { ConflictNote, KeptLine, RefusalNote, StatusLine } from "./Lines";
import { PhonePlan } from "./PhonePlan";
import type { Id, Task } from "./plan";
import type { PlanApi } from "./planApi";
import { PlanCalendar } from "./PlanCalendar";
import { PlanHead, type Only, type View } from "./PlanHead";
import { PlanList } from "./PlanList";
import { ProposalTray } from "./ProposalTray";
import { TaskPanel } from "./TaskPanel";
import { byId, DeskContext, useNumbers, usePlan, usePlanDates, type Desk } from "./useSession";
import "./planning.css";

type Props = {
  project: Id;
  api: PlanApi;
  client?: string;
  draft?: Project["draft"];
  view: View;
  setView: (view: View) => void;
  opened?: Id;
  open: (task: Id | undefined) => void;
};

/// The project's page, whatever serves its plan.
const NONE: Task[] = [];

export function PlanDesk(props: Props) {
  const { project, api, opened, open } = props;
  const { t } = useWords();
  const { session, state } = usePlan(api, project);
  const { plan } = state;
  const { dates, zone } = usePlanDates(plan);
  const tasks = plan?.tasks ?? NONE;
  const lookup = useMemo(() => byId(tasks), [tasks]);
  const numbers = useNumbers(tasks);
  if (!plan) {
    if (state.failure) return <Notice problem={state.failure} again={() => session.tryNow()} />;
    return <Waiting>{t("planning.opening")}</Waiting>;
  }
  const canEdit = plan.can?.edit !== false;
  const desk: Desk = { session, api, state, plan, byId: lookup, numbers, dates, zone, canEdit, opened, open };
  return (
    <DeskContext value={desk}>
      <Open {...props} desk={desk} />
    </DeskContext>
  );
}

function Open({ desk, view, setView, client, draft }: Props & { desk: Desk }) {
  const { plan, state, session, byId, numbers, opened, open } = desk;
  const chart = useRef<GanttChart>(undefined);
  const phone = useMediaQuery("(max-width: 760px)");
  const density = useSession()?.account.density;
  const [zoom, setZoom] = useState<Zoom>("week");
  const [columns, setColumns] = useState<Column[]>(keptColumns);
  const [find, setFind] = useState("");
  const [only, setOnly] = useState<Only>("all");
  const [chosen, setChosen] = useState<Id[]>([]);
  const [said, say] = useState("");
  const [findings, showFindings] = useState(false);
  const filter = useFilter(desk, find, only);
  const proposal = state.proposals.find(({ kind }) => kind === "facts") ?? state.proposals[0];
  const task = opened ? byId.get(opened) : undefined;
  useUndoKeys(desk);
  useEffect(() => {
    if (!opened || !chart.current) return;
    chart.current.select([opened], { scroll: true });
  }, [opened]);
  const chose = useCallback((ids: Id[]) => {
    setChosen(ids);
    session.at(ids[0]);
  }, [session]);
  const keepColumns = (next: Column[]) => {
    localStorage.setItem("gantt.columns", next.join());
    setColumns(next);
  };
  const side = findings ? <Findings close={() => showFindings(false)} /> : task && <TaskPanel key={task.id} task={task} number={numbers.get(task.id) ?? ""} />;
  const openTask = (id: Id | undefined) => {
    showFindings(false);
    open(id);
  };
  const empty = plan.tasks.length === 0;
  return (
    <DeskContext value={{ ...desk, open: openTask }}>
      <div className="plan-page">
        <PlanHead {...{ view, setView, client, draft, chart, zoom, columns, find, setFind, only, setOnly }} setColumns={keepColumns} />
        {draft && <DraftBanner id={plan.project} draft={draft} />}
        <KeptLine />
        {!empty && <HealthStrip showFindings={() => showFindings(!findings)} />}
        <div className={side ? "plan with-side" : "plan"}>
          <div className="drawing">
            {empty && view === "plan" ? <EmptyPlan /> : view === "list" ? <PlanList filter={filter} /> : view === "calendar" ? <PlanCalendar filter={filter} /> : phone ? <PhonePlan filter={filter} /> : (
              <Chart ref={chart} row={density === "comfortable" ? 32 : 24} columns={columns} filter={filter} proposed={proposal?.id} zoomed={setZoom} chosen={chose} say={say} />
            )}
          </div>
          {proposal && <ProposalTray proposal={proposal} chosen={chosen} />}
          {side}
        </div>
        <StatusLine said={said} chosen={chosen.length} />
        <ConflictNote />
        <RefusalNote />
      </div>
    </DeskContext>
  );
}

const OURS: Column[] = ["no", "name", "who", "start", "finish", "likely"];

function keptColumns(): Column[] {
  const kept = localStorage.getItem("gantt.columns");
  return kept === null ? OURS : (["name", ...kept.split(",").filter(Boolean)] as Column[]);
}

function useFilter({ plan, state, numbers }: Desk, find: string, only: Only): ((task: Task) => boolean) | undefined {
  const me = useSession()?.person;
  return useMemo(() => {
    const words = find.trim().toLocaleLowerCase();
    if (words === "" && only === "all") return undefined;
    const late = new Set(promises(plan, state.forecast).filter(({ standing }) => standing !== "safe").map(({ task }) => task.id));
    const names = new Map(plan.people.map(({ id, name }) => [id, name.toLocaleLowerCase()]));
    const those = (task: Task) => [...(task.who ?? []), ...(task.assignments ?? [])].flatMap(({ person }) => person ?? []);
    return (task: Task) => {
      if (only === "critical" && !task.critical) return false;
      if (only === "late" && !late.has(task.id)) return false;
      if (only === "open" && (task.progress?.finished || task.kind === "summary")) return false;
      if (only === "mine" && !those(task).includes(me ?? "")) return false;
      if (words === "") return true;
      return (
        task.name.toLocaleLowerCase().includes(words) ||
        numbers.get(task.id) === words ||
        those(task).some((person) => names.get(person)?.includes(words))
      );
    };
  }, [plan, state.forecast, numbers, find, only, me]);
}

/// Ctrl+Z and Ctrl+Y work wherever nobody is typing.
function useUndoKeys({ session, canEdit }: Desk) {
  useEffect(() => {
    if (!canEdit) return;
    const pressed = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      void (key === "y" || event.shiftKey ? session.redo() : session.undo());
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [session, canEdit]);
}
