import type { ReactNode } from "react";
import type { CvChecked } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords, type WordKey } from "../words/words";
import { Quoted } from "./Blanked";

type Line = CvChecked["lines"][number];

/// What rules have found in the text beside the criteria: the same for everybody, whatever is looked for.
export function AlsoSaid({ cv, shown, show }: { cv: CvChecked; shown?: number; show: (n: number) => void }) {
  const { t, word } = useWords();
  const dates = useDates();
  const row = (key: string, said: ReactNode, line: Line) => <Row key={key} said={said} line={line} shown={shown} show={show} />;
  return (
    <section className="part also" aria-labelledby="also">
      <h2 id="also">{t("applications.also")}</h2>
      <p className="i2">{t("applications.also.note")}</p>
      <Group title={t("applications.years")}>
        {cv.years.map(({ field, years, line }) => row(field, t("applications.year", { field: word(`cv.field.${field}`) ?? field, years }), line))}
      </Group>
      <Group title={t("applications.certificates")}>
        {cv.certificates.map(({ name, issuer, state, source, line }) =>
          row(
            name,
            <>
              {name} <span className="lab">{issuer}, {t(`applications.certificate.${state}` as WordKey)}</span>{" "}
              {source.startsWith("https://") && (
                <a className="lnk" href={source} target="_blank" rel="noreferrer">
                  {t("interview.register")}
                </a>
              )}
            </>,
            line,
          ),
        )}
      </Group>
      <Group title={t("applications.degrees")}>
        {cv.degrees.map(({ level, field, line }) => row(`${level} ${line.n}`, [t(`applications.level.${level}` as WordKey), field].filter(Boolean).join(", "), line))}
      </Group>
      <Group title={t("applications.budgets")}>
        {cv.budgets.map(({ units, currency, line }) => row(`${units} ${line.n}`, currency ? dates.money(units * 100, currency) : t("applications.budget.none"), line))}
      </Group>
      <Group title={t("applications.experience")}>{cv.experience.map(({ name, line }) => row(name, name, line))}</Group>
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  const { t } = useWords();
  return (
    <>
      <h3>{title}</h3>
      {children.length > 0 ? <ul>{children}</ul> : <p className="i3">{t("applications.nothing")}</p>}
    </>
  );
}

function Row({ said, line, shown, show }: { said: ReactNode; line: Line; shown?: number; show: (n: number) => void }) {
  const { t } = useWords();
  return (
    <li>
      <p>
        {said} <span className="i2"><Quoted text={line.text} /></span>
      </p>
      <button className="lnk" type="button" aria-pressed={shown === line.n} onClick={() => show(line.n)}>
        {t("applications.line", { n: line.n })}
      </button>
    </li>
  );
}
