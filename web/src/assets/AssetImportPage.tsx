import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { AssetImport } from "../api/types";
import { useCan } from "../identity/session";
import { FileDrop } from "../interchange/FileDrop";
import { ChoiceField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import "../forecasting/forecasting.css";

const COLUMNS = ["name", "kind", "line", "version", "model", "serial", "site", "owner", "bought", "warranty", "life", "leadDays", "cost", "currency", "runsOn", "dependsOn", "backedUpBy"] as const;

/// A table of another register: which column is what, what would change, and every line that can't be taken, before anything is written.
export default function AssetImportPage() {
  const { t } = useWords();
  const can = useCan();
  const [look, setLook] = useState<AssetImport>();
  const reading = useDoing((file: File) => {
    const form = new FormData();
    form.append("file", file);
    return send<AssetImport>("POST", "/api/asset-imports", form);
  });
  return (
    <>
      <PageHead title={t("register.import")} />
      {!can("assets.edit") ? (
        <Empty title={t("import.notYours")}>{t("import.notYours.detail")}</Empty>
      ) : look ? (
        <Looked look={look} setLook={setLook} />
      ) : (
        <div className="narrow">
          <FileDrop accept=".csv,.tsv,.txt,.release,.json" busy={reading.isPending} take={([file]) => file && void reading.mutateAsync(file).then(setLook, () => undefined)}>
            <h2>{t("register.import.ask")}</h2>
            <p className="i2">{t("register.import.detail")}</p>
          </FileDrop>
          {reading.error && <Notice problem={reading.error} />}
        </div>
      )}
    </>
  );
}

function Looked({ look, setLook }: { look: AssetImport; setLook: (look: AssetImport | undefined) => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [whole, setWhole] = useState(false);
  const mapping = useDoing((columns: AssetImport["columns"]) => send<AssetImport>("PUT", `/api/asset-imports/${look.id}/columns`, { columns }));
  const accepting = useDoing(() => send<{ fresh: number; changed: number }>("POST", `/api/asset-imports/${look.id}/acceptance`, { whole }), "assets");
  const choose = (column: string, place: string) => {
    const columns = Object.fromEntries(Object.entries(look.columns).filter(([name]) => name !== column));
    if (place !== "") columns[column] = Number(place);
    void mapping.mutateAsync(columns).then(setLook, () => undefined);
  };
  const accept = () => accepting.mutateAsync(undefined).then((taken) => {
    say(t("register.import.done", taken));
    void navigate({ to: "/register" });
  }, () => undefined);
  const leave = () => {
    send("DELETE", `/api/asset-imports/${look.id}`).catch(() => undefined);
    setLook(undefined);
  };
  const takes = look.fresh + look.changed;
  return (
    <>
      <p className="say" role="status">
        {look.columns.name === undefined ? t("register.import.noName") : (
          <Rich>{t("register.import.sentence", { name: look.name, rows: look.rows, fresh: look.fresh, changed: look.changed, refused: look.refused, unmatched: look.unmatchedRows })}</Rich>
        )}
      </p>
      <section className="mapping" aria-labelledby="mapping">
        <h2 id="mapping">{t("register.import.mapping")}</h2>
        {mapping.error && <Notice problem={mapping.error} />}
        <ol>
          {COLUMNS.map((column) => (
            <li key={column}>
              <ChoiceField label={t(`register.column.${column}`)} optional={column !== "name"} disabled={mapping.isPending}
                value={look.columns[column] ?? ""} onChange={(event) => choose(column, event.target.value)}>
                <option value="">{t("register.import.none")}</option>
                {look.headers.map((header, place) => <option key={place} value={place}>{header}</option>)}
              </ChoiceField>
            </li>
          ))}
        </ol>
      </section>
      <Lists look={look} />
      <div className="deciding">
        {look.refused > 0 && (
          <label className="check">
            <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />
            {t("register.import.whole")}
          </label>
        )}
        {accepting.error && <Notice problem={accepting.error} />}
        <div className="acts">
          <button className="btn go" type="button" disabled={takes === 0 || accepting.isPending || mapping.isPending} onClick={() => void accept()}>
            {t("register.import.take", { lines: takes })}
          </button>
          <button className="btn" type="button" onClick={leave}>{t("import.leave")}</button>
          <Link className="btn bare" to="/register">{t("app.cancel")}</Link>
        </div>
      </div>
    </>
  );
}

function Lists({ look }: { look: AssetImport }) {
  const { t, word } = useWords();
  const rows = [
    { key: "changes", title: t("register.import.changes"), lines: look.differing.map(({ number, name, fields }) => ({ number, name, why: Object.entries(fields).map(([field, [before, after]]) =>
      t("register.history.change", { field: word(`register.field.${field}`) ?? field, before: before || t("register.history.nothing"), after: after ?? "" })).join("; ") })) },
    { key: "refused", title: t("register.import.refused", { refused: look.refused }), lines: look.refusals.map(({ number, name, problem, value }) => ({ number, name, why: `${word(`register.reason.${problem}`) ?? problem}${value ? `: ${value}` : ""}` })) },
    { key: "unmatched", title: t("register.import.unmatched", { unmatched: look.unmatchedRows }), note: t("register.import.unmatched.detail"), lines: look.unmatched.map(({ number, name, line, outcome }) => ({ number, name, why: `${line}: ${word(`register.outcome.${outcome}`) ?? outcome}` })) },
  ];
  return rows.filter(({ lines }) => lines.length > 0).map(({ key, title, note, lines }) => (
    <details key={key} className="lines passed" open={lines.length <= 20}>
      <summary>{title}</summary>
      {note && <p className="lab">{note}</p>}
      <table className="tbl small">
        <thead>
          <tr>
            <th scope="col" className="n">{t("register.import.line")}</th>
            <th scope="col">{t("register.name")}</th>
            <th scope="col">{t("register.import.why")}</th>
          </tr>
        </thead>
        <tbody>{lines.map((each) => <tr key={each.number}><td className="n i3">{each.number}</td><td>{each.name}</td><td>{each.why}</td></tr>)}</tbody>
      </table>
    </details>
  ));
}
