import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { moneyQuery, portfolioQuery } from "../api/queries";
import type { MoneyRow, PortfolioMoney, PortfolioRow } from "../api/types";
import { useCan } from "../identity/session";
import { lastMoment, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { Amounts, OutlookBar, useShort } from "./Amounts";
import { CompanyLimit } from "./Beside";
import { Contracts } from "./Contracts";
import { ExchangeRates } from "./ExchangeRates";
import "./money.css";

const KINDS = ["software", "infrastructure", "other"] as const;

/// All projects in time and money, both kinds beside each other.
export default function AllMoneyPage() {
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <PageHead title={t("money.all.title")}>
        {can("money.edit") && <Link className="btn" to="/money/import">{t("money.import")}</Link>}
        <a className="btn" href="/api/money/table" download="money.csv">{t("money.table")}</a>
      </PageHead>
      <Asked of={useQuery(moneyQuery)}>{(money) => money.projects.length === 0 ? <Empty title={t("money.none")}>{t("money.none.detail")}</Empty> : <All money={money} />}</Asked>
    </>
  );
}

function All({ money }: { money: PortfolioMoney }) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const short = useShort(money.currency);
  const { data: times } = useQuery({ ...portfolioQuery, enabled: can("portfolio.see") });
  const time = new Map(times?.projects.map((row) => [row.id, row]));
  const open = money.projects.filter(({ project }) => time.get(project)?.status !== "finished");
  const most = Math.max(1, ...money.projects.map(({ amounts, outlook }) => Math.max(amounts.approved, outlook.high))) * 1.05;
  return (
    <div className="money">
      <p className="say" role="status">
        <Rich>{t("money.all.sentence", { all: money.projects.length, count: open.length, sure: short(money.outlook.sure), approved: short(money.total.approved), spent: short(money.total.spent) })}</Rich>
      </p>
      <table className="tbl stack all-money">
        <thead>
          <tr>
            <th scope="col">{t("portfolio.project")}</th>
            <th scope="col">{t("portfolio.likely")}</th>
            <th scope="col">{t("money.comesTo")}</th>
            <th scope="col" className="n">{t("money.state.approved")}</th>
            <th scope="col" className="n">{t("money.state.committed")}</th>
            <th scope="col" className="n">{t("money.state.spent")}</th>
          </tr>
        </thead>
        {KINDS.map((kind) => {
          const rows = money.projects.filter((row) => row.kind === kind);
          return rows.length > 0 && (
            <tbody key={kind}>
              <tr className="part"><th scope="rowgroup" colSpan={6}>{t(`money.kind.${kind}`)}</th></tr>
              {rows.map((row) => <Row key={row.project} row={row} time={time.get(row.project)} currency={money.currency} most={most} />)}
            </tbody>
          );
        })}
      </table>
      {can("sales.see") && <Contracts />}
      <section className="money-part" aria-labelledby="years">
        <h2 id="years">{t("money.years")}</h2>
        <Amounts currency={money.currency} first={t("money.year")} rows={money.years.flatMap(({ year, capital, operating }) => [
          { key: `${year} capital`, name: `${year} · ${t("money.nature.capital")}`, amounts: capital },
          { key: `${year} operating`, name: `${year} · ${t("money.nature.operating")}`, amounts: operating },
        ])} total={money.total} />
      </section>
      {money.unconverted.length > 0 && <p className="money-part c-risk">▲ {t("money.unconverted", { amounts: money.unconverted.map(({ minor, currency }) => dates.money(minor, currency)).join(", ") })}</p>}
      <p className="money-part i2">{t("money.key")}</p>
      {can("money.approve") && <CompanyLimit currency={money.currency} />}
      <ExchangeRates edit={can("rates.see")} />
    </div>
  );
}

function Row({ row, time, currency, most }: { row: MoneyRow; time?: PortfolioRow; currency: string; most: number }) {
  const { t } = useWords();
  const dates = useDates();
  const short = useShort(currency);
  const { amounts, outlook } = row;
  const likely = time?.likely?.[3] ?? time?.plannedFinish;
  const over = amounts.approved > 0 && outlook.sure > amounts.approved;
  return (
    <tr>
      <th scope="row">
        <Link to="/projects/$project/money" params={{ project: row.project }}>{row.name}</Link>
        <span className="lab">{row.client ?? t("portfolio.inside")}</span>
      </th>
      <td data-label={t("portfolio.likely")}>{time?.status === "finished" ? <span className="i3">{t("money.all.finished", { day: likely ? dates.day(lastMoment(likely)) : "–" })}</span> : <b>{likely ? dates.day(lastMoment(likely)) : "–"}</b>}</td>
      <td data-label={t("money.comesTo")}>
        <OutlookBar amounts={amounts} outlook={outlook} currency={currency} most={most} />
        <span className={over ? "c-late" : "i2"}>
          {over && "▲ "}
          {t(outlook.simulated ? "money.sure" : "money.plain", { sure: short(outlook.sure), low: short(outlook.low), high: short(outlook.high) })}
        </span>
      </td>
      <td data-label={t("money.state.approved")} className="n">{amounts.approved ? short(amounts.approved) : "–"}</td>
      <td data-label={t("money.state.committed")} className="n">{amounts.committed ? short(amounts.committed) : "–"}</td>
      <td data-label={t("money.state.spent")} className="n">{amounts.spent ? short(amounts.spent) : "–"}</td>
    </tr>
  );
}
