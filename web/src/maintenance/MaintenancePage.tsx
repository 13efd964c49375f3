import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { get } from "../api/client";
import { maintenanceRoundsQuery } from "../api/queries";
import type { MaintenancePolicyHead, MaintenancePolicyList } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { PlanRounds } from "./PlanRounds";
import { RoundRows } from "./RoundRows";
import { useRuleWords } from "./useRuleWords";
import { YearsAhead } from "./YearsAhead";
import "./maintenance.css";

const DAYS_AHEAD = 92;
const MONTHS_FRESH = 183;

/// What is done to what is run, again and again: what comes and was missed, five years ahead, and the policies.
export default function MaintenancePage() {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const policies = useInfiniteQuery({
    queryKey: ["maintenance", "policies"],
    queryFn: ({ pageParam, signal }) => get<MaintenancePolicyList>(`/api/maintenance-policies?after=${pageParam}`, signal),
    initialPageParam: "0",
    getNextPageParam: (last) => last.next,
  });
  const rounds = useQuery(maintenanceRoundsQuery(addDays(dates.today, DAYS_AHEAD)));
  const items = policies.data?.pages.flatMap((page) => page.items) ?? [];
  const add = can("assets.edit") && <Link className="btn go" to="/register/maintenance/new">{t("maintenance.add")}</Link>;
  return (
    <>
      <PageHead title={t("maintenance.title")}>
        <Link className="btn" to="/register">{t("register.title")}</Link>
        <Link className="btn" to="/register/windows">{t("windows.title")}</Link>
        {items.length > 0 && add}
      </PageHead>
      {policies.error && <Notice problem={policies.error} />}
      {policies.data && items.length === 0 ? <Empty title={t("maintenance.empty")} acts={add}>{t("maintenance.empty.detail")}</Empty> : (
        <Asked of={rounds}>
          {(list) => (
            <>
              <p className="say" role="status">
                <Rich>{t("maintenance.sentence", {
                  coming: list.items.filter(({ day, state }) => day >= dates.today && state !== "told").length,
                  missed: list.items.filter(({ state }) => state === "missed").length,
                  waiting: list.items.filter(({ state }) => state === "waiting").length,
                  free: list.free,
                })}</Rich>
              </p>
              <PlanRounds free={list.free} />
              <section aria-labelledby="rounds">
                <h2 id="rounds" className="mt-head">{t("maintenance.rounds")}</h2>
                <RoundRows rounds={list.items.filter(({ state }) => state !== "told")} />
                {list.more && <p className="mt-none i2">{t("maintenance.rounds.more")}</p>}
              </section>
              <YearsAhead />
              <section aria-labelledby="policies">
                <h2 id="policies" className="mt-head">{t("maintenance.policies")}</h2>
                <Policies items={items} />
              </section>
              {policies.hasNextPage && (
                <p className="mt-more"><button className="btn" type="button" disabled={policies.isFetching} onClick={() => void policies.fetchNextPage()}>{t("register.more")}</button></p>
              )}
            </>
          )}
        </Asked>
      )}
    </>
  );
}

function Policies({ items }: { items: readonly MaintenancePolicyHead[] }) {
  const { t } = useWords();
  const dates = useDates();
  const said = useRuleWords();
  return (
    <table className="tbl stack mt-list">
      <thead>
        <tr>
          <th scope="col">{t("register.name")}</th>
          <th scope="col">{t("maintenance.rule")}</th>
          <th scope="col">{t("maintenance.next")}</th>
          <th scope="col">{t("maintenance.last")}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((policy) => (
          <tr key={policy.id}>
            <th scope="row">
              <Link to="/register/maintenance/$policy" params={{ policy: policy.id }}>{policy.name}</Link>
              <span className="lab">{t(`maintenance.kind.${policy.kind}`)} · {t("maintenance.assets", { count: policy.assets })}</span>
            </th>
            <td>{said(policy.rule)}</td>
            <td data-label={t("maintenance.next")}>{policy.ended ? t("maintenance.ended") : policy.next && dates.weekdayDay(policy.next)}</td>
            <td data-label={t("maintenance.last")}>
              {policy.proof ? <Proof policy={policy} /> : policy.last && policy.outcome ? t("maintenance.lastTold", { day: dates.day(policy.last), outcome: t(`maintenance.outcome.${policy.outcome}`) }) : policy.work ? t("maintenance.never") : ""}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/// Of a backup what counts is that it came back.
function Proof({ policy }: { policy: MaintenancePolicyHead }) {
  const { t } = useWords();
  const dates = useDates();
  const proof = policy.proof!;
  if (policy.assets === 0) return null;
  if (proof.never > 0)
    return <span className="c-late">▲ {t("maintenance.proof.never", { never: proof.never, all: policy.assets })}</span>;
  const old = proof.oldest! < addDays(dates.today, -MONTHS_FRESH);
  return <span className={old ? "c-risk" : ""}>{old && "▲ "}{t("maintenance.proof.oldest", { day: dates.day(proof.oldest!) })}</span>;
}

