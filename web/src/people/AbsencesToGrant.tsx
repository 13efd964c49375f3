import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { absenceRequestsQuery } from "../api/queries";
import type { AbsenceRequest } from "../api/types";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AbsenceEffect } from "./AbsenceEffect";

export const useAbsencesToGrant = (): AbsenceRequest[] => (useQuery(absenceRequestsQuery).data ?? []).filter(({ mayGrant }) => mayGrant);

/// Absences that were asked for and wait for the reader, each with what it does to dates.
export function AbsencesToGrant() {
  const { t } = useWords();
  const waiting = useAbsencesToGrant();
  if (waiting.length === 0) return null;
  return (
    <section aria-labelledby="absences-waiting">
      <h2 id="absences-waiting" className="asks-head">
        {t("absence.waiting")} <span className="i3">{waiting.length}</span>
      </h2>
      <ul className="asks">
        {waiting.map((each) => (
          <Waiting key={each.id} request={each} />
        ))}
      </ul>
    </section>
  );
}

function Waiting({ request }: { request: AbsenceRequest }) {
  const { t, word } = useWords();
  const dates = useDates();
  const [why, setWhy] = useState<string>();
  const span = dates.span(request.from, request.to);
  const deciding = useDoing((reason: string | undefined) => send("POST", `/api/absence-requests/${request.id}/${reason === undefined ? "grant" : "decline"}`, reason === undefined ? {} : { reason }), "absences", "people", "load", "work", "desk");
  const decide = (reason?: string) => deciding.mutate(reason, { onSuccess: () => say(t(reason === undefined ? "absence.said.granted" : "absence.said.declined", { name: request.personName, span })) });
  return (
    <li>
      <div>
        <h2>
          <Link className="lnk" to="/people/$person" params={{ person: request.person }}>
            {request.personName}
          </Link>
        </h2>
        <p className="i2">{[request.kind && (word(`absence.kind.${request.kind}`) ?? request.kind), request.note].filter(Boolean).join(", ")}</p>
        <p className="lab">{t("requests.asked", { at: dates.moment(request.at) })}</p>
        <AbsenceEffect person={request.person} from={request.from} to={request.to} />
        {deciding.error && <Notice problem={deciding.error} />}
      </div>
      <div>
        <p className="when">{span}</p>
      </div>
      {why === undefined ? (
        <div className="acts">
          <button className="btn go" type="button" disabled={deciding.isPending} aria-label={t("requests.grantOf", { name: request.personName, span })} onClick={() => decide()}>
            {t("requests.grant")}
          </button>
          <button className="btn" type="button" aria-label={t("requests.declineOf", { name: request.personName, span })} onClick={() => setWhy("")}>
            {t("requests.decline")}
          </button>
        </div>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            decide(why);
          }}
        >
          <div className="field">
            <label htmlFor={`why-${request.id}`}>{t("absence.why")}</label>
            <input id={`why-${request.id}`} required maxLength={200} autoFocus value={why} onChange={(event) => setWhy(event.target.value)} />
          </div>
          <p className="acts">
            <button className="btn" disabled={deciding.isPending || why.trim() === ""}>{t("requests.decline")}</button>
          </p>
        </form>
      )}
    </li>
  );
}
