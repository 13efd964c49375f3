import type { MyWork, OwnQuestion } from "../api/types";
import { OwnQuestions } from "../reporting/OwnQuestions";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { ForOthers } from "./ForOthers";
import { Met } from "./Met";
import { byKey, emptyOf, firstDays, partsOf } from "./work";

/// The days after today by halves; hours only where a task has its own.
export function NextDays({ work, questions, chosen, choose }: { work: MyWork; questions: OwnQuestion[]; chosen?: string; choose: (key: string) => void }) {
  const { t } = useWords();
  const dates = useDates(work.zone);
  const tasks = byKey(work);
  const days = work.days.filter(({ date }) => date > work.today);
  const first = firstDays(days);
  return (
    <aside className="ahead" aria-labelledby="ahead">
      <OwnQuestions items={questions} />
      <ForOthers work={work} chosen={chosen} choose={choose} />
      <h3 id="ahead" className="first">{t("work.ahead")}</h3>
      <ol className="nx">
        {days.map((day) => {
          const parts = partsOf(day);
          const meetings = work.meetings.filter((each) => dates.weekdayDay(each.from) === dates.weekdayDay(day.date));
          const empty = emptyOf(day, parts.length, meetings.length);
          return (
            <li key={day.date}>
              <b>{dates.weekdayDay(day.date)}</b>
              <div>
                {meetings.map((each) => <Met key={each.meeting + each.from} meeting={each} dates={dates} />)}
                {empty && <p className="i3">{t(empty)}</p>}
                {parts.length > 0 && (
                  <ul>
                    {parts.map(({ key, part, from, to }) => (
                      <li key={key}>
                        <span>
                          <button className="quiet-link" type="button" onClick={() => choose(key)}>
                            {tasks.get(key)?.name}
                          </button>
                          {first.get(key) === day.date && tasks.get(key)?.waitsFor.map(({ what, who, due, late }) => (
                            <em key={what} className={late ? "c-risk" : "c-wait"}>
                              {late && "▲ "}
                              {t("work.waitsFor", { what, who, due: due && dates.weekdayDay(due), has: who ? (due ? "both" : "who") : due ? "due" : "none" })}
                            </em>
                          ))}
                        </span>
                        <i>{from && to ? t("work.hours", { from: dates.time(from), to: dates.time(to) }) : t(`work.part.${part}`)}</i>
                      </li>
                    ))}
                  </ul>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      {work.later > 0 && <p className="i3 later">{t("work.later", { later: work.later })}</p>}
    </aside>
  );
}
