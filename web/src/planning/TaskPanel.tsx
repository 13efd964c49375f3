import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { formatRanged, parseExtent, setExtent } from "../gantt/model/extent";
import { Working } from "../gantt/model/working";
import { parseDay } from "../gantt/gestures/typing";
import { Replaces } from "../programme/ReplacedBy";
import { useWords } from "../words/words";
import { inDays, isReckoning, likely, people } from "./facts";
import { iso } from "./guess";
import { LinkFields } from "./LinkFields";
import type { Task, Written } from "./plan";
import { useDesk } from "./useSession";
import { lastMoment } from "../ui/dates";
import { TaskAround } from "./TaskAround";
import { Why } from "./Why";

/// Everything about one task beside the chart: its dates, why it is there, what it may be changed to.
export function TaskPanel({ task, number }: { task: Task; number: string }) {
  const { t } = useWords();
  const { open, plan } = useDesk();
  const summary = task.kind === "summary";
  return (
    <aside className="side" aria-label={task.name}>
      <header className="side-head">
        <NameField task={task} />
        <button className="btn bare" type="button" aria-label={t("app.close")} onClick={() => open(undefined)}>
          ✕
        </button>
      </header>
      <SubLine task={task} number={number} />
      <ThreeDates task={task} />
      <Replaces project={plan.project} task={task} />
      <h3>{t("planning.why")}</h3>
      <Why task={task} />
      <FloatLine task={task} />
      {!summary && (
        <>
          <h3>{t("planning.written")}</h3>
          <Fields task={task} />
          <h3>{t("planning.waitsFor")}</h3>
          <LinkFields task={task} />
        </>
      )}
      <TaskAround task={task} />
    </aside>
  );
}

function SubLine({ task, number }: { task: Task; number: string }) {
  const { plan } = useDesk();
  const extent = useExtent();
  return <p className="lab">{[number, people(task, plan), extent(task)].filter(Boolean).join(" · ")}</p>;
}

function ThreeDates({ task }: { task: Task }) {
  const { t } = useWords();
  const { plan, state, dates } = useDesk();
  const by = likely(task, state.forecast);
  const done = task.progress?.finished;
  const old = isReckoning(plan, state.forecast);
  return (
    <dl className="dts">
      {task.kind !== "milestone" && (
        <div>
          <dt>{done ? t("planning.began") : t("planning.plannedStart")}</dt>
          <dd>
            {dates.weekdayDay(task.start)} <span>{dates.time(task.start)}</span>
          </dd>
        </div>
      )}
      <div>
        <dt>{done ? t("planning.finished") : t("planning.plannedFinish")}</dt>
        <dd>
          {dates.weekdayDay(lastMoment(task.finish))} <span>{dates.time(task.finish)}</span>
        </dd>
      </div>
      {by && !done && (
        <div>
          <dt>{t("planning.likelyBy")}</dt>
          <dd className={old ? "old" : ""}>
            {dates.weekdayDay(lastMoment(by))} <span>{old ? t("planning.reckoning") : dates.percent(0.8)}</span>
          </dd>
        </div>
      )}
    </dl>
  );
}

function FloatLine({ task }: { task: Task }) {
  const { t } = useWords();
  const { plan, zone } = useDesk();
  if (task.progress?.finished || task.kind === "summary") return null;
  if (task.critical) return <p className="nb c-critical"><b>{t("planning.float.none")}</b> {t("planning.float.critical")}</p>;
  if (!task.floatMinutes) return null;
  const minutes = new Working(zone, plan.calendar).minutesOfADay();
  return <p className="nb">{t("planning.float.days", { days: inDays(task.floatMinutes, minutes) })}</p>;
}

function NameField({ task }: { task: Task }) {
  const { t } = useWords();
  const { canEdit } = useDesk();
  const set = useSet(task);
  if (!canEdit) return <h2>{task.name}</h2>;
  return (
    <h2>
      <TextField label={t("planning.column.name")} value={task.name} take={(name) => (name ? set({ name }) : false)} className="name" />
    </h2>
  );
}

