import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import type { Filter } from "../gantt/model/outline";
import { GanttChart } from "../gantt/paint/chart";
import type { Column } from "../gantt/paint/columns";
import type { Zoom } from "../gantt/layout/scale";
import { useSession } from "../identity/session";
import { useWords, type Words } from "../words/words";
import { behind } from "./facts";
import type { Change, Id } from "./plan";
import { useDesk, type Desk } from "./useSession";
import { lastMoment } from "../ui/dates";

/// Pixels a day.
const LEAST_READABLE = 3.2;

type Props = {
  ref?: Ref<GanttChart | undefined>;
  row: number;
  columns: Column[];
  filter: Filter | undefined;
  proposed: Id | undefined;
  zoomed: (zoom: Zoom) => void;
  chosen: (tasks: Id[]) => void;
  say: (text: string) => void;
};

/// The chart in the page. React gives it plans and hears of changes; between the two it draws itself.
export function Chart({ ref, row, columns, filter, proposed, zoomed, chosen, say }: Props) {
  const desk = useDesk();
  const { word, locale, t } = useWords();
  const own = useSession()?.account.id;
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<GanttChart>(undefined);
  const preview = (changes: Change[]) => previewed(desk, changes, t);
  const now = useRef({ desk, zoomed, chosen, say, preview, columns });
  now.current = { desk, zoomed, chosen, say, preview, columns };
  useImperativeHandle(ref, () => chart.current, [row, locale, desk.canEdit]);

  useEffect(() => {
    const made = new GanttChart(host.current!, {
      locale,
      row,
      canEdit: desk.canEdit,
      words: (key, values) => word(key, values) ?? key,
      events: {
        change: (changes, label) => now.current.desk.session.edit(changes, label),
        preview: (changes) => now.current.preview(changes),
        select: (ids) => now.current.chosen(ids),
        open: (id) => now.current.desk.open(id),
        status: (text) => now.current.say(text),
        undo: () => void now.current.desk.session.undo(),
        redo: () => void now.current.desk.session.redo(),
        help: () => window.dispatchEvent(new KeyboardEvent("keydown", { key: "?" })),
        editing: (id, field) => now.current.desk.session.at(id, field),
        zoomed: (zoom) => now.current.zoomed(zoom),
      },
    });
    chart.current = made;
    const { plan, state } = now.current.desk;
    made.closed = behind(plan.tasks);
    made.setPlan(plan, state.forecast);
    made.setColumns(now.current.columns);
    begin(made);
    return () => {
      made.destroy();
      chart.current = undefined;
    };
  }, [row, locale, desk.canEdit, word]);

  const { plan, state } = desk;
  const shown = useRef(state.moved);
  useEffect(() => {
    chart.current?.setPlan(plan, state.forecast, state.moved === shown.current ? undefined : state.moved);
    shown.current = state.moved;
  }, [plan, state.forecast, state.moved]);
  useEffect(() => chart.current?.setColumns(columns), [columns]);
  useEffect(() => chart.current?.setFilter(filter), [filter]);
  useEffect(() => chart.current?.setPresence(state.present.filter(({ account }) => account !== own)), [state.present, own]);
  const proposal = state.proposals.find(({ id }) => id === proposed);
  useEffect(() => chart.current?.setProposal(proposal?.moves), [proposal]);

  return <div className="chart-host" ref={host} />;
}

/// All of the plan if that can be read, else this week and the next.
function begin(chart: GanttChart): void {
  chart.fit();
  if (chart.scale.perDay >= LEAST_READABLE) return;
  chart.setZoom("week");
  chart.today();
}

/// What a change would do, in two or three short sentences; undefined if nobody can say.
async function previewed({ api, plan, dates }: Desk, changes: Change[], t: Words["t"]): Promise<string | undefined> {
  try {
    const { finish, alsoMoved, findings } = await api.preview(changes);
    const broken = findings.filter((finding) => finding.severity !== "note").length;
    const day = dates.weekdayDay(lastMoment(finish));
    return [
      lastMoment(finish).slice(0, 10) === lastMoment(plan.finish).slice(0, 10)
        ? t("planning.preview.same", { day })
        : t("planning.preview.finish", { day, was: dates.day(lastMoment(plan.finish)) }),
      t("planning.preview.moves", { count: alsoMoved }),
      broken > 0 ? t("planning.preview.breaks", { count: broken }) : "",
    ].filter(Boolean).join(" ");
  } catch {
    // The note goes without it: nobody was promised a preview.
    return undefined;
  }
}
