import { Link } from "@tanstack/react-router";
import type { OwnMeeting } from "../api/types";
import { addressOf } from "../meetings/meetings";
import "../meetings/meetings.css";
import type { Dates } from "../ui/dates";
import { useWords } from "../words/words";

const MIDDAY = 13;

/// Which half of the day a meeting begins in, on the reader's clock.
export const partOf = ({ from }: OwnMeeting, dates: Dates): "morning" | "afternoon" => (Number(dates.time(from).slice(0, 2)) < MIDDAY ? "morning" : "afternoon");

/// A meeting of one's own, at its time.
export function Met({ meeting, dates }: { meeting: OwnMeeting; dates: Dates }) {
  const { t } = useWords();
  const { project, projectName, meeting: id, title, place, link, day, from, to } = meeting;
  const address = addressOf(link);
  return (
    <div className="met">
      <b>{title}</b>
      {t("work.hours", { from: dates.time(from), to: dates.time(to) })} · {place ?? projectName}{" "}
      {address && <a className="lnk" href={address} target="_blank" rel="noopener noreferrer" aria-label={`${t("meetings.join")}: ${title}`}>{t("meetings.join")}</a>}{" "}
      <Link className="lnk" to="/projects/$project/meetings/$meeting/$day" params={{ project, meeting: id, day }} aria-label={`${t("work.meeting.minutes")}: ${title}`}>{t("work.meeting.minutes")}</Link>
    </div>
  );
}
