import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ask, send } from "../api/client";
import { useDoing } from "../api/doing";
import type { ChangeRequest, DeskProject, ToDecide } from "../api/types";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Refusing } from "./OfferForm";

/// A wish, an offer that the plan has left behind, or one that the client declined: to be decided at the desk.
export function DeskChange({ item, place }: { item: ToDecide; place: DeskProject | undefined }) {
  const { t } = useWords();
  const dates = useDates(place?.zone);
  const [refusing, setRefusing] = useState(false);
  const path = `/api/projects/${item.project}/change-requests/${item.id}`;
  const renewing = useDoing(() => send("POST", `${path}/offer`), "desk", "changes", "portal");
  const kind = item.kind as "wish";
  return (
    <li>
      <p className="lab">
        {place?.name} · {t(`desk.change.${kind}`, { name: item.by ?? "", at: dates.moment(item.at) })}
      </p>
      <p className="what">
        <span>
          {kind !== "wish" && <b>{item.taskName}: </b>}
          {item.what}
        </span>
      </p>
      {refusing ? (
        <Refusing path={path} done={() => setRefusing(false)} />
      ) : (
        <p className="acts small">
          {item.kind === "renewal" && (
            <button className="btn go" type="button" disabled={renewing.isPending} onClick={() => renewing.mutate(undefined, { onSuccess: () => say(t("changes.offer.said")) })}>
              {t("changes.renew")}
              <span className="sr"> {item.taskName}</span>
            </button>
          )}
          <Link className={kind === "wish" ? "btn go" : "btn"} to="/projects/$project/changes/$change" params={{ project: item.project, change: item.id! }}>
            {t(kind === "wish" ? "changes.work" : "desk.look")}
            <span className="sr"> {item.taskName}</span>
          </Link>
          {item.kind !== "renewal" && (
            <button className="btn" type="button" onClick={() => setRefusing(true)}>
              {t("changes.refuse")}
              <span className="sr"> {item.taskName}</span>
            </button>
          )}
        </p>
      )}
      {renewing.error && <Notice problem={renewing.error} />}
    </li>
  );
}

/// Makes a change of something that somebody told or asked, and goes there.
export function MakeChange({ project, kind, id, text }: { project: string; kind: "question" | "complication"; id: string; text: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const making = useDoing(
    async () => (await ask<ChangeRequest>(`/api/projects/${project}/change-requests`, { method: "POST", body: { wish: text, origin: { kind, id } } })).body,
    "changes", "desk",
  );
  return (
    <>
      <button
        className="btn bare"
        type="button"
        disabled={making.isPending}
        onClick={() => making.mutate(undefined, { onSuccess: (made) => void navigate({ to: "/projects/$project/changes/$change", params: { project, change: made.id } }) })}
      >
        {t("changes.make")}
        <span className="sr"> {text}</span>
      </button>
      {making.error && <Notice problem={making.error} />}
    </>
  );
}
