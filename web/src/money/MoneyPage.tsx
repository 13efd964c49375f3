import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { projectMoneyQuery } from "../api/queries";
import type { ProjectMoney } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { AddLine } from "./AddLine";
import { Amounts, OutlookBar, useShort } from "./Amounts";
import { DelayPart, LimitPart, ReservePart } from "./Beside";
import { Curve } from "./Curve";
import { LineRows } from "./LineRows";
import "./money.css";

/// What a project costs: approved, planned, committed, spent, and what it comes to; by year, element and category.
export default function MoneyPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  return (
    <>
      <ProjectHead project={project} page="money.title">
        <a className="btn" href={`/api/projects/${project}/money/table`} download="money.csv">{t("money.table")}</a>
      </ProjectHead>
      <Asked of={useQuery(projectMoneyQuery(project))}>{(money) => <Money project={project} money={money} />}</Asked>
    </>
  );
}

function Money({ project, money }: { project: string; money: ProjectMoney }) {
  const { t } = useWords();
  const can = useCan();
  const short = useShort(money.currency);
  const dates = useDates();
  const { total, outlook, earned } = money;
  const room = total.approved - outlook.sure;
  return (
    <div className="money">
      <p className="say" role="status">
        <Rich>
          {[
            t(outlook.simulated ? "money.sentence" : "money.sentence.plain", { low: short(outlook.low), high: short(outlook.high), sure: short(outlook.sure) }),
            total.approved > 0 ? t(room >= 0 ? "money.within" : "money.beyond", { approved: short(total.approved), room: short(Math.abs(room)) }) : t("money.unapproved"),
          ].join(" ")}
        </Rich>
      </p>
      <OutlookBar amounts={total} outlook={outlook} currency={money.currency} />
      <ReservePart project={project} money={money} />
      <DelayPart project={project} money={money} />
      <section className="money-part" aria-labelledby="earned">
        <h2 id="earned">{t("money.earned")}</h2>
        <p>
          {t("money.earned.sentence", { worth: short(earned.worth), due: short(earned.due) })}{" "}
          {earned.days !== undefined && t(earned.days >= 0 ? "money.earned.ahead" : "money.earned.behind", { days: Math.abs(earned.days) })}
        </p>
        <Curve money={money} />
      </section>
      <section className="money-part" aria-labelledby="years">
        <h2 id="years">{t("money.years")}</h2>
        <Amounts currency={money.currency} first={t("money.year")} rows={money.years.flatMap(({ year, capital, operating }) => [
          { key: `${year} capital`, name: `${year} · ${t("money.nature.capital")}`, amounts: capital },
          { key: `${year} operating`, name: `${year} · ${t("money.nature.operating")}`, amounts: operating },
        ])} total={total} />
      </section>
      <section className="money-part" aria-labelledby="elements">
        <h2 id="elements">{t("money.elements")}</h2>
        {!money.ratesSeen && <p className="i2">{t("money.rates.hidden")}</p>}
        <Amounts currency={money.currency} first={t("money.element")} rows={money.elements.map(({ task, name, amounts }) => ({ key: task ?? "", name: name ?? t("money.element.none"), amounts }))} />
      </section>
      <section className="money-part" aria-labelledby="categories">
        <h2 id="categories">{t("money.categories")}</h2>
        <Amounts currency={money.currency} first={t("money.category")} rows={money.categories.map(({ category, amounts }) => ({ key: category, name: t(`money.category.${category}`), amounts }))} />
      </section>
      {money.unconverted.length > 0 && (
        <p className="money-part c-risk">
          ▲ {t("money.unconverted", { amounts: money.unconverted.map(({ minor, currency }) => dates.money(minor, currency)).join(", ") })} <Link className="lnk" to="/money">{t("money.exchange")}</Link>
        </p>
      )}
      {money.withoutRate.length > 0 && <p className="money-part c-risk">▲ {t("money.withoutRate", { names: money.withoutRate.join(", ") })}</p>}
      <section className="money-part" aria-labelledby="lines">
        <h2 id="lines">{t("money.lines")}</h2>
        {money.lines.length === 0 ? <p className="i2">{t("money.lines.none")}</p> : <LineRows project={project} money={money} edit={can("money.edit")} />}
        {can("money.edit") && <AddLine project={project} currency={money.currency} />}
      </section>
      <LimitPart project={project} money={money} />
    </div>
  );
}
