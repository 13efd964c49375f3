import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { changeQuery, queries } from "../api/queries";
import type { ChangeRequest } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { live } from "../live/live";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { OfferForm } from "./OfferForm";
import { OfferedDates, PriceLine } from "./Terms";
import "./delivery.css";

/// One change: what was wished for, what it does to the dates, and at the right what the manager makes of it.
export default function ChangePage() {
  const { project, change } = useParams({ strict: false }) as { project: string; change: string };
  const asked = useQuery(changeQuery(project, change));
  const draft = asked.data?.draft;
  useEffect(() => live.onEvent(({ noun, id }) => {
    if (noun === "plan" && id === draft) void queries.invalidateQueries({ queryKey: ["changes", project, change] });
  }), [project, change, draft]);
  return (
    <>
      <ProjectHead project={project} page="changes.title" />
      <Asked of={asked}>{(one) => <One change={one} />}</Asked>
    </>
  );
}

function One({ change }: { change: ChangeRequest }) {
  const { t } = useWords();
  const can = useCan();
  const zone = change.offer?.terms.zone;
  const dates = useDates(zone);
  const shown = change.offer && change.state !== "working" ? change.offer.terms : undefined;
  const open = change.state === "asked" || change.state === "working" || change.state === "declined";
  return (
    <div className="changes one">
      <div>
        <p className="lab">
          <Link to="/projects/$project/changes" params={{ project: change.project }}>
            {t("changes.tab")}
          </Link>{" "}
          · {t("changes.number", { number: change.number })} · {t(`changes.state.${change.state}`)}
        </p>
        <h2 className="headline">{change.title}</h2>
        <blockquote>
          <p>{change.wish}</p>
          <footer className="lab">
            {t(change.ofClient ? "changes.by.client" : "changes.by", { name: change.asked.name, at: dates.moment(change.asked.at) })}
            {change.origin && <> · {t(`changes.from.${change.origin.kind}`, { text: change.origin.text })}</>}
          </footer>
        </blockquote>
        {change.reason && change.decided && (
          <p className="notice plain">
            <b>{t(`changes.decided.${change.state as "declined"}`, { name: change.decided.name, at: dates.moment(change.decided.at) })}</b>
            {change.reason}
          </p>
        )}
        {change.signature && (
          <p className="notice plain signature">
            <b>{t("changes.signed", { name: change.signature.name, at: dates.moment(change.signature.signed.at) })}</b>
            {t("changes.signed.detail", { offer: change.signature.offer, account: change.signature.signed.name })} <code>{change.signature.hash}</code>
          </p>
        )}
        {shown && (
          <section>
            <h3>{t("changes.offer", { number: change.offer!.number, name: change.offer!.offered.name, at: dates.moment(change.offer!.offered.at) })}</h3>
            <p className="said">{shown.what}</p>
            <OfferedDates dates={shown.dates} zone={shown.zone} />
            <PriceLine price={shown.price} />
          </section>
        )}
        {open && <Now change={change} />}
      </div>
      {can("plan.edit") && (open || change.state === "offered") && (
        <aside>
          {open && <OfferForm key={change.version} change={change} />}
          {change.state === "offered" && <Offered change={change} />}
        </aside>
      )}
    </div>
  );
}

/// What it would do now, by its draft.
function Now({ change }: { change: ChangeRequest }) {
  const { t, word } = useWords();
  const zone = useDates().zone;
  if (change.trouble)
    return (
      <p className="notice risk">
        <b>▲ {word(`problem.${change.trouble}.title`, {}) ?? change.trouble}</b>
        {word(`problem.${change.trouble}.hint`, {})}
      </p>
    );
  if (!change.dates) return change.draft ? <p className="i2">{t("changes.draft.empty")}</p> : null;
  return (
    <section>
      <h3>{t("changes.now")}</h3>
      <OfferedDates dates={change.dates} zone={zone} />
    </section>
  );
}

/// It is with the client: renewed if the plan has left it behind, or withdrawn.
function Offered({ change }: { change: ChangeRequest }) {
  const { t } = useWords();
  const path = `/api/projects/${change.project}/change-requests/${change.id}/offer`;
  const doing = useDoing((method: "POST" | "DELETE") => send(method, path), "changes", "desk", "portal");
  const stale = change.offer?.fresh === false;
  return (
    <section>
      <h2>{t(stale ? "changes.stale" : "changes.state.offered")}</h2>
      <p className="i2">{t(stale ? "changes.stale.detail" : "changes.offered.detail")}</p>
      <p className="acts">
        {stale && (
          <button className="btn go" type="button" disabled={doing.isPending} onClick={() => doing.mutate("POST", { onSuccess: () => say(t("changes.offer.said")) })}>
            {t("changes.renew")}
          </button>
        )}
        <button className="btn" type="button" disabled={doing.isPending} onClick={() => doing.mutate("DELETE", { onSuccess: () => say(t("changes.withdrawn")) })}>
          {t("changes.withdraw")}
        </button>
      </p>
      {doing.error && <Notice problem={doing.error} />}
    </section>
  );
}
