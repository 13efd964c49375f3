import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { backlogQuery } from "../api/queries";
import type { Card, IncrementList } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { lengthIn } from "./board";

const FIRST = 40;

/// What is still to be done, in order: ready or not, in which increment, bugs marked.
export function Backlog({ project, list }: { project: string; list: IncrementList }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  return (
    <section className="inc-part" aria-labelledby="backlog">
      <h2 id="backlog">{t("backlog.title")}</h2>
      <Asked of={useQuery(backlogQuery(project))}>
        {({ items, epics }) => (
          <>
            <p className="i2">{t("backlog.sentence", { all: items.length, ready: items.filter(({ notReady }) => notReady.length === 0).length })}</p>
            <table className="tbl stack flush">
              <thead>
                <tr>
                  <th scope="col">{t("backlog.task")}</th>
                  <th scope="col">{t("backlog.ready")}</th>
                  <th scope="col">{t("increments.likely")}</th>
                  <th scope="col">{t("backlog.increment")}</th>
                  <th scope="col"><span className="sr">{t("backlog.acts")}</span></th>
                </tr>
              </thead>
              <tbody>
                {items.slice(0, all ? undefined : FIRST).map((card, i) => (
                  <Line key={card.task} project={project} card={card} before={items[i - 2]?.task ?? ""} after={items[i + 1]?.task} first={i === 0}
                    epic={epics.find(({ task }) => task === card.epic)?.name} list={list} />
                ))}
              </tbody>
            </table>
            {!all && items.length > FIRST && <p className="acts"><button className="btn" type="button" onClick={() => setAll(true)}>{t("backlog.more", { more: items.length - FIRST })}</button></p>}
          </>
        )}
      </Asked>
    </section>
  );
}

function Line({ project, card, before, after, first, epic, list }: {
  project: string;
  card: Card;
  /// What it comes behind once it is one place up, and what once one down.
  before: string;
  after?: string;
  first: boolean;
  epic?: string;
  list: IncrementList;
}) {
  const words = useWords();
  const { t } = words;
  const can = useCan();
  const dates = useDates(list.zone);
  const changing = useDoing(
    (fields: { after?: string; aside?: boolean; bug?: boolean }) => send("PATCH", `/api/projects/${project}/cards/${encodeURIComponent(card.task)}`, fields),
    "backlog", "board",
  );
  const increment = list.items.find(({ id }) => id === card.increment);
  const aside = card.notReady.includes("aside");
  const act = (name: string, fields: Parameters<typeof changing.mutate>[0]) => (
    <button className="lnk" type="button" disabled={changing.isPending} onClick={() => changing.mutate(fields)}>{name}<span className="sr"> {card.key}</span></button>
  );
  return (
    <tr>
      <th scope="row">
        {card.name}
        <span className="lab" style={{ display: "block", fontWeight: 400 }}>
          {[card.key, card.bug && t("board.bug"), epic, card.minutes !== undefined && lengthIn(card.remainingMinutes ?? card.minutes, words, card.elapsed)].filter(Boolean).join(" · ")}
        </span>
        {changing.error && <Notice problem={changing.error} />}
      </th>
      <td data-label={t("backlog.ready")} className="i2">
        {card.begun ? t("backlog.begun") : card.notReady.length === 0 ? t("backlog.isReady")
          : card.notReady.map((why) => t(`board.notReady.${why}` as "board.notReady.aside")).join(", ")}
      </td>
      <td data-label={t("increments.likely")}>{card.likely && dates.day(card.likely)}</td>
      <td data-label={t("backlog.increment")}>{increment?.number ?? "–"}</td>
      <td>
        {can("plan.edit") && (
          <span style={{ display: "inline-flex", gap: 14, flexWrap: "wrap" }}>
            {!first && act(t("backlog.up"), { after: before })}
            {after && act(t("backlog.down"), { after })}
            {!card.begun && act(t(aside ? "backlog.notAside" : "backlog.aside"), { aside: !aside })}
            {!card.begun && <Link className="lnk" to="/projects/$project/estimates" params={{ project }} search={{ task: card.task }}>{t("estimates.title")}<span className="sr"> {card.key}</span></Link>}
            {act(t(card.bug ? "backlog.noBug" : "backlog.isBug"), { bug: !card.bug })}
          </span>
        )}
      </td>
    </tr>
  );
}
