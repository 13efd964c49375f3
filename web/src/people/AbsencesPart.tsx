import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { absenceRequestsQuery, absencesQuery } from "../api/queries";
import type { Absence, Person } from "../api/types";
import { useCan, useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AbsenceEffect } from "./AbsenceEffect";

const kinds = ["leave", "sick", "training", "parental", "other"] as const;

/// When somebody is away. Why is told only to those whom it concerns; the server leaves it out for all others.
export function AbsencesPart({ person, edits }: { person: Person; edits: boolean }) {
  const { t, word } = useWords();
  const dates = useDates();
  const { data: all } = useQuery(absencesQuery(person.id));
  const coming = (all ?? []).filter(({ to }) => to >= dates.today).toSorted((a, b) => a.from.localeCompare(b.from));
  const removing = useDoing(
    (absence: Absence) => send("DELETE", `/api/people/${person.id}/absences/${absence.id}`),
    "people",
    "load",
  );
  const remove = async (absence: Absence) => {
    await removing.mutateAsync(absence);
    say(t("absence.removed", { span: dates.span(absence.from, absence.to) }));
  };
  return (
    <section className="part" aria-labelledby="absences-head">
      <h2 id="absences-head">{t("people.away")}</h2>
      {removing.error && <Notice problem={removing.error} />}
      {coming.length === 0 ? (
        <p className="i3">{t("absence.none")}</p>
      ) : (
        <ul className="rows">
          {coming.map((absence) => (
            <li key={absence.from}>
              <span>
                <b>{dates.span(absence.from, absence.to)}</b>{" "}
                <span className="i3">
                  {[absence.kind && (word(`absence.kind.${absence.kind}`) ?? absence.kind), absence.note]
                    .filter(Boolean)
                    .join(", ")}
                </span>
              </span>
              {edits && absence.id && (
                <button
                  className="lnk"
                  type="button"
                  aria-label={t("absence.removeOf", { span: dates.span(absence.from, absence.to) })}
                  onClick={() => remove(absence).catch(() => undefined)}
                >
                  {t("absence.remove")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      <AskedFor person={person} />
      {edits && <NewAbsence person={person} />}
    </section>
  );
}

/// What was asked for and is not decided, or was declined lately.
function AskedFor({ person }: { person: Person }) {
  const { t, word } = useWords();
  const dates = useDates();
  const asked = (useQuery(absenceRequestsQuery).data ?? []).filter((each) => each.person === person.id && (each.state === "open" || each.state === "declined"));
  const withdrawing = useDoing((id: string) => send("DELETE", `/api/absence-requests/${id}`), "absences");
  if (asked.length === 0) return null;
  return (
    <ul className="rows" aria-label={t("absence.asked")}>
      {asked.map((each) => (
        <li key={each.id}>
          <span>
            <b>{dates.span(each.from, each.to)}</b>{" "}
            <span className={each.state === "open" ? "c-wait" : "i2"}>
              {each.state === "open" ? t("absence.open") : t("absence.declined", { name: each.decidedBy ?? "", answer: each.answer ?? "" })}
            </span>{" "}
            <span className="i3">{[each.kind && (word(`absence.kind.${each.kind}`) ?? each.kind), each.note].filter(Boolean).join(", ")}</span>
          </span>
          {each.state === "open" && (
            <button className="lnk" type="button" aria-label={t("absence.withdrawOf", { span: dates.span(each.from, each.to) })} onClick={() => withdrawing.mutate(each.id)}>
              {t("absence.withdraw")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function NewAbsence({ person }: { person: Person }) {
  const { t } = useWords();
  const dates = useDates();
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState(dates.today);
  const [to, setTo] = useState(dates.today);
  const [kind, setKind] = useState<string>("leave");
  const [note, setNote] = useState("");
  const can = useCan();
  const own = useSession()?.person === person.id;
  // Who is sick says so; the rest their lead grants, where they have one.
  const asks = own && Boolean(person.lead) && person.lead !== person.id && !can("people.edit") && kind !== "sick";
  const adding = useDoing(
    () => send("POST", `/api/people/${person.id}/${asks ? "absence-requests" : "absences"}`, { from, to, kind, note: note.trim() || undefined }),
    "people",
    "load",
    "absences",
  );
  if (!open) {
    return (
      <div className="acts">
        <button className="btn" type="button" onClick={() => setOpen(true)}>
          {t("absence.add")}
        </button>
      </div>
    );
  }
  return (
    <form
      className="asking"
      onSubmit={(event) => {
        event.preventDefault();
        adding
          .mutateAsync(undefined)
          .then(() => {
            setOpen(false);
            setNote("");
            say(t(asks ? "absence.said.asked" : "absence.added", { span: dates.span(from, to) }));
          })
          .catch(() => undefined);
      }}
    >
      {adding.error && <Notice problem={adding.error} />}
      <div className="fields two">
        <div className="field">
          <label htmlFor="absence-from">{t("absence.from")}</label>
          <input
            id="absence-from"
            type="date"
            required
            value={from}
            onChange={(event) => {
              setFrom(event.target.value);
              if (event.target.value > to) setTo(event.target.value);
            }}
          />
        </div>
        <div className="field">
          <label htmlFor="absence-to">{t("absence.to")}</label>
          <input id="absence-to" type="date" required min={from} value={to} onChange={(event) => setTo(event.target.value)} />
        </div>
        <div className="field">
          <label htmlFor="absence-kind">{t("absence.kind")}</label>
          <select id="absence-kind" value={kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {t(`absence.kind.${each}`)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="absence-note">{t("absence.note")}</label>
          <input id="absence-note" value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </div>
      </div>
      {from <= to && <AbsenceEffect person={person.id} from={from} to={to} />}
      <p className="lab spaced">{t("absence.seen")}</p>
      <div className="acts">
        <button className="btn go" disabled={adding.isPending}>
          {t(asks ? "absence.ask" : "app.save")}
        </button>
        <button className="btn" type="button" onClick={() => setOpen(false)}>
          {t("app.cancel")}
        </button>
      </div>
    </form>
  );
}
