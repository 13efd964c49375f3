import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { moneyQuery } from "../api/queries";
import { useCan } from "../identity/session";
import { useWords } from "../words/words";
import { useShort } from "./Amounts";
import "./money.css";

/// What a project comes to, of what was approved; for the row of a list.
export function MoneyOf({ project }: { project: string }) {
  const { t } = useWords();
  const can = useCan();
  const { data } = useQuery({ ...moneyQuery, enabled: can("money.see") });
  const short = useShort(data?.currency ?? "EUR");
  const row = data?.projects.find((each) => each.project === project);
  if (!row || (row.outlook.sure === 0 && row.amounts.approved === 0)) return null;
  const over = row.amounts.approved > 0 && row.outlook.sure > row.amounts.approved;
  return (
    <Link className={`money-of ${over ? "c-late" : ""}`} to="/projects/$project/money" params={{ project }}>
      {over && "▲ "}
      {row.amounts.approved > 0 ? t("money.of", { sure: short(row.outlook.sure), approved: short(row.amounts.approved) }) : t("money.of.unapproved", { sure: short(row.outlook.sure) })}
    </Link>
  );
}
