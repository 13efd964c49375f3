import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { meetingDayQuery, peopleQuery } from "../api/queries";
import type { MeetingDay, MeetingMinute, MeetingMinuteKind } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan, useSession } from "../identity/session";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Where } from "./MeetingsPage";
import { draftOf, writtenOf } from "./meetings";
import "../forecasting/promises.css";
import "./meetings.css";

const KINDS: MeetingMinuteKind[] = ["note", "task", "decision", "issue", "question"];

/// One day of a meeting: what was said, and what each line became.
export default function MinutesPage() {
  const { project, meeting, day } = useParams({ strict: false }) as { project: string; meeting: string; day: string };
  return (
    <>
      <ProjectHead project={project} page="meetings.title" />
      <Asked of={useQuery(meetingDayQuery(project, meeting, day))}>{(of) => <Read key={day} project={project} of={of} />}</Asked>
    </>
  );
}

function Read({ project, of }: { project: string; of: MeetingDay }) {
  const { t } = useWords();
  const can = useCan();
  const days = useDates("UTC");
  const dates = useDates(of.meeting.zone);
  const { meeting, day, minutes, people } = of;
  const turn = (to: string, label: "meetings.before" | "meetings.after") => (
    <Link className="lnk" to="/projects/$project/meetings/$meeting/$day" params={{ project, meeting: meeting.id, day: to }}>
      {t(label, { day: days.weekdayDay(to) })}
    </Link>
  );
  return (
    <>
      <div className="meet-head">
        <h2>
          {meeting.title}, {days.full(day)}
        </h2>
        <p>
          {t("work.hours", { from: dates.time(of.from), to: dates.time(of.to) })} · {meeting.persons.map((each) => people[each] ?? t("meetings.somebody")).join(", ")}
        </p>
        <Where meeting={meeting} />
        {!of.takesPlace && <p className="c-risk">▲ {t("meetings.notHeld")}</p>}
        <p className="meet-days">
          <Link className="lnk" to="/projects/$project/meetings" params={{ project }}>
            {t("meetings.all")}
          </Link>
          {of.before && turn(of.before, "meetings.before")}
          {of.after && turn(of.after, "meetings.after")}
          {of.takesPlace && can("plan.edit") && <LeaveOut project={project} of={of} />}
        </p>
      </div>
      <div className={can("progress.tell") ? "promises cols" : "promises"}>
        <div>
          <h3>{t("meetings.minutes.title")}</h3>
          {minutes.length === 0 && <p className="i2">{t("meetings.minutes.none")}</p>}
          <ol className="meet-lines">
            {minutes.map((minute) => (
              <Line key={minute.id} project={project} of={of} minute={minute} />
            ))}
          </ol>
        </div>
        {can("progress.tell") && <Take project={project} of={of} />}
      </div>
    </>
  );
}

function Line({ project, of, minute }: { project: string; of: MeetingDay; minute: MeetingMinute }) {
  const { t } = useWords();
  const can = useCan();
  const own = useSession()?.account.id === minute.account;
  const days = useDates("UTC");
  const dates = useDates();
  const { id, kind, text, made, owner, due, name, at } = minute;
  const removing = useDoing(() => send("DELETE", `/api/projects/${project}/meetings/${of.meeting.id}/minutes/${id}`), "meetings");
  const more = [owner && t("meetings.by", { name: of.people[owner] ?? t("meetings.somebody") }), due && t("meetings.due", { day: days.weekdayDay(due) })].filter(Boolean).join(", ");
  return (
    <li className={kind}>
      <span className="lab">{t(`meetings.kind.${kind}`)}</span>
      <div>
        <p className="words">{text}</p>
        {more && <p className="i2">{more}</p>}
        {made && <Made project={project} kind={kind} />}
        <p className="lab">
          {name}, {dates.moment(at)}{" "}
          {!made && (own || can("plan.edit")) && (
            <button className="lnk" type="button" aria-label={t("meetings.remove.of", { text })} disabled={removing.isPending} onClick={() => removing.mutate(undefined)}>
              {t("meetings.remove")}
            </button>
          )}
        </p>
        {removing.error && <Notice problem={removing.error} />}
      </div>
    </li>
  );
}

