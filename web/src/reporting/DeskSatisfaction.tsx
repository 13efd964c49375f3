import { Link } from "@tanstack/react-router";
import type { Desk, DeskProject } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

/// What a client answered at a milestone, in their own words.
export function DeskSatisfaction({ of: { milestoneName, answered, work, told, words }, place }: { of: Desk["satisfaction"][number]; place: DeskProject }) {
  const { t } = useWords();
  const dates = useDates(place.zone);
  return (
    <li>
      <p className="what">
        <Link to="/projects/$project/updates" params={{ project: place.id }}>{milestoneName}</Link>
        <span className={Math.min(work, told) < 3 ? "date c-risk" : "date"}>
          {t("satisfaction.desk.work")} <b>{work}</b> · {t("satisfaction.desk.told")} <b>{told}</b>
        </span>
      </p>
      <p className="lab">{place.name} · {answered.name}, {dates.day(answered.at)}</p>
      {words && <p className="i2">“{words}”</p>}
    </li>
  );
}
