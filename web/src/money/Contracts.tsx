import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { contractsQuery } from "../api/queries";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { MarginBar } from "./MarginBar";

/// What clients pay for all projects that one may see it of, and what is left of that.
export function Contracts() {
  const { t } = useWords();
  const dates = useDates();
  const { data } = useQuery(contractsQuery);
  if (!data || data.items.length === 0) return null;
  const money = (minor: number) => dates.money(minor, data.currency);
  return (
    <section className="money-part" aria-labelledby="contracts">
      <h2 id="contracts">{t("contract.all")}</h2>
      <table className="tbl stack flush contracts">
        <thead>
          <tr>
            <th scope="col">{t("portfolio.project")}</th>
            <th scope="col">{t("contract.margin")}</th>
            <th scope="col" className="n">{t("contract.revenue")}</th>
            <th scope="col" className="n">{t("contract.margin.planned")}</th>
            <th scope="col" className="n">{t("contract.margin.likely")}</th>
            <th scope="col" className="n">{t("contract.state.due")}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((row) => (
            <tr key={row.project}>
              <th scope="row"><Link to="/projects/$project/contract" params={{ project: row.project }}>{row.name}</Link><span className="lab">{t(`contract.kind.${row.kind}`)}</span></th>
              <td data-label={t("contract.margin")}><MarginBar revenue={row.revenue} margin={row.margin} currency={data.currency} /></td>
              <td data-label={t("contract.revenue")} className="n">{money(row.revenue.likely)}</td>
              <td data-label={t("contract.margin.planned")} className="n">{money(row.margin.planned)}</td>
              <td data-label={t("contract.margin.likely")} className={`n ${row.margin.likely < 0 ? "c-late" : ""}`}>{row.margin.likely < 0 && "▲ "}{money(row.margin.likely)}</td>
              <td data-label={t("contract.state.due")} className="n">{row.revenue.due === 0 ? "–" : money(row.revenue.due)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("money.total")}</th>
            <td />
            <td data-label={t("contract.revenue")} className="n">{money(data.revenue.likely)}</td>
            <td data-label={t("contract.margin.planned")} className="n">{money(data.margin.planned)}</td>
            <td data-label={t("contract.margin.likely")} className="n">{money(data.margin.likely)}</td>
            <td data-label={t("contract.state.due")} className="n">{money(data.revenue.due)}</td>
          </tr>
        </tfoot>
      </table>
      <p className="acts"><a className="btn" href="/api/contracts/table" download="contracts.csv">{t("money.table")}</a></p>
    </section>
  );
}
