import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { feedsQuery, portalQuery, projectsQuery } from "../api/queries";
import type { FeedKey, NewFeed } from "../api/types";
import { useCan, useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { ChoiceField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Addresses under which calendar programs read my dates.
export function Feeds() {
  const { t } = useWords();
  const feeds = useQuery(feedsQuery);
  const names = useNames();
  return (
    <section className="part">
      <h2>{t("feeds.title")}</h2>
      <p className="i2">{t("feeds.detail")}</p>
      <Asked of={feeds}>
        {(all) => (
          <ul className="rows">
            {all.map((feed) => (
              <Feed key={feed.id} feed={feed} name={feed.project ? (names.get(feed.project) ?? "–") : t("feeds.own")} />
            ))}
          </ul>
        )}
      </Asked>
      <Make names={names} />
    </section>
  );
}

/// The projects that can be subscribed to: those of the plan, or of the portal.
function useNames(): Map<string, string> {
  const can = useCan();
  const inside = useQuery({ ...projectsQuery, enabled: can("plan.see") }).data ?? [];
  const outside = useQuery({ ...portalQuery, enabled: !can("plan.see") && can("portal.see") }).data?.projects ?? [];
  return new Map((can("plan.see") ? inside : outside).map(({ id, name }) => [id, name]));
}

function Feed({ feed, name }: { feed: FeedKey; name: string }) {
  const { t } = useWords();
  const dates = useDates();
  const removing = useDoing(() => send("DELETE", `/api/feeds/${feed.id}`), "feeds");
  return (
    <li>
      <span>
        {feed.kind === "milestones" ? t("feeds.milestonesOf", { name }) : name}
        <span className="lab" style={{ display: "block" }}>
          {feed.lastUsed ? t("feeds.used", { at: dates.moment(feed.lastUsed) }) : t("feeds.unused")}
        </span>
        {removing.error && <Notice problem={removing.error} />}
      </span>
      <button className="lnk" type="button" onClick={() => removing.mutate(undefined)}>
        {t("feeds.remove")}
        <span className="sr"> {name}</span>
      </button>
    </li>
  );
}

function Make({ names }: { names: Map<string, string> }) {
  const { t } = useWords();
  const can = useCan();
  const own = Boolean(useSession()?.person);
  const kinds = [...(can("plan.see") ? ["project"] : []), "milestones"];
  const choices = [
    ...(own ? [{ value: "person", name: t("feeds.own") }] : []),
    ...[...names].flatMap(([id, name]) => kinds.map((kind) => ({ value: `${kind} ${id}`, name: kind === "project" ? name : t("feeds.milestonesOf", { name }) }))),
  ];
  const [wanted, setWanted] = useState<string>();
  const chosen = wanted ?? choices[0]?.value;
  const making = useDoing((value: string) => {
    const [kind, project] = value.split(" ");
    return send<NewFeed>("POST", "/api/feeds", { kind, project });
  }, "feeds");
  if (!chosen) return null;
  return (
    <>
      {making.data && <Once address={location.origin + making.data.path} />}
      {making.error && <Notice problem={making.error} />}
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          making.mutate(chosen);
        }}
      >
        <ChoiceField label={t("feeds.which")} value={chosen} onChange={(event) => setWanted(event.target.value)}>
          {choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </ChoiceField>
        <button className="btn" disabled={making.isPending}>
          {t("feeds.make")}
        </button>
      </form>
    </>
  );
}

function Once({ address }: { address: string }) {
  const { t } = useWords();
  const copy = async () => {
    await navigator.clipboard?.writeText(address);
    say(t("account.tokens.copied"));
  };
  return (
    <div className="notice plain" role="status">
      <b>{t("feeds.once")}</b>
      <code className="secret">{address}</code>
      <p className="acts">
        <button className="btn" type="button" onClick={() => void copy()}>
          {t("account.tokens.copy")}
        </button>
        <a className="lnk" href={address.replace(/^https?/, "webcal")}>
          {t("feeds.open")}
        </a>
      </p>
    </div>
  );
}
