import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { contractQuery, peopleQuery as peopleNames } from "../api/queries";
import type { ProjectContract } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { Asked, Empty } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { useShort } from "./Amounts";
import { AddBilling, BillingRows } from "./BillingRows";
import { ContractForm } from "./ContractForm";
import { MarginBar } from "./MarginBar";
import "./money.css";

/// What the client of a project pays, when, and what is left of it after the cost.
export default function ContractPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <ProjectHead project={project} page="contract.title">
        {can("sales.see") && <a className="btn" href={`/api/projects/${project}/contract/table`} download="contract.csv">{t("money.table")}</a>}
      </ProjectHead>
      {can("sales.see") ? (
        <Seen project={project} />
      ) : (
        <Empty title={t("contract.notYours")}>{t("contract.notYours.detail")}</Empty>
      )}
    </>
  );
}

function Seen({ project }: { project: string }) {
  return <Asked of={useQuery(contractQuery(project))}>{(view) => <Contract project={project} view={view} />}</Asked>;
}

function Contract({ project, view }: { project: string; view: ProjectContract }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const { contract, revenue, margin } = view;
  return (
    <div className="money">
      {contract && revenue && margin ? (
        <>
          <Sentence view={view} />
          <MarginBar revenue={revenue} margin={margin} currency={view.currency} />
          <section className="money-part" aria-labelledby="agreed">
            <h2 id="agreed">{t("contract.agreed")}</h2>
            <p>{t(`contract.kind.${contract.kind}.detail`, { amount: contract.amount ? dates.money(contract.amount.minor, contract.amount.currency) : "", since: dates.day(contract.since), until: contract.until ? dates.day(contract.until) : "" })} {contract.note}</p>
            {contract.materialPercent !== undefined && <p>{t("contract.material.sentence", { percent: contract.materialPercent, amount: dates.money(revenue.material, view.currency) })}</p>}
            {revenue.changes !== 0 && <p>{t("contract.changes", { amount: dates.money(revenue.changes, view.currency) })}</p>}
            {contract.rates.length > 0 && <Rates view={view} />}
          </section>
        </>
      ) : (
        <p className="say" role="status">{t("contract.none")}</p>
      )}
      {view.withoutRate.length > 0 && <p className="money-part c-risk">▲ {t("contract.withoutRate", { names: view.withoutRate.join(", ") })}</p>}
      {view.unconverted.length > 0 && (
        <p className="money-part c-risk">
          ▲ {t("money.unconverted", { amounts: view.unconverted.map(({ minor, currency }) => dates.money(minor, currency)).join(", ") })} <Link className="lnk" to="/money">{t("money.exchange")}</Link>
        </p>
      )}
      <section className="money-part" aria-labelledby="billing">
        <h2 id="billing">{t("contract.billing")}</h2>
        {revenue && <Billed view={view} />}
        {view.milestones.length === 0 ? <p className="i2">{t("contract.billing.none")}</p> : <BillingRows project={project} view={view} edit={can("sales.bill")} />}
        {can("sales.bill") && <AddBilling project={project} currency={contract?.amount?.currency ?? view.currency} />}
      </section>
      {can("sales.edit") && <ContractForm key={contract?.version ?? 0} project={project} contract={contract} currency={view.currency} />}
      <p className="money-part i2">{t("contract.seenBy")}</p>
    </div>
  );
}

function Sentence({ view: { currency, revenue, margin } }: { view: ProjectContract }) {
  const { t } = useWords();
  const short = useShort(currency);
  if (!revenue || !margin) return null;
  const percent = revenue.likely > 0 ? Math.round((margin.likely * 100) / revenue.likely) : 0;
  const values = { revenue: short(revenue.likely), planned: short(margin.planned), likely: short(margin.likely), low: short(margin.low), high: short(margin.high), percent };
  return (
    <p className="say" role="status">
      <Rich>{t(margin.simulated ? "contract.sentence" : "contract.sentence.plain", values)}</Rich>
      {margin.low < 0 && <span className="c-late"> ▲ {t(margin.likely < 0 ? "contract.loss" : "contract.mayLose")}</span>}
    </p>
  );
}

function Rates({ view }: { view: ProjectContract }) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const { data: people } = useQuery({ ...peopleNames, enabled: can("people.see") });
  return (
    <table className="tbl flush rates">
      <caption className="sr">{t("contract.rates")}</caption>
      <thead><tr><th scope="col">{t("contract.rate.whose")}</th><th scope="col">{t("money.exchange.since")}</th><th scope="col" className="n">{t("contract.rate.hour")}</th></tr></thead>
      <tbody>
        {view.contract!.rates.map(({ person, role, since, hour }) => (
          <tr key={`${person ?? ""} ${role ?? ""} ${since}`}>
            <th scope="row">{person ? people?.find(({ id }) => id === person)?.name ?? "–" : role ?? t("contract.rate.everybody")}</th>
            <td>{dates.day(since)}</td>
            <td className="n">{dates.money(hour.minor, hour.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Billed({ view: { currency, revenue } }: { view: ProjectContract }) {
  const { t } = useWords();
  const dates = useDates();
  const { planned, milestones, due, billed, paid } = revenue!;
  const open = planned - milestones;
  return (
    <p>
      {t("contract.billed", { billed: dates.money(billed, currency), planned: dates.money(planned, currency), paid: dates.money(paid, currency) })}{" "}
      {due > 0 && <b>{t("contract.due", { due: dates.money(due, currency) })} </b>}
      {open !== 0 && t(open > 0 ? "contract.unscheduled" : "contract.overscheduled", { amount: dates.money(Math.abs(open), currency) })}
    </p>
  );
}
