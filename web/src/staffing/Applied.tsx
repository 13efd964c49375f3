import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { applicationsQuery } from "../api/queries";
import { useDates } from "../ui/dates";
import { useWords, type WordKey } from "../words/words";
import { AddCvs, Reading } from "./AddCvs";
import { NoteCandidate } from "./NoteCandidate";

/// So many stand on the vacancy's own page.
const shown = 20;

/// Who has applied, the first first.
export function Applied({ vacancy }: { vacancy: string }) {
  const { t } = useWords();
  const dates = useDates();
  const { data } = useQuery(applicationsQuery(vacancy));
  if (!data) return null;
  return (
    <section className="part" aria-labelledby="applications">
      <h2 id="applications">{t("applications.title")}</h2>
      {data.items.length === 0 && <p className="i2">{t("applications.none")}</p>}
      <AddCvs vacancy={vacancy} />
      <NoteCandidate vacancy={vacancy} />
      <Reading waiting={data.waiting} all={data.items.length} />
      <ul className="rows applied">
        {data.items.slice(0, shown).map(({ id, number, name, state, cv, at }) => (
          <li key={id}>
            <div>
              <Link className="lnk" to="/hiring/vacancies/$vacancy/applications/$application" params={{ vacancy, application: id }}>
                {name || t("applications.number", { number })}
              </Link>{" "}
              <span className="lab">
                {dates.moment(at)}, {t(`applications.cv.${cv}` as WordKey)}
              </span>
            </div>
            <span className="i2">{t(`applications.state.${state}` as WordKey)}</span>
          </li>
        ))}
      </ul>
      <p className="lab">{t("applications.note")}</p>
      {data.items.length > 0 && (
        <p className="acts">
          <Link className="lnk" to="/hiring/candidates" search={{ vacancy }}>
            {t("applicants.all", { count: data.items.length })}
          </Link>
          <Link className="lnk" to="/hiring/vacancies/$vacancy/compare" params={{ vacancy }}>
            {t("compare.title")}
          </Link>
          <Link className="lnk" to="/hiring/vacancies/$vacancy/ranking" params={{ vacancy }}>
            {t("ranking.link")}
          </Link>
        </p>
      )}
    </section>
  );
}
