import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { MaintenanceRound } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { TellRound } from "./TellRound";

/// Rounds in order of days, each with how far it is and what can be done about it.
export function RoundRows({ rounds, own = false }: { rounds: readonly MaintenanceRound[]; own?: boolean }) {
  const { t } = useWords();
  if (rounds.length === 0) return <p className="mt-none i2">{t("maintenance.rounds.none")}</p>;
  return (
    <table className="tbl stack mt-rounds">
      <thead>
        <tr>
          <th scope="col">{t("maintenance.day")}</th>
          {!own && <th scope="col">{t("maintenance.policy")}</th>}
          <th scope="col">{t("maintenance.state")}</th>
          <th scope="col"><span className="sr">{t("maintenance.acts")}</span></th>
        </tr>
      </thead>
      <tbody>{rounds.map((round) => <Row key={`${round.policy} ${round.day}`} round={round} own={own} />)}</tbody>
    </table>
  );
}

function Row({ round, own }: { round: MaintenanceRound; own: boolean }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const [telling, setTelling] = useState(false);
  const at = `/api/maintenance-policies/${round.policy}/rounds/${round.day}`;
  const approving = useDoing(() => send("POST", `${at}/approval`), "maintenance");
  const mayTell = can("assets.edit") && round.day <= dates.today && round.state !== "told";
  return (
    <>
      <tr>
        <th scope="row">{dates.weekdayDay(round.day)}</th>
        {!own && (
          <td>
            <Link to="/register/maintenance/$policy" params={{ policy: round.policy }}>{round.name}</Link>
            <span className="lab">{t(`maintenance.kind.${round.kind}`)}</span>
          </td>
        )}
        <td><State round={round} /></td>
        <td className="mt-acts">
          {round.state === "waiting" && can("assets.edit") && (
            <button className="btn" type="button" disabled={approving.isPending} aria-label={t("maintenance.approve.of", { name: round.name, day: dates.day(round.day) })}
              onClick={() => void approving.mutateAsync(undefined).then(() => say(t("maintenance.approved.said")), () => undefined)}>{t("maintenance.approve")}</button>
          )}
          {mayTell && (
            <button className="btn" type="button" aria-expanded={telling} aria-label={t("maintenance.tell.of", { name: round.name, day: dates.day(round.day) })}
              onClick={() => setTelling(!telling)}>{t("maintenance.tell")}</button>
          )}
          {approving.error && <Notice problem={approving.error} />}
        </td>
      </tr>
      {telling && <tr className="open"><td colSpan={own ? 3 : 4}><TellRound at={at} policy={round.policy} done={() => setTelling(false)} /></td></tr>}
    </>
  );
}

function State({ round }: { round: MaintenanceRound }) {
  const { t } = useWords();
  const dates = useDates();
  const mark = { missed: "c-late", waiting: "c-risk" }[round.state as string] ?? "";
  const state = t(`maintenance.state.${round.state}`);
  return (
    <>
      <span className={mark}>
        {mark && "▲ "}
        {round.state === "told" && round.outcome ? t(`maintenance.outcome.${round.outcome}`) : state}
      </span>
      {round.project && round.projectName && (
        <> <Link className="lnk" to="/projects/$project" params={{ project: round.project }}>{round.projectName}</Link></>
      )}
      <span className="lab">
        {[
          round.finish && round.state === "planned" && t("maintenance.finish", { day: dates.day(round.finish) }),
          round.by && t("maintenance.by", { name: round.by }),
          round.done && t("maintenance.doneOn", { day: dates.day(round.done), name: round.toldBy ?? "" }),
          round.note,
        ].filter(Boolean).join(" · ")}
      </span>
    </>
  );
}
