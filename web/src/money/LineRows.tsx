import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { MoneyLine, ProjectMoney } from "../api/types";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// The last amounts that were written down.
export function LineRows({ project, money, edit }: { project: string; money: ProjectMoney; edit: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const removing = useDoing((line: MoneyLine) => send("DELETE", `/api/projects/${project}/money/${line.id}`), "money");
  return (
    <>
      {removing.error && <Notice problem={removing.error} />}
      <table className="tbl stack flush">
        <thead>
          <tr>
            <th scope="col">{t("money.what")}</th>
            <th scope="col">{t("money.day")}</th>
            <th scope="col">{t("money.state")}</th>
            <th scope="col" className="n">{t("money.amount")}</th>
            {edit && <th scope="col"><span className="sr">{t("money.remove")}</span></th>}
          </tr>
        </thead>
        <tbody>
          {money.lines.map((line) => (
            <tr key={line.id}>
              <th scope="row">{line.what}<span className="lab">{[line.supplier, line.number, line.leadDays !== undefined && t("money.lead", { days: line.leadDays })].filter(Boolean).join(" · ")}</span></th>
              <td data-label={t("money.day")}>{dates.day(line.day)}</td>
              <td data-label={t("money.state")}>{line.approval && line.approval.state !== "approved" && <b className={line.approval.state === "waiting" ? "c-risk" : "i2"}>{t(`approve.state.${line.approval.state}`)} · </b>}{t(`money.state.${line.state}`)} · {t(`money.category.${line.category}`)} · {t(`money.nature.${line.nature}`)}{line.together && <span className="lab">{t(line.state === "spent" ? "approve.together.invoices" : "approve.together", { count: line.together.count, amount: dates.money(line.together.amount.minor, line.together.amount.currency) })}</span>}{line.approval?.decided && <span className="lab">{line.approval.decided.name}, {dates.day(line.approval.decided.at)}: {line.approval.reason}</span>}</td>
              <td data-label={t("money.amount")} className="n">{dates.money(line.amount.minor, line.amount.currency)}</td>
              {edit && <td className="n"><button className="btn bare" type="button" disabled={removing.isPending} onClick={() => removing.mutate(line)}>{t("money.remove")}<span className="sr">: {line.what}</span></button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
