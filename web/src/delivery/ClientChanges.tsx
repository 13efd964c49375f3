import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { ChangeForClient, ClientDeliverable, PortalProject } from "../api/types";
import { keyOf } from "../reporting/facts";
import { TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { OfferedDates, PriceLine } from "./Terms";
import "./delivery.css";

/// What a client wished for and was offered: what there is to decide first, then what was decided, then a new wish.
export function ClientChanges({ project }: { project: PortalProject }) {
  const { t } = useWords();
  const offered = project.changes.filter(({ state }) => state === "offered");
  const others = project.changes.filter(({ state }) => state !== "offered");
  return (
    <section className="client-changes" aria-labelledby="client-changes">
      <h2 id="client-changes">{t("changes.title")}</h2>
      {offered.map((change) => (
        <Offer key={`${change.id} ${change.offer?.number}`} project={project.id} change={change} />
      ))}
      <ul className="change-rows">
        {others.map((change) => (
          <Decided key={change.id} change={change} />
        ))}
      </ul>
      <Wish project={project.id} />
    </section>
  );
}

function Offer({ project, change }: { project: string; change: ChangeForClient }) {
  const { t } = useWords();
  const offer = change.offer!;
  const dates = useDates(offer.terms.zone);
  const [deciding, setDeciding] = useState<"sign" | "decline">();
  const path = `/api/projects/${project}/change-requests/${change.id}`;
  return (
    <article className="offer" aria-label={change.title} id={change.id}>
      <p className="lab">
        {t("changes.number", { number: change.number })} · {t("changes.offer", { number: offer.number, name: offer.by, at: dates.moment(offer.at) })}
      </p>
      <h3 className="headline">{change.title}</h3>
      <p className="said">{offer.terms.what}</p>
      <OfferedDates dates={offer.terms.dates} zone={offer.terms.zone} />
      <PriceLine price={offer.terms.price} />
      {!offer.fresh ? (
        <p className="notice wait">
          <b>{t("changes.client.stale")}</b>
          {t("changes.client.stale.detail")}
        </p>
      ) : deciding ? (
        <Deciding way={deciding} path={path} change={change} done={() => setDeciding(undefined)} />
      ) : (
        <p className="acts">
          <button className="btn go" type="button" onClick={() => setDeciding("sign")}>
            {t("changes.sign.read")}
            <span className="sr"> {change.title}</span>
          </button>
          <button className="btn" type="button" onClick={() => setDeciding("decline")}>
            {t("changes.decline")}
            <span className="sr"> {change.title}</span>
          </button>
        </p>
      )}
    </article>
  );
}

function Deciding({ way, path, change, done }: { way: "sign" | "decline"; path: string; change: ChangeForClient; done: () => void }) {
  const { t } = useWords();
  const offer = change.offer!;
  const [line, setLine] = useState("");
  const body = way === "sign" ? { offer: offer.number, hash: offer.hash, name: line } : { offer: offer.number, reason: line };
  const deciding = useDoing(() => send("POST", `${path}/${way === "sign" ? "signature" : "decline"}`, body), "portal");
  return (
    <form
      className="stacked signing"
      onSubmit={(event) => {
        event.preventDefault();
        deciding.mutate(undefined, { onSuccess: () => say(t(way === "sign" ? "changes.signed.said" : "changes.declined.said")) });
      }}
    >
      {way === "sign" && (
        <>
          <h4>{t("changes.sign.text")}</h4>
          <Text text={offer.text} hash={offer.hash} />
        </>
      )}
      <TextField label={t(way === "sign" ? "changes.sign.name" : "changes.decline.reason")} required maxLength={300} autoFocus autoComplete={way === "sign" ? "name" : "off"} value={line} onChange={(event) => setLine(event.target.value)} />
      <p className="acts">
        <button className="btn go" disabled={deciding.isPending}>
          {t(way === "sign" ? "changes.sign.send" : "changes.decline.send")}
        </button>
        <button className="btn bare" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
      {deciding.error && <Notice problem={deciding.error} />}
    </form>
  );
}

function Text({ text, hash }: { text: string; hash: string }) {
  const { t } = useWords();
  return (
    <>
      <p className="signed-text">{text.trimEnd()}</p>
      <p className="lab hash">
        {t("changes.hash")} <code>{hash}</code>
      </p>
    </>
  );
}

function Decided({ change }: { change: ChangeForClient }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <li id={keyOf({ kind: "change", ref: change.id })}>
      <p className="lab">
        {t("changes.number", { number: change.number })} · {dates.day(change.asked)}
      </p>
      <p className="what">
        <span>{change.title}</span>
        <span className={change.state === "asked" ? "c-wait" : "i3"}>{t(change.state === "asked" ? "changes.client.asked" : `changes.state.${change.state}`)}</span>
      </p>
      {change.reason && <p className="i2">{change.reason}</p>}
      {change.signed && (
        <details>
          <summary>{t("changes.signed", { name: change.signed.name, at: dates.moment(change.signed.at) })}</summary>
          <Text text={change.signed.text} hash={change.signed.hash} />
        </details>
      )}
    </li>
  );
}

