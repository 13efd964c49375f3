import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { outsideQuery } from "../api/queries";
import type { OutsideCandidate } from "../api/types";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { Quoted } from "./Blanked";
import { Mark } from "./Findings";
import { useMitigated } from "./MitigationPart";
import { outsideQueryOf, type Sifting } from "./takers";
import { useAssessmentWords } from "./words";

/// After one's own people and freelancers: past candidates and applicants, by what their CVs say. Nobody is ranked.
export function OutsidePart({ sifting }: { sifting: Sifting }) {
  const { t } = useWords();
  return (
    <Asked of={useQuery({ ...outsideQuery(outsideQueryOf(sifting)), placeholderData: keepPreviousData })}>
      {({ items, total }) => (
        <div className="takers">
          {(["past", "applicants"] as const).map((group) => (
            <Group key={group} group={group} items={items.filter(({ past }) => past === (group === "past"))} />
          ))}
          {total > items.length && (
            <Link className="lnk" to="/hiring/candidates">
              {t("outside.more", { count: total - items.length })}
            </Link>
          )}
          <p className="nt i3">{t("outside.note")}</p>
        </div>
      )}
    </Asked>
  );
}

function Group({ group, items }: { group: "past" | "applicants"; items: OutsideCandidate[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby={`outside-${group}`}>
      <h2 id={`outside-${group}`}>{t(`outside.${group}`)}</h2>
      {items.length === 0 ? <p className="i2">{t("outside.none")}</p> : <ul>{items.map((each) => <Outside key={each.application.id} of={each} />)}</ul>}
    </section>
  );
}

function Outside({ of: { application, vacancyTitle, kind, criteria, years, certificates, weaker, mitigation, line } }: { of: OutsideCandidate }) {
  const { t, word } = useWords();
  const words = useAssessmentWords();
  const mitigated = useMitigated();
  const dates = useDates();
  return (
    <li className="taker outside">
      <div>
        <h3>
          <Link to="/hiring/vacancies/$vacancy/applications/$application" params={{ vacancy: application.vacancy, application: application.id }}>
            {application.name || t("applications.number", { number: application.number })}
          </Link>
        </h3>
        <p className="i2">{vacancyTitle}</p>
        <p className="lab">
          {t(`applications.state.${application.state}` as WordKey)}, {dates.moment(application.at)}
        </p>
      </div>
      <div>
        <p className="lab">{criteria.length > 0 ? t("outside.criteria", { profile: words.kind(kind) }) : t(`applications.cv.${application.cv}` as WordKey)}</p>
        <ul className="said">
          {criteria.map(({ id, sentence, finding }) => (
            <li key={id}>
              <Mark finding={finding} /> <span className="sr">{t(`applications.finding.${finding}` as WordKey)}: </span>
              {sentence}
            </li>
          ))}
        </ul>
      </div>
      <div>
        <p>{years.map(({ field, years: many }) => t("outside.years", { field: word(`cv.field.${field}`) ?? field, years: Math.round(many) })).join(", ")}</p>
        <p className="lab">{certificates.join(", ")}</p>
        {weaker && (
          <p>
            <b className="c-risk">▲ {t("mitigation.weaker", { side: t(`takers.side.${weaker}` as "takers.side.field") })}</b>
          </p>
        )}
        {mitigation && <p className="i2">{mitigated(mitigation)}</p>}
        {line && <p className="i2"><Quoted text={line.text} /></p>}
      </div>
    </li>
  );
}
