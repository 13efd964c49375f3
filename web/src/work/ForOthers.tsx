import type { MyWork } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { ComplicationLine } from "./InTheWay";
import { useLength } from "./Progress";
import { NeedLine } from "./TaskNeeds";
import { keyOf } from "./work";

/// What comes from others: what they need from the reader, what came in the way of what touches them, what was said.
export function ForOthers({ work, chosen, choose }: { work: MyWork; chosen?: string; choose: (key: string) => void }) {
  const { t } = useWords();
  const dates = useDates(work.zone);
  const length = useLength(work);
  // What is of the task in the middle stands there.
  const complications = work.complications.filter((each) => keyOf(each) !== chosen);
  return (
    <>
      {work.needs.length > 0 && (
        <section aria-labelledby="owned">
          <h3 id="owned" className="first">{t("need.owned")}</h3>
          <ul className="need">
            {work.needs.map((need) => (
              <NeedLine key={need.id} need={need} zone={work.zone} about />
            ))}
          </ul>
        </section>
      )}
      {complications.length > 0 && (
        <section aria-labelledby="heard">
          <h3 id="heard" className="first">{t("way.heard")}</h3>
          <ul className="ways">
            {complications.map((each) => (
              <ComplicationLine key={each.id} of={each} zone={work.zone} length={length} about />
            ))}
          </ul>
        </section>
      )}
      {work.mentions.length > 0 && (
        <section aria-labelledby="mentions">
          <h3 id="mentions" className="first">{t("said.mentions")}</h3>
          <ul className="mentions">
            {work.mentions.map((mention) => (
              <li key={mention.at + mention.task}>
                <p>“{mention.text}”</p>
                <p className="lab">
                  {mention.name}, {dates.isToday(mention.at) ? dates.time(mention.at) : dates.day(mention.at)} ·{" "}
                  <button className="lnk" type="button" onClick={() => choose(keyOf(mention))}>
                    {mention.taskName}
                  </button>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
