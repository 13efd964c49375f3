import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent, type ReactNode } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { moneyLimitQuery } from "../api/queries";
import type { ProjectMoney } from "../api/types";
import { useCan } from "../identity/session";
import { DayField } from "../ui/DayField";
import { useDates } from "../ui/dates";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { AmountField, useAmount } from "./AmountField";

type Of = { project: string; money: ProjectMoney };

/// The reserve of a project: what it is, what was taken from it and why, and what is left beside the forecast.
export function ReservePart({ project, money }: Of) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const { reserve, outlook, total } = money;
  const said = (minor: number) => dates.money(minor, reserve?.amount.currency ?? money.currency);
  const lack = outlook.sure - total.approved;
  return (
    <section className="money-part" aria-labelledby="reserve">
      <h2 id="reserve">{t("reserve.title")}</h2>
      {!reserve ? <p className="i2">{t("reserve.none")}</p> : (
        <>
          <p>
            <Rich>{t("reserve.sentence", { amount: said(reserve.amount.minor), used: said(reserve.used), left: said(reserve.left) })}</Rich>{" "}
            {reserve.waiting > 0 && t("reserve.waiting", { waiting: said(reserve.waiting) })}{" "}
            {total.approved > 0 && reserve.amount.currency === money.currency && lack > 0 && (
              <span className={lack > reserve.left ? "c-late" : "c-risk"}>▲ {t(lack > reserve.left ? "reserve.short" : "reserve.covers", { lack: said(lack), left: said(reserve.left) })}</span>
            )}
          </p>
          {reserve.uses.length > 0 && (
            <table className="tbl stack flush beside">
              <thead><tr><th scope="col">{t("reserve.why")}</th><th scope="col">{t("reserve.asked")}</th><th scope="col">{t("reserve.decided")}</th><th scope="col" className="n">{t("money.amount")}</th></tr></thead>
              <tbody>
                {reserve.uses.map(({ id, why, minor, approval }) => (
                  <tr key={id}>
                    <th scope="row">{why}</th>
                    <td data-label={t("reserve.asked")}>{approval.asked.name}<span className="lab">{dates.day(approval.asked.at)}</span></td>
                    <td data-label={t("reserve.decided")}>{t(`approve.state.${approval.state}`)}{approval.decided && <span className="lab">{approval.decided.name}, {dates.day(approval.decided.at)}: {approval.reason}</span>}</td>
                    <td data-label={t("money.amount")} className="n">{said(minor)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      {reserve && can("money.edit") && <UseForm project={project} currency={reserve.amount.currency} />}
      {can("money.approve") && <ReserveForm project={project} money={money} />}
    </section>
  );
}

function Folded({ name, ready, error, pending, act, submit, children }: { name: string; ready: boolean; error: unknown; pending: boolean; act: string; submit: () => void; children: ReactNode }) {
  return (
    <details className="add-line">
      <summary>{name}</summary>
      <form onSubmit={(event: FormEvent) => {
        event.preventDefault();
        submit();
      }}>
        <div className="fields">{children}</div>
        {error != null && <Notice problem={error} />}
        <p className="acts"><button className="btn go" type="submit" disabled={!ready || pending}>{act}</button></p>
      </form>
    </details>
  );
}

function UseForm({ project, currency }: { project: string; currency: string }) {
  const { t } = useWords();
  const amount = useAmount(currency);
  const [why, setWhy] = useState("");
  const asking = useDoing(() => send("POST", `/api/projects/${project}/reserve-uses`, { amount: amount.money, why }), "money", "money-approvals");
  const ask = () => void asking.mutateAsync(undefined).then(() => {
    say(t("reserve.use.done"));
    setWhy("");
    amount.clear();
  }, () => undefined);
  return (
    <Folded name={t("reserve.use")} ready={!!amount.money} error={asking.error} pending={asking.isPending} act={t("reserve.use.do")} submit={ask}>
      <AmountField label={t("money.amount")} of={amount} />
      <TextField label={t("reserve.why")} required value={why} onChange={(event) => setWhy(event.target.value)} />
    </Folded>
  );
}

function ReserveForm({ project, money }: Of) {
  const { t } = useWords();
  const amount = useAmount(money.currency, money.reserve?.amount);
  const setting = useDoing(() => send("PUT", `/api/projects/${project}/reserve`, { amount: amount.money }), "money");
  return (
    <Folded name={t("reserve.set")} ready={!!amount.money} error={setting.error} pending={setting.isPending} act={t("reserve.set.do")} submit={() => void setting.mutateAsync(undefined).then(() => say(t("reserve.set.done")), () => undefined)}>
      <AmountField label={t("money.amount")} of={amount} />
    </Folded>
  );
}

/// What it costs that the project ends later, for each finish that is likely.
export function DelayPart({ project, money }: Of) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const { delay } = money;
  const amount = useAmount(money.currency, delay?.stated.amount);
  const [per, setPer] = useState<string>(delay?.stated.per ?? "week");
  const [after, setAfter] = useState(delay?.stated.after ?? dates.today);
  const [why, setWhy] = useState(delay?.stated.why ?? "");
  const setting = useDoing((body: object) => send("PUT", `/api/projects/${project}/delay-cost`, body), "money");
  const told = (minor: number) => dates.money(minor, delay?.stated.amount.currency ?? money.currency);
  return (
    <section className="money-part" aria-labelledby="delay">
      <h2 id="delay">{t("delay.title")}</h2>
      {!delay ? <p className="i2">{t("delay.none")}</p> : (
        <>
          <p>{t(`delay.sentence.${delay.stated.per}`, { amount: told(delay.stated.amount.minor), after: dates.day(delay.stated.after), why: delay.stated.why })}</p>
          <table className="tbl flush beside">
            <thead><tr><th scope="col">{t("delay.end")}</th><th scope="col">{t("delay.day")}</th><th scope="col" className="n">{t("delay.days")}</th><th scope="col" className="n">{t("delay.cost")}</th></tr></thead>
            <tbody>
              {delay.ends.map(({ percent, end, days, cost }) => (
                <tr key={percent ?? 0}>
                  <th scope="row">{percent === undefined ? t("delay.planned") : t("delay.percent", { percent })}</th>
                  <td>{dates.day(end)}</td>
                  <td className="n">{days || "–"}</td>
                  <td className={`n ${cost > 0 ? "c-risk" : ""}`}>{cost > 0 ? told(cost) : "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {can("money.edit") && (
        <Folded name={t(delay ? "delay.change" : "delay.state")} ready={!!amount.money} error={setting.error} pending={setting.isPending} act={t("delay.save")} submit={() => void setting.mutateAsync({ amount: amount.money, per, after, why }).then(() => say(t("delay.saved")), () => undefined)}>
          <AmountField label={t("money.amount")} of={amount} />
          <ChoiceField label={t("delay.per")} value={per} onChange={(event) => setPer(event.target.value)}>
            <option value="week">{t("delay.per.week")}</option>
            <option value="month">{t("delay.per.month")}</option>
          </ChoiceField>
          <DayField label={t("delay.after")} value={after} change={setAfter} />
          <TextField label={t("delay.why")} required value={why} onChange={(event) => setWhy(event.target.value)} />
        </Folded>
      )}
    </section>
  );
}

/// Above which amount something waits, and for whom.
export function LimitPart({ project, money }: Of) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const { limit } = money;
  return (
    <section className="money-part" aria-labelledby="limit">
      <h2 id="limit">{t("limit.title")}</h2>
      <p>{limit ? t(limit.own ? "limit.own" : "limit.company", { amount: dates.money(limit.amount.minor, limit.amount.currency), name: limit.approverName }) : t("limit.none")}</p>
      {can("money.approve") && <LimitForm path={`/api/projects/${project}/money-limit`} currency={money.currency} version={money.limitVersion} of={limit?.own ? limit : undefined} />}
    </section>
  );
}

/// The limit of the company, for projects that have none.
export function CompanyLimit({ currency }: { currency: string }) {
  const { t } = useWords();
  const dates = useDates();
  const { data } = useQuery(moneyLimitQuery);
  if (!data) return null;
  return (
    <section className="money-part" aria-labelledby="limit">
      <h2 id="limit">{t("limit.title")}</h2>
      <p>{data.amount ? t("limit.all", { amount: dates.money(data.amount.minor, data.amount.currency), name: data.approverName ?? "" }) : t("limit.none")}</p>
      <LimitForm key={data.version} path="/api/money-limit" currency={currency} version={data.version} of={data.amount && { amount: data.amount, approver: data.approver ?? "" }} />
    </section>
  );
}

function LimitForm({ path, currency, version, of }: { path: string; currency: string; version: number; of?: { amount: { minor: number; currency: string }; approver: string } }) {
  const { t } = useWords();
  const { data } = useQuery(moneyLimitQuery);
  const amount = useAmount(currency, of?.amount);
  const [approver, setApprover] = useState(of?.approver ?? "");
  const setting = useDoing((body: object) => send("PUT", path, body, version), "money", "money-limit");
  const save = (body: object) => void setting.mutateAsync(body).then(() => say(t("limit.saved")), () => undefined);
  return (
    <Folded name={t(of ? "limit.change" : "limit.set")} ready={!!amount.money && approver !== ""} error={setting.error} pending={setting.isPending} act={t("limit.save")} submit={() => save({ amount: amount.money, approver })}>
      <AmountField label={t("limit.above")} of={amount} />
      <ChoiceField label={t("limit.approver")} required value={approver} onChange={(event) => setApprover(event.target.value)}>
        <option value="">–</option>
        {data?.approvers.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </ChoiceField>
      {of && <p className="acts"><button className="btn" type="button" disabled={setting.isPending} onClick={() => save({})}>{t("limit.remove")}</button></p>}
    </Folded>
  );
}
