import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { DeskProject, ToDecide } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { DeskChange, MakeChange } from "../delivery/DeskChange";
import { Closing } from "../work/InTheWay";
import { useWords } from "../words/words";

type Of = { item: ToDecide; place: DeskProject | undefined };

/// One thing to say yes or no to, with what it does, and the buttons that do it.
export function Decide({ item, place }: Of) {
  switch (item.kind) {
    case "complication":
      return <Complication item={item} place={place} />;
    case "proposal":
      return <Proposal item={item} place={place} />;
    case "request":
      return <Request item={item} place={place} />;
    case "wish":
    case "renewal":
    case "declined":
      return <DeskChange item={item} place={place} />;
    default:
      return <Promise item={item} place={place} />;
  }
}

function TaskLink({ item, name }: { item: ToDecide; name: string }) {
  return (
    <Link className="lnk" to="/projects/$project" params={{ project: item.project }} search={{ task: item.task } as never}>
      {name}
    </Link>
  );
}

function FinishMoves({ item, place }: Of) {
  const { t } = useWords();
  const dates = useDates(place?.zone);
  if (!item.was || !item.then) return null;
  const [was, then] = [dates.day(lastMoment(item.was)), dates.day(lastMoment(item.then))];
  return (
    <span className="date">
      {t("planning.plannedFinish")} {was !== then && <s>{was}</s>} <b>{then}</b>
    </span>
  );
}

function Complication({ item, place }: Of) {
  const { t } = useWords();
  const dates = useDates(place?.zone);
  const [closing, setClosing] = useState(false);
  const path = `/api/projects/${item.project}/complications/${item.id}`;
  const taking = useDoing(() => send("POST", `${path}/taking`, {}), "desk", "work", "task-work", "portfolio");
  return (
    <li>
      <p className="lab">
        {item.urgent && <b className="c-late">▲ {t("way.urgent.mark")} · </b>}
        {place?.name} · {t("way.by", { name: item.by ?? "", at: dates.moment(item.at) })}
      </p>
      <p className="what">
        <span>
          {item.what} <span className="i3">{t("desk.at")}</span> <TaskLink item={item} name={item.taskName ?? ""} />
        </span>
        <FinishMoves item={item} place={place} />
      </p>
      {closing ? (
        <Closing path={path} done={() => setClosing(false)} />
      ) : (
        <p className="acts small">
          {item.costMinutes != null && (
            <button className="btn go" type="button" aria-label={t("way.takeOf", { what: item.what })} disabled={taking.isPending} onClick={() => taking.mutate(undefined)}>
              {t("way.take")}
            </button>
          )}
          <button className="btn" type="button" aria-label={t("way.closeOf", { what: item.what })} onClick={() => setClosing(true)}>
            {t("way.close")}
          </button>
          <MakeChange project={item.project} kind="complication" id={item.id!} text={item.what} />
        </p>
      )}
      {taking.error && <Notice problem={taking.error} />}
    </li>
  );
}

function Proposal({ item, place }: Of) {
  const { t, word } = useWords();
  const path = `/api/projects/${item.project}`;
  const take = () => send("POST", `${path}/changes`, { changes: [{ kind: "takeProposal", proposal: item.id }], label: t("planning.label.take") }, place?.version);
  const deciding = useDoing((yes: boolean) => (yes ? take() : send("DELETE", `${path}/proposals/${item.id}`)), "desk", "portfolio");
  const values = Object.fromEntries(Object.entries(item.values).filter(([, value]) => typeof value === "string" || typeof value === "number")) as Record<string, string | number>;
  return (
    <li>
      <p className="lab">{place?.name} · {t("planning.proposal")}</p>
      <p className="what">
        <span>{word(`proposal.${item.what}`, values) ?? item.what}</span>
        <FinishMoves item={item} place={place} />
      </p>
      <p className="acts small">
        <button className="btn go" type="button" disabled={deciding.isPending} onClick={() => deciding.mutate(true, { onSuccess: () => say(t("desk.said.taken", { project: place?.name ?? "" })) })}>
          {t("planning.proposal.accept")}
          <span className="sr"> {place?.name}</span>
        </button>
        <button className="btn" type="button" disabled={deciding.isPending} onClick={() => deciding.mutate(false)}>
          {t("planning.proposal.notNow")}
          <span className="sr"> {place?.name}</span>
        </button>
        <Link className="lnk" to="/projects/$project" params={{ project: item.project }}>
          {t("desk.look")}
        </Link>
      </p>
      {deciding.error && <Notice problem={deciding.error} />}
    </li>
  );
}

function Request({ item, place }: Of) {
  const { t } = useWords();
  const dates = useDates(place?.zone);
  const deciding = useDoing((what: "grant" | "decline") => send("POST", `/api/requests/${item.id}/${what}`, {}), "desk", "requests", "load", "bookings");
  const values = { name: item.what, span: dates.span(item.from!, item.until!) };
  return (
    <li>
      <p className="lab">{t("desk.request", { name: item.by ?? "", project: item.taskName ?? "" })}</p>
      <p className="what">
        <span>{t("desk.request.of", { name: item.what, units: Number(item.values.units ?? 100) })}</span>
        <span className="date">
          <b>{values.span}</b>
        </span>
      </p>
      <p className="acts small">
        <button className="btn go" type="button" aria-label={t("requests.grantOf", values)} disabled={deciding.isPending} onClick={() => deciding.mutate("grant")}>
          {t("requests.grant")}
        </button>
        <button className="btn" type="button" aria-label={t("requests.declineOf", values)} disabled={deciding.isPending} onClick={() => deciding.mutate("decline")}>
          {t("requests.decline")}
        </button>
      </p>
      {deciding.error && <Notice problem={deciding.error} />}
    </li>
  );
}

function Promise({ item, place }: Of) {
  const { t } = useWords();
  const dates = useDates(place?.zone);
  const late = item.then! > item.was!;
  const chance = Math.round((item.chance ?? 0) * 100);
  return (
    <li>
      <p className="lab">{place?.name} · {t("desk.promise")}</p>
      <p className="what">
        <span>
          <TaskLink item={item} name={item.taskName ?? ""} />{" "}
          <span className={late ? "c-late" : "c-risk"}>▲ {late ? t("desk.promise.late") : t("desk.promise.risk", { chance })}</span>
        </span>
        <span className="date">
          {t("desk.promised")} <b>{dates.day(lastMoment(item.was!))}</b>
        </span>
      </p>
      <p className="i2">{t(item.what ? "desk.promise.planned.to" : "desk.promise.planned", { day: dates.day(lastMoment(item.then!)), whom: item.what })}</p>
      <p className="acts small">
        <Link className="btn" to="/projects/$project/drafts" params={{ project: item.project }}>
          {t("desk.promise.try")}
        </Link>
        <Link className="lnk" to="/projects/$project/forecast" params={{ project: item.project }}>
          {t("desk.promise.why")}
        </Link>
      </p>
    </li>
  );
}
