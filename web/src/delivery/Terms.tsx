import type { ChangePrice, OfferedDate } from "../api/types";
import { lastMoment, useDates, type Dates } from "../ui/dates";
import { useWords } from "../words/words";

/// What a change does to each date: the project's first, then each promise with its chance. What stays, stands once.
export function OfferedDates({ dates: offered, zone }: { dates: OfferedDate[]; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  return (
    <table className="tbl flush stack terms">
      <thead>
        <tr>
          <th scope="col">{t("changes.dates")}</th>
          <th scope="col">{t("portal.col.promised")}</th>
          <th scope="col">{t("portal.col.likely")}</th>
          <th scope="col">{t("portal.col.words")}</th>
        </tr>
      </thead>
      <tbody>
        {offered.map((each) => (
          <tr key={each.task ?? ""}>
            <th scope="row">
              {each.task ? each.name : t("changes.whole")}
              {each.promisedTo && <span className="i3"> {t("changes.to", { whom: each.promisedTo })}</span>}
            </th>
            <td data-label={each.by && t("portal.col.promised")}>{each.by && <Turned was={each.byWas && day(each.byWas)} now={day(each.by)} />}</td>
            <td data-label={t("portal.col.likely")}>
              <Turned was={each.likelyWas && day(each.likelyWas)} now={day(each.likely)} strong />
            </td>
            <td>{sentence(each, t, dates)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Turned({ was, now, strong = false }: { was?: string; now: string; strong?: boolean }) {
  const other = was !== undefined && was !== now;
  return (
    <>
      {other && <s>{was}</s>} {strong ? <b className={other ? "c-accent" : ""}>{now}</b> : now}
    </>
  );
}

function sentence(each: OfferedDate, t: ReturnType<typeof useWords>["t"], dates: Dates): string {
  const days = each.likelyWas ? between(each.likelyWas, each.likely, dates) : 0;
  const moved = !each.likelyWas ? t("changes.date.new") : days === 0 ? t("changes.date.same") : t(days > 0 ? "changes.date.later" : "changes.date.earlier", { days: Math.abs(days) });
  if (each.chance === undefined) return moved;
  const now = Math.round(each.chance * 100);
  const was = each.chanceWas === undefined ? now : Math.round(each.chanceWas * 100);
  return `${moved} ${now === was ? t("changes.chance", { now }) : t("changes.chance.was", { now, was })}`;
}

function between(was: string, now: string, dates: Dates): number {
  return Math.round((Date.parse(dates.dayOf(lastMoment(now))) - Date.parse(dates.dayOf(lastMoment(was)))) / 86_400_000);
}

/// What it costs, and how that comes about.
export function PriceLine({ price }: { price?: ChangePrice }) {
  const { t } = useWords();
  const dates = useDates();
  if (!price) return <p className="price">{t("changes.price.none")}</p>;
  const { amount, minutes, rate } = price;
  return (
    <p className="price">
      <b>{dates.money(amount.minor, amount.currency)}</b>{" "}
      {minutes && rate && <span className="i2">{t("changes.price.of", { hours: dates.number(minutes / 60), rate: dates.money(rate.minor, rate.currency) })}</span>}
    </p>
  );
}
