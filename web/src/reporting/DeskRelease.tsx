import { Link } from "@tanstack/react-router";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { DeskProject, ToRelease } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Doubts } from "./ByItself";
import { promiseOf } from "./first";
import { releaseLookedAt } from "./releaseLookedAt";

/// Of what keeps it from being released by itself, what is said about every draft.
const SAID = ["foreignDate", "newer"];

/// What a client was not told: a draft that waits, or the next one that nobody has begun.
export function Release({ item: { project, audience, draft, last, newer, byItself }, place }: { item: ToRelease; place: DeskProject }) {
  const { t } = useWords();
  const dates = useDates(place.zone);
  const path = `/api/projects/${project}/updates`;
  const drafting = useDoing(() => send("POST", path, { audience }), "desk", "updates");
  const releasing = useDoing(() => releaseLookedAt(draft!), "desk", "updates", "portal");
  const unsaid = byItself?.doubts.filter(({ kind }) => !SAID.includes(kind)) ?? [];
  const promise = draft && promiseOf(draft.facts);
  const likely = (promise ?? draft?.facts.finish)?.likely;
  return (
    <li>
      <p className="lab">
        {place.name} · {audience === "client" ? (last ? t("desk.told", { at: dates.moment(last) }) : t("desk.told.never")) : `${t(`updates.to.${audience}`)}${last ? `, ${dates.moment(last)}` : ""}`}
      </p>
      <p className="what">
        <span>{draft ? draft.words.summary || t("desk.release.wordless") : t("desk.release.due")}</span>
        {likely && (
          <span className="date">
            {t("planning.likelyBy")} <b>{dates.day(lastMoment(likely))}</b>
          </span>
        )}
      </p>
      {draft && promise && (
        <p className="i2">
          {t("desk.release.promise", { name: promise.name, day: dates.day(lastMoment(promise.by)), chance: Math.round((promise.chance ?? 0) * 100) })}
        </p>
      )}
      {draft && newer && <p className="c-risk">▲ {t("desk.release.newer", { at: dates.moment(draft.facts.asOf) })}</p>}
      {draft && draft.pointedOut.length > 0 && <p className="c-risk">▲ {t("updates.foreign", { days: draft.pointedOut.join(", ") })}</p>}
      {byItself && byItself.doubts.length === 0 && byItself.due && <p className="i2">{t("desk.release.byItself", { day: dates.dayLong(byItself.due), name: byItself.switchedOn!.name })}</p>}
      {byItself && byItself.doubts.length > 0 && <p className="c-risk">▲ {t("desk.release.doubt")}</p>}
      {unsaid.length > 0 && <Doubts doubts={unsaid} />}
      <p className="acts small">
        {draft && !newer && draft.words.summary && draft.pointedOut.length === 0 && (
          <button className="btn go" type="button" disabled={releasing.isPending} onClick={() => releasing.mutate(undefined, { onSuccess: () => say(t("updates.said.released")) })}>
            {t("updates.release")}
            <span className="sr"> {place.name}</span>
          </button>
        )}
        {(!draft || newer) && (
          <button className={draft ? "btn" : "btn go"} type="button" disabled={drafting.isPending} onClick={() => drafting.mutate(undefined)}>
            {t(draft ? "updates.redraft" : "updates.draft")}
            <span className="sr"> {place.name}</span>
          </button>
        )}
        <Link className="lnk" to="/projects/$project/updates" params={{ project }}>
          {t(draft ? "desk.release.word" : "desk.look")}
        </Link>
      </p>
      {(drafting.error ?? releasing.error) && <Notice problem={drafting.error ?? releasing.error} />}
    </li>
  );
}
