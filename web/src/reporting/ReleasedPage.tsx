import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { get, Problem, send } from "../api/client";
import { queries } from "../api/queries";
import type { LinkedPortal } from "../api/types";
import { Door, LanguageSwitch } from "../identity/Door";
import { lastMoment, useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { FinInk, Mark } from "../ui/Fin";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { UpdateShown } from "./UpdateShown";
import "../delivery/delivery.css";
import "./updates.css";

const AGAIN = 20_000;

/// What a link opens, for somebody without an account. It is asked for anew every 20 seconds: once the link is taken
/// back or over, the page shows nothing any more.
export default function ReleasedPage() {
  const { t } = useWords();
  const { link } = useParams({ strict: false }) as { link: string };
  const path = `/api/portal-links/${encodeURIComponent(link)}`;
  const key = ["released", link];
  const asked = useQuery({ queryKey: key, queryFn: ({ signal }) => get<LinkedPortal>(path, signal), retry: false, refetchInterval: AGAIN, refetchOnWindowFocus: "always", staleTime: 0 });
  const refused = asked.error instanceof Problem ? asked.error.status : undefined;
  if (refused === 404)
    return (
      <Door title={t("released.over")}>
        <p className="text">{t("released.over.detail")}</p>
      </Door>
    );
  if (refused === 401) return <Password path={path} entered={(portal) => queries.setQueryData(key, portal)} />;
  return <Asked of={asked}>{(portal) => <Shown portal={portal} path={path} />}</Asked>;
}

function Password({ path, entered }: { path: string; entered: (portal: LinkedPortal) => void }) {
  const { t } = useWords();
  const [password, setPassword] = useState("");
  const entering = useMutation({
    mutationFn: () => send<LinkedPortal>("POST", `${path}/visits`, { password }),
    onSuccess: entered,
    onError: () => setPassword(""),
  });
  return (
    <Door title={t("released.title")}>
      <p className="text">{t("released.detail")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          entering.mutate();
        }}
      >
        <TextField label={t("links.password")} type="password" autoComplete="off" required autoFocus maxLength={256} value={password} onChange={({ target }) => setPassword(target.value)} />
        {entering.error && <Notice problem={entering.error} />}
        <button className="btn go big" disabled={entering.isPending}>
          {t("released.act")}
        </button>
      </form>
    </Door>
  );
}

function Shown({ portal: { company, whom, until, name, update, newer, deliverables }, path }: { portal: LinkedPortal; path: string }) {
  const { t, language } = useWords();
  const dates = useDates(update?.facts.zone);
  return (
    <div className="page">
      <FinInk />
      <header className="mast">
        <span className="brand">
          <Mark />
          <span>{company}</span>
        </span>
        <div className="end">
          <LanguageSwitch />
        </div>
      </header>
      <main id="main">
        <div className="head">
          <h1>{name}</h1>
          <span className="sub">{t("released.for", { whom, day: dates.day(lastMoment(until)) })}</span>
        </div>
        <div className="portal">
          <div>
            {update ? (
              <>
                <p className="lab">
                  {t(update.switchedOn ? "portal.asOf.byItself" : "portal.asOf", { at: dates.moment(update.facts.asOf), name: update.switchedOn ?? update.by })}
                  {newer && <b className="c-wait"> {t("portal.newer")}</b>}{" "}
                  <a className="lnk" href={`${path}/update?language=${language}`} download>{t("updates.paper")}</a>
                </p>
                <UpdateShown name={name} facts={update.facts} words={update.words} audience="client" />
              </>
            ) : (
              <p className="lead">{t("portal.unreleased")}</p>
            )}
          </div>
          <aside>
            {deliverables.length > 0 && <Deliverables of={deliverables} />}
            <Calendar path={path} pay={update?.facts.pay !== undefined} />
          </aside>
        </div>
      </main>
    </div>
  );
}

function Deliverables({ of }: { of: LinkedPortal["deliverables"] }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <section>
      <h2>{t("portal.what")}</h2>
      <ul className="rows">
        {of.map(({ id, name, state, accepted }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="i3">{accepted ? dates.day(accepted) : t(`deliverables.client.${state as "open"}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Calendar({ path, pay }: { path: string; pay: boolean }) {
  const { t } = useWords();
  const making = useMutation({ mutationFn: () => send<{ path: string }>("POST", `${path}/feed`) });
  const address = making.data && location.origin + making.data.path;
  return (
    <section>
      {address ? (
        <>
          <b>{t("feeds.once")}</b>
          <code className="secret">{address}</code>
          <p className="acts">
            <a className="lnk" href={address.replace(/^https?/, "webcal")}>
              {t("feeds.open")}
            </a>
          </p>
        </>
      ) : (
        <button className="lnk" type="button" disabled={making.isPending} onClick={() => making.mutate()}>
          {t("released.calendar")}
        </button>
      )}
      <p className="lab">{t("released.calendar.note")}</p>
      {making.error && <Notice problem={making.error} />}
      <p className="lab" style={{ marginTop: 16 }}>{t(pay ? "released.what.pay" : "released.what")}</p>
    </section>
  );
}
