import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { waysQuery } from "../api/queries";
import type { Promised, WayBack, WaysBack } from "../api/types";
import { lastMoment } from "../ui/dates";
import type { Dates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice, Waiting } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { promisePath } from "./PromiseRow";

type Of = { project: string; promise: Promised; dates: Dates };

/// The cheapest ways back to a promise, each with what it does to the date, the chance and the cost.
export function Ways({ project, promise, dates }: Of) {
  const { t } = useWords();
  const asked = useQuery(waysQuery(project, promisePath(project, promise)));
  if (asked.error) return <div className="more"><Notice problem={asked.error} /></div>;
  if (!asked.data) return <div className="more"><Waiting>{t("ways.looking")}</Waiting></div>;
  return <Found project={project} promise={promise} dates={dates} ways={asked.data} />;
}

function Found({ project, promise, dates, ways }: Of & { ways: WaysBack }) {
  const { t } = useWords();
  const day = (at: string) => dates.weekdayDay(lastMoment(at));
  return (
    <section className="more ways" aria-label={t("promises.ways")}>
      <p className="i2"><Rich>{t("ways.now", { chance: dates.percent(ways.now.chance), likely: day(ways.now.likely) })}</Rich></p>
      {ways.items.length === 0 ? <p className="text">{t("ways.none")}</p> : (
        <table className="tbl small stack flush">
          <thead>
            <tr>
              <th scope="col">{t("ways.way")}</th>
              <th scope="col" className="n">{t("ways.likely")}</th>
              <th scope="col" className="n">{t("ways.chance")}</th>
              <th scope="col" className="n">{t("ways.cost")}</th>
              <th scope="col"><span className="sr">{t("ways.act")}</span></th>
            </tr>
          </thead>
          <tbody>
            {ways.items.map((way) => (
              <tr key={`${way.kind} ${way.task} ${way.resource} ${way.less}`}>
                <th scope="row"><Rich>{said(way, dates, t)}</Rich></th>
                <td className="n" data-label={t("ways.likely")}>{day(way.then.likely)}</td>
                <td className="n" data-label={t("ways.chance")}><s>{dates.percent(ways.now.chance)}</s> <b className="c-accent">{dates.percent(way.then.chance)}</b></td>
                <td className="n" data-label={t("ways.cost")}><Cost way={way} dates={dates} /></td>
                <td className="n"><Act project={project} promise={promise} dates={dates} way={way} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="lab">{t("ways.how", { runs: dates.number(ways.runs), tried: ways.tried })}</p>
    </section>
  );
}

function said(way: WayBack, dates: Dates, t: ReturnType<typeof useWords>["t"]): string {
  const name = way.name ?? "";
  if (way.kind === "people") return t("ways.people", { person: way.person ?? "", name });
  if (way.kind === "scope") return t("ways.scope", { less: dates.percent((way.less ?? 0) / 100), name });
  return t("ways.date", { day: dates.weekdayDay(lastMoment(way.then.by)) });
}

function Cost({ way, dates }: { way: WayBack; dates: Dates }) {
  const { t } = useWords();
  if (way.kind === "date") return <span className="i2">{t("ways.cost.date")}</span>;
  const sign = way.moreMinutes > 0 ? "+" : "\u2212";
  const hours = t("ways.hours", { hours: dates.number(Math.round(Math.abs(way.moreMinutes) / 60)) });
  const money = way.cost && `${way.cost.minor > 0 ? "+" : "\u2212"}${dates.money(Math.round(Math.abs(way.cost.minor) / 100) * 100, way.cost.currency)}`;
  return <>{money ?? `${sign}${hours}`}{money && <span className="i3"> {sign}{hours}</span>}</>;
}

/// A change of work is tried in a draft; another date is agreed with whoever was promised.
function Act({ project, promise, dates, way }: Of & { way: WayBack }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const at = promisePath(project, promise);
  const name = said(way, dates, t).replaceAll(/<\/?b>/g, "");
  const trying = useDoing(
    () => send<{ draft: string }>("POST", `${at}/drafts`, { task: way.task, minutes: way.minutes, resource: way.resource, name: name.slice(0, 100) }),
    "drafts",
  );
  const moving = useDoing(
    () => send("POST", `${at}/moves`, { by: way.then.by, reason: t("ways.date.reason", { chance: dates.percent(way.then.chance) }) }),
    "promises", "forecast", "portfolio",
  );
  const failed = trying.error ?? moving.error;
  if (failed) return <Notice problem={failed} />;
  if (way.kind !== "date") {
    const attempt = () => trying.mutateAsync(undefined)
      .then(({ draft }) => navigate({ to: "/projects/$project/drafts/$draft", params: { project, draft } }), () => undefined);
    return <button type="button" className="btn" disabled={trying.isPending} onClick={() => void attempt()}>{t("ways.try")}</button>;
  }
  if (!sure) return <button type="button" className="btn bare" onClick={() => setSure(true)}>{t("ways.agree")}</button>;
  return (
    <button type="button" className="btn go" disabled={moving.isPending} onClick={() => void moving.mutateAsync(undefined).then(() => say(t("promises.moved")), () => undefined)}>
      {t("ways.agreed")}
    </button>
  );
}