function Fields({ task }: { task: Task }) {
  const { t } = useWords();
  const { dates, plan, zone, canEdit } = useDesk();
  const set = useSet(task);
  const extent = useExtent();
  const working = new Working(zone, plan.calendar);
  const day = (at: string | undefined) => (at ? dates.dayOf(lastMoment(at)) : "");
  const readDay = (text: string, minute: (day: number) => number): string | null | undefined => {
    if (text === "") return null;
    const found = parseDay(text, zone, Date.parse(plan.now));
    return found === undefined ? undefined : iso(minute(found));
  };
  const first = (of: number) => working.firstMinute(of);
  const last = (of: number) => working.lastMinute(of);
  const finished = task.progress?.finished;
  return (
    <fieldset className="written" disabled={!canEdit}>
      <legend className="visually-hidden">{t("planning.written")}</legend>
      <Pair name={t("planning.column.who")}>
        <WhoField task={task} />
      </Pair>
      <Pair name={t("planning.column.extent")}>
        <TextField
          label={t("planning.column.extent")}
          value={extent(task)}
          hint={t("planning.extent.hint")}
          take={(text) => {
            const read = parseExtent(text, task.kind === "milestone" ? "effort" : task.kind, daysOf(working));
            return read ? set(setExtent(read, task.kind, task.range)) : false;
          }}
        />
      </Pair>
      <Pair name={t("planning.notBefore")}>
        <TextField
          label={t("planning.notBefore")}
          value={day(task.notBefore && startOf(task.notBefore))}
          hint={t("planning.day.hint")}
          take={(text) => {
            const at = readDay(text, first);
            return at === undefined ? false : set({ notBefore: at });
          }}
        />
      </Pair>
      <Pair name={t("planning.pin")}>
        <label className="check">
          <input type="checkbox" checked={Boolean(task.pinned)} onChange={(event) => set({ pinned: event.target.checked ? task.start : null })} />
          {task.pinned ? t("planning.pin.at", { day: dates.weekdayDay(task.pinned) }) : t("planning.pin.none")}
        </label>
      </Pair>
      <Pair name={t("planning.promised")}>
        <TextField
          label={t("planning.promised")}
          value={day(task.deadline?.by)}
          hint={t("planning.day.hint")}
          take={(text) => {
            const by = readDay(text, last);
            if (by === undefined) return false;
            return set({ deadline: by === null ? null : { ...task.deadline, by } });
          }}
        />
      </Pair>
      {task.deadline && (
        <Pair name={t("planning.promised.whom")}>
          <TextField
            label={t("planning.promised.whom")}
            value={task.deadline.promisedTo ?? ""}
            take={(promisedTo) => set({ deadline: { by: task.deadline!.by, ...(promisedTo ? { promisedTo } : {}) } })}
          />
        </Pair>
      )}
      <Pair name={t("planning.progress")}>
        {finished ? (
          <label className="check">
            <input type="checkbox" checked onChange={() => set({ progress: { started: task.progress!.started, remainingMinutes: 0 } })} />
            {t("planning.progress.finished", { day: dates.day(lastMoment(finished)) })}
          </label>
        ) : (
          <ProgressField task={task} />
        )}
      </Pair>
    </fieldset>
  );
}

// A start says its own day; ends say the day before midnight.
const startOf = (at: string) => new Date(Date.parse(at) + 1).toISOString();
const daysOf = (working: Working) => ({ minutesOfADay: working.minutesOfADay(), daysOfAWeek: working.daysOfAWeek() });

