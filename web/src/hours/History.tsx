import type { WeekSheet } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { hoursOf } from "./sheet";

/// How the hours came to what they are: who submitted, approved and corrected what, with the values before.
export function History({ sheet }: { sheet: WeekSheet }) {
  const { t, locale } = useWords();
  const dates = useDates(sheet.zone);
  const told = sheet.revisions.filter(({ submitted, reason }) => submitted ?? reason);
  if (told.length === 0) return null;
  return (
    <section className="narrow" aria-labelledby="hours-history">
      <h3 id="hours-history">{t("hours.history")}</h3>
      <ol className="rows sheet-history">
        {told.map((each) => (
          <li key={each.number}>
            <div>
              {each.reason && <p>{t("hours.history.correction", { name: each.begun.name, at: dates.moment(each.begun.at), reason: each.reason })}</p>}
              {each.changes.map((change) => (
                <p key={change.date + change.name + (change.code ?? "")} className="i2">
                  {dates.weekdayDay(change.date)}, {change.name}: <s>{hoursOf(change.was, locale) || "0"}</s> <b>{hoursOf(change.now, locale) || "0"}</b> h
                </p>
              ))}
              {each.submitted && <p className="lab">{t("hours.history.submitted", { name: each.submitted.name, at: dates.moment(each.submitted.at) })}</p>}
              {each.decided && (
                <p className="lab">
                  {t(each.returned ? "hours.history.returned" : "hours.history.approved", { name: each.decided.name, at: dates.moment(each.decided.at) })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
