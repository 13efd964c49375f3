import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { HistoryImport as Look } from "../api/types";
import { useCan } from "../identity/session";
import { FileDrop } from "../interchange/FileDrop";
import { useDates } from "../ui/dates";
import { ChoiceField } from "../ui/Field";
import { say } from "../ui/said";
import { Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { HistoryHead } from "./HistoryHead";
import { HistoryProgress } from "./HistoryProgress";
import "./forecasting.css";

/// The columns of a history; the first nine are the usual ones.
const COLUMNS = [
  "id", "person", "project", "kind", "estimate_hours", "actual_hours", "estimated_on", "started_on", "completed_on",
  "low_hours", "high_hours", "team", "part", "requester", "priority",
] as const;

/// A history from a file: which column is what, what it would teach, and every row that is refused, before anything is kept.
export default function HistoryImport() {
  const { t } = useWords();
  const can = useCan();
  const [look, setLook] = useState<Look>();
  const reading = useDoing((file: File) => {
    const form = new FormData();
    form.append("file", file);
    return send<Look>("POST", "/api/history-imports", form);
  });
  return (
    <>
      <HistoryHead />
      {!can("history.edit") ? (
        <Empty title={t("import.notYours")}>{t("import.notYours.detail")}</Empty>
      ) : look ? (
        <Mapping look={look} setLook={setLook} />
      ) : (
        <div className="narrow">
          <FileDrop accept=".csv,.tsv,.txt" busy={reading.isPending} take={([file]) => file && void reading.mutateAsync(file).then(setLook, () => undefined)}>
            <h2>{t("historyImport.ask")}</h2>
            <p className="i2">{t("historyImport.ask.detail")}</p>
            <p className="lab">{t("historyImport.columns")}</p>
          </FileDrop>
          {reading.isPending && <HistoryProgress />}
          {reading.error && <Notice problem={reading.error} />}
        </div>
      )}
    </>
  );
}

function Mapping({ look, setLook }: { look: Look; setLook: (look: Look | undefined) => void }) {
  const { t, word } = useWords();
  const dates = useDates();
  const navigate = useNavigate();
  const [whole, setWhole] = useState(false);
  const mapping = useDoing((columns: Look["columns"]) => send<Look>("PUT", `/api/history-imports/${look.id}/columns`, { columns }));
  const accepting = useDoing(() => send("POST", `/api/history-imports/${look.id}/acceptance`, { whole }), "history", "forecast");
  const choose = (column: string, place: string) => {
    const columns = Object.fromEntries(Object.entries(look.columns).filter(([name]) => name !== column));
    if (place !== "") columns[column] = Number(place);
    void mapping.mutateAsync(columns).then(setLook, () => undefined);
  };
  const accept = () =>
    accepting.mutateAsync(undefined).then(() => {
      say(t("historyImport.done", { rows: look.teaches }));
      void navigate({ to: "/history" });
    }, () => undefined);
  const leave = () => {
    send("DELETE", `/api/history-imports/${look.id}`).catch(() => undefined);
    setLook(undefined);
  };
  const number = (value: number) => dates.number(value);
  const hasEstimate = look.columns.estimate_hours !== undefined;
  return (
    <>
      <p className="say" role="status">
        {hasEstimate ? (
          <Rich>{t("historyImport.sentence", { name: look.name, rows: number(look.rows), teaches: number(look.teaches), refused: look.refused, unfinished: look.unfinished })}</Rich>
        ) : t("historyImport.noEstimate")}
      </p>
      <section className="mapping" aria-labelledby="mapping">
        <h2 id="mapping">{t("historyImport.mapping")}</h2>
        <p className="i2">{t("historyImport.mapping.detail")}</p>
        {mapping.error && <Notice problem={mapping.error} />}
        <ol>
          {COLUMNS.map((column) => (
            <li key={column}>
              <ChoiceField label={t(`historyImport.column.${column}`)} optional={column !== "estimate_hours"} disabled={mapping.isPending}
                value={look.columns[column] ?? ""} onChange={(event) => choose(column, event.target.value)}>
                <option value="">{t("historyImport.column.none")}</option>
                {look.headers.map((header, place) => <option key={place} value={place}>{header || t("historyImport.column.nameless", { place: place + 1 })}</option>)}
              </ChoiceField>
            </li>
          ))}
        </ol>
      </section>
      <Sample look={look} />
      {look.notes.map((note) => <p key={note} className="notice risk passed">{word(`historyImport.note.${note}`) ?? note}</p>)}
      {look.refused > 0 && <Refused look={look} />}
      <div className="deciding">
        {hasEstimate && <p className="i2">{t("historyImport.people", { known: look.knownPeople, unknown: look.unknownPeople })}</p>}
        {look.refused > 0 && (
          <label className="check">
            <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />
            {t("historyImport.whole")}
          </label>
        )}
        {accepting.error && <Notice problem={accepting.error} />}
        {(accepting.isPending || mapping.isPending) && <HistoryProgress />}
        <div className="acts">
          <button className="btn go" type="button" disabled={look.teaches === 0 || accepting.isPending || mapping.isPending} onClick={() => void accept()}>
            {t(accepting.isPending ? "import.taking" : "historyImport.take", { rows: number(look.teaches), projects: 1 })}
          </button>
          <button className="btn" type="button" onClick={leave}>{t("import.leave")}</button>
          <Link className="btn bare" to="/history">{t("app.cancel")}</Link>
        </div>
      </div>
    </>
  );
}

function Sample({ look }: { look: Look }) {
  const { t } = useWords();
  return (
    <details className="lines passed">
      <summary>{t("historyImport.sample")}</summary>
      <div className="scrolled" tabIndex={0} role="region" aria-label={t("historyImport.sample")}>
        <table className="tbl small">
          <thead><tr>{look.headers.map((header, i) => <th key={i} scope="col">{header}</th>)}</tr></thead>
          <tbody>{look.sample.map((row, at) => <tr key={at}>{row.map((cell, i) => <td key={i}>{cell}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </details>
  );
}

function Refused({ look }: { look: Look }) {
  const { t, word } = useWords();
  const name = (reason: string) => word(`historyImport.reason.${reason}`) ?? reason;
  return (
    <details className="lines passed" open={look.refusals.length <= 20}>
      <summary>{t("historyImport.refused", { refused: look.refused })}</summary>
      <p className="lab">{Object.entries(look.reasons).map(([reason, count]) => `${name(reason)}: ${count}`).join(" · ")}</p>
      <table className="tbl small">
        <thead>
          <tr>
            <th scope="col" className="n">{t("peopleImport.line")}</th>
            <th scope="col">{t("historyImport.column.id")}</th>
            <th scope="col">{t("historyImport.why")}</th>
          </tr>
        </thead>
        <tbody>
          {look.refusals.map(({ line, id, reason, what }) => (
            <tr key={`${line} ${reason}`}>
              <td className="n i3">{line}</td>
              <td>{id}</td>
              <td><b>{name(reason)}</b> <span className="i3">{what}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      <p><a className="lnk" href={`/api/history-imports/${look.id}/refusals`} download="refused.csv">{t("historyImport.allRefused")}</a></p>
    </details>
  );
}
