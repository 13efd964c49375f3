import type { IncrementDetail } from "../api/types";
import { useWords } from "../words/words";
import { lengthIn } from "./board";

/// What each can do in these days, and where it goes.
export function CapacityTable({ detail }: { detail: IncrementDetail }) {
  const words = useWords();
  const { t } = words;
  if (detail.capacity.length === 0) return null;
  const free = (each: (typeof detail.capacity)[number]) => each.minutes - each.away - each.elsewhere;
  const sum = (of: (each: (typeof detail.capacity)[number]) => number) => detail.capacity.reduce((all, each) => all + of(each), 0);
  const cell = (name: string, minutes: number) => <td className="n" data-label={name}>{minutes > 0 ? lengthIn(minutes, words) : "–"}</td>;
  return (
    <section className="inc-part" aria-labelledby="capacity">
      <h2 id="capacity">{t("capacity.title")}</h2>
      <p className="i2">{t("capacity.sentence", { free: lengthIn(sum(free), words), planned: lengthIn(sum(({ planned }) => planned), words), others: lengthIn(sum(({ others }) => others), words) })}</p>
      <table className="tbl stack flush">
        <thead>
          <tr>
            <th scope="col">{t("capacity.who")}</th>
            <th scope="col" className="n">{t("capacity.free")}</th>
            <th scope="col" className="n">{t("capacity.away")}</th>
            <th scope="col" className="n">{t("capacity.elsewhere")}</th>
            <th scope="col" className="n">{t("capacity.planned")}</th>
            <th scope="col" className="n">{t("capacity.others")}</th>
          </tr>
        </thead>
        <tbody>
          {detail.capacity.map((each) => (
            <tr key={each.name}>
              <th scope="row">{each.name}</th>
              {cell(t("capacity.free"), free(each))}
              {cell(t("capacity.away"), each.away)}
              {cell(t("capacity.elsewhere"), each.elsewhere)}
              {cell(t("capacity.planned"), each.planned)}
              {cell(t("capacity.others"), each.others)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
