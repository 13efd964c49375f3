import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { moneyToApproveQuery } from "../api/queries";
import type { MoneyToApprove as Waiting } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

export function useMoneyToApprove(): Waiting[] {
  const can = useCan();
  return useQuery({ ...moneyToApproveQuery, enabled: can("money.approve") }).data ?? [];
}

/// What is above a limit and waits for me, each with the reason that I give.
export function MoneyToApprove() {
  const { t } = useWords();
  const waiting = useMoneyToApprove();
  if (waiting.length === 0) return null;
  return (
    <section className="part" aria-labelledby="desk-money">
      <h2 id="desk-money">{t("approve.title")} <span className="i3">{waiting.length}</span></h2>
      <ul className="desk-items">{waiting.map((each) => <One key={each.id} of={each} />)}</ul>
    </section>
  );
}

function One({ of }: { of: Waiting }) {
  const { t } = useWords();
  const dates = useDates();
  const [reason, setReason] = useState("");
  const path = of.kind === "reserve" ? `reserve-uses/${of.id}` : `money/${of.id}`;
  const deciding = useDoing((approve: boolean) => send("POST", `/api/projects/${of.project}/${path}/approval`, { approve, reason }), "money", "money-approvals", "plan");
  const decide = (approve: boolean) => void deciding.mutateAsync(approve).then(() => say(t(approve ? "approve.done" : "approve.refused")), () => undefined);
  return (
    <li>
      <p className="lab">{of.projectName} · {t("approve.by", { name: of.asked.name, at: dates.moment(of.asked.at) })}</p>
      <p className="what">
        <span>{t(`approve.kind.${of.kind}` as "approve.kind.order")}: <Link className="lnk" to="/projects/$project/money" params={{ project: of.project }}>{of.what}</Link>{of.supplier && ` · ${of.supplier}`}</span>
        <b className="date">{dates.money(of.amount.minor, of.amount.currency)}</b>
      </p>
      {of.together && <p className="c-risk">▲ {t(of.kind === "invoice" ? "approve.together.invoices" : "approve.together", { count: of.together.count, amount: dates.money(of.together.amount.minor, of.together.amount.currency) })}</p>}
      <TextField label={t("approve.reason")} required note={t("approve.reason.note")} value={reason} onChange={(event) => setReason(event.target.value)} />
      <p className="acts small">
        <button className="btn go" type="button" disabled={deciding.isPending || !reason.trim()} onClick={() => decide(true)}>{t("approve.yes")}<span className="sr">: {of.what}</span></button>
        <button className="btn" type="button" disabled={deciding.isPending || !reason.trim()} onClick={() => decide(false)}>{t("approve.no")}<span className="sr">: {of.what}</span></button>
      </p>
      {deciding.error && <Notice problem={deciding.error} />}
    </li>
  );
}