/// Where it stands now.
function Made({ project, kind }: { project: string; kind: MeetingMinuteKind }) {
  const { t } = useWords();
  const can = useCan();
  const said = t(`meetings.made.${kind as "task"}`);
  if (kind === "task") return <p><Link className="lnk" to="/projects/$project" params={{ project }}>{said}</Link></p>;
  if (kind === "question") return <p className="i2">{can("plan.edit") ? <Link className="lnk" to="/desk">{said}</Link> : said}</p>;
  return <p><Link className="lnk" to="/projects/$project/log" params={{ project }}>{said}</Link></p>;
}

/// This one alone does not take place; the others do.
function LeaveOut({ project, of }: { project: string; of: MeetingDay }) {
  const { t } = useWords();
  const { meeting, day } = of;
  const draft = draftOf(meeting, day);
  const leaving = useDoing(
    () => send("PUT", `/api/projects/${project}/meetings/${meeting.id}`, writtenOf({ ...draft, without: [...draft.without, day] }), meeting.version),
    "meetings",
    "work",
  );
  return (
    <>
      <button className="lnk" type="button" disabled={leaving.isPending} onClick={() => leaving.mutate(undefined, { onSuccess: () => say(t("meetings.said.left")) })}>
        {t("meetings.leaveOut")}
      </button>
      {leaving.error && <Notice problem={leaving.error} />}
    </>
  );
}

const nothing = { text: "", owner: "", due: "", hours: "2" };

/// A line, and what it becomes the moment it is written.
function Take({ project, of }: { project: string; of: MeetingDay }) {
  const { t } = useWords();
  const can = useCan();
  const plans = can("plan.edit");
  const kinds = KINDS.filter((each) => each === "note" || each === "issue" || plans);
  const [kind, setKind] = useState<MeetingMinuteKind>("note");
  const [draft, setDraft] = useState(nothing);
  const set = (name: keyof typeof nothing) => (event: { target: { value: string } }) => setDraft((before) => ({ ...before, [name]: event.target.value }));
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const owned = kind === "task" || kind === "issue";
  const taking = useDoing(
    () =>
      send("POST", `/api/projects/${project}/meetings/${of.meeting.id}/days/${of.day}/minutes`, {
        kind,
        text: draft.text.trim(),
        ...(owned && draft.owner ? { owner: draft.owner } : {}),
        ...(owned && draft.due ? { due: draft.due } : {}),
        ...(kind === "task" ? { minutes: Math.round(Number(draft.hours) * 60) } : {}),
      }),
    "meetings",
    "log",
    "plan",
    "desk",
  );
  return (
    <form
      className="give"
      onSubmit={(event) => {
        event.preventDefault();
        taking.mutate(undefined, {
          onSuccess: () => {
            if (kind !== "note") say(t(`meetings.made.${kind}`));
            setDraft(nothing);
          },
        });
      }}
    >
      <h2>{t("meetings.write")}</h2>
      <ChoiceField label={t("meetings.kind")} value={kind} onChange={(event) => setKind(event.target.value as MeetingMinuteKind)} note={t(`meetings.kind.${kind}.note`)}>
        {kinds.map((each) => <option key={each} value={each}>{t(`meetings.kind.${each}`)}</option>)}
      </ChoiceField>
      <div className="field">
        <label htmlFor="minute">{t("meetings.text")}</label>
        <textarea id="minute" rows={3} required maxLength={kind === "note" ? 4000 : 300} value={draft.text} onChange={set("text")} />
      </div>
      {owned && (
        <>
          <ChoiceField label={t("meetings.owner")} value={draft.owner} onChange={set("owner")}>
            <option value="">{t("meetings.owner.none")}</option>
            {people.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
          </ChoiceField>
          <DayField label={t("meetings.until")} required={false} value={draft.due} change={(due) => setDraft((before) => ({ ...before, due }))} />
        </>
      )}
      {kind === "task" && <TextField label={t("meetings.hours")} type="number" min="0.25" max="160" step="0.25" required value={draft.hours} onChange={set("hours")} />}
      {taking.error && <Notice problem={taking.error} />}
      <p className="acts">
        <button className="btn go" disabled={taking.isPending || draft.text.trim() === ""}>
          {t("meetings.write.act")}
        </button>
      </p>
    </form>
  );
}
