import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { meetingsQuery } from "../api/queries";
import type { Meeting, MeetingItem, MeetingList } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useRuleWords } from "../maintenance/useRuleWords";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { MeetingForm } from "./MeetingForm";
import { addressOf, clockOf, endless } from "./meetings";
import "../forecasting/promises.css";
import "./meetings.css";

/// When the people of a project meet, and what was written down.
export default function MeetingsPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  return (
    <>
      <ProjectHead project={project} page="meetings.title" />
      <Asked of={useQuery(meetingsQuery(project))}>{(list) => <Read project={project} list={list} />}</Asked>
    </>
  );
}

function Read({ project, list }: { project: string; list: MeetingList }) {
  const { t } = useWords();
  const edits = useCan()("plan.edit");
  const going = list.items.filter(({ next }) => next.length > 0);
  const over = list.items.filter(({ next, minuted }) => next.length === 0 && minuted.length > 0);
  return (
    <>
      <p className="say">
        <Rich>{t("meetings.says", { going: going.length })}</Rich>
      </p>
      <div className={edits ? "promises cols" : "promises"}>
        <div>
          {list.items.length === 0 && <p className="text">{t("meetings.none.detail")}</p>}
          <ul className="standing" aria-label={t("meetings.title")}>
            {[...going, ...over].map((item) => (
              <Row key={item.meeting.id} project={project} item={item} people={list.people} edits={edits} />
            ))}
          </ul>
        </div>
        {edits && <MeetingForm project={project} />}
      </div>
    </>
  );
}

function Row({ project, item, people, edits }: { project: string; item: MeetingItem; people: MeetingList["people"]; edits: boolean }) {
  const { t } = useWords();
  const { meeting, next, minuted } = item;
  const dates = useDates("UTC");
  const rule = useRuleWords();
  const [editing, setEditing] = useState(false);
  const day = (each: string) => (
    <Link key={each} className="lnk" to="/projects/$project/meetings/$meeting/$day" params={{ project, meeting: meeting.id, day: each }} aria-label={t("meetings.day.of", { title: meeting.title, day: dates.weekdayDay(each) })}>
      {dates.weekdayDay(each)}
    </Link>
  );
  return (
    <li>
      <div className="what">
        <h2>{meeting.title}</h2>
        <p>
          {meeting.rule ? rule(endless(meeting.rule)) : dates.full(meeting.first)}, {clockOf(meeting)}
        </p>
        <Where meeting={meeting} />
        <p className="i2">{meeting.persons.map((each) => people[each] ?? t("meetings.somebody")).join(", ")}</p>
      </div>
      <div className="stands">
        <p>{next.length === 0 ? t("meetings.over") : t("meetings.next")}</p>
        <p className="meet-days">{next.map(day)}</p>
        {minuted.length > 0 && (
          <>
            <p className="lab">{t("meetings.minuted")}</p>
            <p className="meet-days">{minuted.slice(0, 4).map(day)}</p>
          </>
        )}
        {edits && next.length > 0 && !editing && (
          <p className="acts">
            <button className="btn" type="button" aria-label={t("meetings.edit.of", { title: meeting.title })} onClick={() => setEditing(true)}>
              {t("app.edit")}
            </button>
            <End project={project} meeting={meeting} />
          </p>
        )}
      </div>
      {editing && (
        <div className="more">
          <MeetingForm project={project} meeting={meeting} done={() => setEditing(false)} />
        </div>
      )}
    </li>
  );
}

/// A place in words, and an address that can be followed.
export function Where({ meeting }: { meeting: Pick<Meeting, "place" | "link"> }) {
  const { t } = useWords();
  const address = addressOf(meeting.link);
  if (!meeting.place && !address) return null;
  return (
    <p className="i2">
      {meeting.place} {address && <a className="lnk" href={address} target="_blank" rel="noopener noreferrer">{t("meetings.join")}</a>}
    </p>
  );
}

/// Asked once more, in place: it can't be taken back.
function End({ project, meeting }: { project: string; meeting: Meeting }) {
  const { t } = useWords();
  const [sure, setSure] = useState(false);
  const ending = useDoing(() => send("DELETE", `/api/projects/${project}/meetings/${meeting.id}`, undefined, meeting.version), "meetings", "work");
  if (!sure)
    return (
      <button className="btn" type="button" aria-label={t("meetings.end.of", { title: meeting.title })} onClick={() => setSure(true)}>
        {t("meetings.end")}
      </button>
    );
  return (
    <>
      <button className="btn" type="button" disabled={ending.isPending} onClick={() => ending.mutate(undefined, { onSuccess: () => say(t("meetings.said.ended")) })}>
        {t("meetings.end.sure")}
      </button>
      {ending.error && <Notice problem={ending.error} />}
    </>
  );
}