/// Not begun; begun, and how much remains; finished. What remains is asked, never a percentage.
function ProgressField({ task }: { task: Task }) {
  const { t } = useWords();
  const { plan, zone } = useDesk();
  const set = useSet(task);
  const extent = useExtent();
  const working = new Working(zone, plan.calendar);
  const begin = () => set({ progress: { started: task.start < plan.now ? task.start : plan.now, remainingMinutes: task.minutes ?? 0 } });
  const finish = () => {
    const started = task.progress?.started ?? (task.start < plan.now ? task.start : plan.now);
    return set({ progress: { started, finished: plan.now } });
  };
  return (
    <span className="progress">
      {task.progress && task.kind !== "milestone" && (
        <TextField
          label={t("planning.progress.remaining")}
          value={extent({ ...task, range: undefined, minutes: task.progress.remainingMinutes ?? task.minutes })}
          hint={t("planning.progress.remaining")}
          take={(text) => {
            const read = parseExtent(text, task.kind, daysOf(working));
            return read ? set({ progress: { started: task.progress!.started, remainingMinutes: read.minutes ?? 0 } }) : false;
          }}
        />
      )}
      {!task.progress && task.kind !== "milestone" && <button className="lnk" type="button" onClick={begin}>{t("planning.progress.begin")}</button>}
      <button className="lnk" type="button" onClick={finish}>{t("planning.progress.finish")}</button>
    </span>
  );
}

function WhoField({ task }: { task: Task }) {
  const { t } = useWords();
  const { plan, canEdit } = useDesk();
  const set = useSet(task);
  const assigned = task.assignments ?? [];
  const free = plan.people.filter(({ id }) => !assigned.some(({ person }) => person === id));
  const name = (person: string | undefined) => plan.people.find(({ id }) => id === person)?.name ?? "";
  return (
    <span className="whos">
      {assigned.map((each, i) => (
        <span key={(each.person ?? each.skill ?? "") + i} className="whom">
          {each.person ? name(each.person) : t("planning.who.skill", { skill: each.skill ?? "" })}
          {each.units !== 100 && ` ${each.units}\u00a0%`}
          {canEdit && (
            <button
              className="x"
              type="button"
              aria-label={t("planning.who.remove", { name: each.person ? name(each.person) : (each.skill ?? "") })}
              onClick={() => set({ assignments: assigned.length > 1 ? assigned.filter((_, other) => other !== i) : null })}
            >
              ✕
            </button>
          )}
        </span>
      ))}
      {canEdit && free.length > 0 && (
        <select
          aria-label={t("planning.who.add")}
          value=""
          onChange={(event) => set({ assignments: [...assigned, { person: event.target.value, units: 100 }] })}
        >
          <option value="">{t("planning.who.add")}</option>
          {free.map((person) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </select>
      )}
    </span>
  );
}

export function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="pair">
      <span className="lab" aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

/// A line of text that counts with Enter or when it is left; Escape takes it back. `take` says false to what can't be.
export function TextField({ label, value, hint, take, className = "" }: {
  label: string;
  value: string;
  hint?: string;
  take: (text: string) => unknown;
  className?: string;
}) {
  const [typed, setTyped] = useState<string>();
  const [wrong, setWrong] = useState(false);
  const done = useRef(false);
  const finish = (text: string) => {
    const clean = text.trim();
    const taken = clean === value.trim() || take(clean) !== false;
    setWrong(!taken);
    if (taken) setTyped(undefined);
    return taken;
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Enter" && finish(event.currentTarget.value)) {
      done.current = true;
      event.currentTarget.blur();
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setTyped(undefined);
      setWrong(false);
    }
  };
  return (
    <input
      className={`quiet ${className}`}
      aria-label={label}
      aria-invalid={wrong || undefined}
      title={hint}
      placeholder={hint}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={key}
      onBlur={(event) => {
        if (!done.current && typed !== undefined) finish(event.currentTarget.value);
        done.current = false;
      }}
    />
  );
}

/// Writes fields of a task as one step.
export function useSet(task: Task): (set: Written) => void {
  const { t } = useWords();
  const { session } = useDesk();
  return (set) => session.edit([{ kind: "setTask", task: task.id, set }], t("planning.label.edit", { task: task.name }));
}

export function useExtent(): (task: Task) => string {
  const { t, locale } = useWords();
  const { plan, zone } = useDesk();
  const working = new Working(zone, plan.calendar);
  const units = {
    m: t("planning.unit.m"), h: t("planning.unit.h"), d: t("planning.unit.d"), w: t("planning.unit.w"),
    elapsed: t("planning.unit.elapsed"), locale,
  };
  return (task) => formatRanged(task.kind, task.minutes, task.range, daysOf(working), units);
}