function Wish({ project }: { project: string }) {
  const { t } = useWords();
  const [wish, setWish] = useState("");
  const wishing = useDoing(() => send("POST", `/api/projects/${project}/wishes`, { wish }), "portal");
  return (
    <form
      className="stacked"
      onSubmit={(event) => {
        event.preventDefault();
        wishing.mutate(undefined, {
          onSuccess: () => {
            setWish("");
            say(t("changes.wish.said"));
          },
        });
      }}
    >
      <div className="field">
        <label htmlFor="wish-for">{t("changes.wish")}</label>
        <textarea id="wish-for" rows={2} required maxLength={4000} value={wish} onChange={(event) => setWish(event.target.value)} />
        <p className="note">{t("changes.wish.note")}</p>
      </div>
      <p className="acts">
        <button className="btn" disabled={wishing.isPending}>
          {t("changes.wish.send")}
        </button>
      </p>
      {wishing.error && <Notice problem={wishing.error} />}
    </form>
  );
}

/// What the client gets, by what they accept it, and what is handed over to be accepted.
export function ClientDeliverables({ project }: { project: PortalProject }) {
  const { t } = useWords();
  if (project.deliverables.length === 0) return null;
  return (
    <section className="client-changes" aria-labelledby="client-deliverables">
      <h2 id="client-deliverables">{t("deliverables.client")}</h2>
      <ul className="deliverables">
        {project.deliverables.map((each) => (
          <Received key={each.id + each.state} project={project.id} of={each} />
        ))}
      </ul>
    </section>
  );
}

function Received({ project, of }: { project: string; of: ClientDeliverable }) {
  const { t } = useWords();
  const dates = useDates();
  const [back, setBack] = useState(false);
  const [reason, setReason] = useState("");
  const path = `/api/projects/${project}/deliverables/${of.id}`;
  const deciding = useDoing((yes: boolean) => send("POST", `${path}/${yes ? "acceptance" : "return"}`, yes ? {} : { reason }), "portal");
  return (
    <li id={keyOf({ kind: "deliverable", ref: of.id })}>
      <p className="what">
        <b>{of.name}</b>
        <span className={of.state === "handed" ? "c-accent" : "i3"}>{of.accepted ? t("deliverables.accepted", { name: of.acceptedBy ?? "", day: dates.day(of.accepted) }) : t(`deliverables.client.${of.state as "open"}`)}</span>
      </p>
      {of.about && <p className="i2 said">{of.about}</p>}
      <ul className="criteria">
        {of.criteria.map(({ text, met }) => (
          <li key={text}>
            {met && of.state !== "open" ? "✓ " : "· "}
            {text}
          </li>
        ))}
      </ul>
      {of.state === "handed" && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            deciding.mutate(false);
          }}
        >
          {back && <TextField label={t("deliverables.return.reason")} required maxLength={300} autoFocus value={reason} onChange={(event) => setReason(event.target.value)} />}
          <p className="acts">
            {!back && (
              <button className="btn go" type="button" disabled={deciding.isPending} onClick={() => deciding.mutate(true, { onSuccess: () => say(t("deliverables.accept.said")) })}>
                {t("deliverables.accept")}
                <span className="sr"> {of.name}</span>
              </button>
            )}
            <button className="btn" type={back ? "submit" : "button"} onClick={back ? undefined : () => setBack(true)}>
              {t("deliverables.return")}
              <span className="sr"> {of.name}</span>
            </button>
          </p>
          {deciding.error && <Notice problem={deciding.error} />}
        </form>
      )}
    </li>
  );
}
