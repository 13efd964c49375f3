import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { sheetsQuery } from "../api/queries";
import type { WeekSheetHead } from "../api/types";
import { addDays, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { hoursOf } from "./sheet";

export const useToApprove = (): WeekSheetHead[] => useQuery(sheetsQuery).data?.waiting ?? [];

/// Weeks that wait for the reader to approve them.
export function ToApprove() {
  const { t } = useWords();
  const waiting = useToApprove();
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="hours-waiting">
      <h2 id="hours-waiting" className="asks-head">
        {t("hours.waiting")} <span className="i3">{waiting.length}</span>
      </h2>
      <ul className="asks">
        {waiting.map((each) => (
          <Waiting key={each.person + each.week} sheet={each} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ sheet }: { sheet: WeekSheetHead }) {
  const { t, locale } = useWords();
  const dates = useDates();
  const doing = useDoing(() => send("POST", `/api/people/${sheet.person}/sheets/${sheet.week}/approval`, {}), "sheets", "sheet", "desk");
  const span = dates.span(sheet.week, addDays(sheet.week, 6));
  return (
    <li>
      <div>
        <h2>
          <Link className="lnk" to="/hours" search={{ person: sheet.person, week: sheet.week }}>
            {sheet.personName}
          </Link>
          {sheet.correction && <span className="c-wait"> · {t("hours.correction")}</span>}
        </h2>
        <p className="i2">{sheet.lines.join(" · ")}</p>
        {sheet.submitted && <p className="lab">{t("hours.history.submitted", { name: sheet.submitted.name, at: dates.moment(sheet.submitted.at) })}</p>}
        {doing.error && <Notice problem={doing.error} />}
      </div>
      <div>
        <p className="when">{t("hours.amount", { hours: hoursOf(sheet.minutes, locale) })}</p>
        <p className="i2">{span}</p>
      </div>
      <div className="acts">
        <button
          className="btn go"
          type="button"
          disabled={doing.isPending}
          aria-label={t("hours.approveOf", { name: sheet.personName, span })}
          onClick={() => doing.mutate(undefined, { onSuccess: () => say(t("hours.said.approved", { name: sheet.personName })) })}
        >
          {t("hours.approve")}
        </button>
        <Link className="btn" to="/hours" search={{ person: sheet.person, week: sheet.week }}>
          {t("hours.look")}
        </Link>
      </div>
    </li>
  );
}
