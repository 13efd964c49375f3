import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { MoneyImport } from "../api/types";
import { useCan } from "../identity/session";
import { FileDrop } from "../interchange/FileDrop";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import "../forecasting/forecasting.css";
import "./money.css";

/// A table of budgets, orders or invoices: what it comes to, and every line that can't be taken, before anything is written.
export default function MoneyImportPage() {
  const { t } = useWords();
  const can = useCan();
  const [look, setLook] = useState<MoneyImport>();
  const reading = useDoing((file: File) => {
    const form = new FormData();
    form.append("file", file);
    return send<MoneyImport>("POST", "/api/money-imports", form);
  });
  return (
    <>
      <PageHead title={t("money.import")} />
      {!can("money.edit") ? (
        <Empty title={t("import.notYours")}>{t("import.notYours.detail")}</Empty>
      ) : look ? (
        <Looked look={look} setLook={setLook} />
      ) : (
        <div className="narrow">
          <FileDrop accept=".csv,.tsv,.txt" busy={reading.isPending} take={([file]) => file && void reading.mutateAsync(file).then(setLook, () => undefined)}>
            <h2>{t("money.import.ask")}</h2>
            <p className="i2">{t("money.import.detail")}</p>
          </FileDrop>
          {reading.error && <Notice problem={reading.error} />}
        </div>
      )}
    </>
  );
}

function Looked({ look, setLook }: { look: MoneyImport; setLook: (look: MoneyImport | undefined) => void }) {
  const { t, word } = useWords();
  const dates = useDates();
  const navigate = useNavigate();
  const [whole, setWhole] = useState(true);
  const accepting = useDoing(() => send<{ lines: number }>("POST", `/api/money-imports/${look.id}/acceptance`, { whole }), "money");
  const accept = () => accepting.mutateAsync(undefined).then(({ lines }) => {
    say(t("money.import.done", { lines }));
    void navigate({ to: "/money" });
  }, () => undefined);
  const leave = () => {
    send("DELETE", `/api/money-imports/${look.id}`).catch(() => undefined);
    setLook(undefined);
  };
  return (
    <>
      <p className="say" role="status"><Rich>{t("money.import.sentence", { name: look.name, rows: look.rows, fresh: look.fresh, refused: look.refused })}</Rich></p>
      <ul className="money-part">
        {Object.entries(look.sums).map(([state, amounts]) => (
          <li key={state}>{word(`money.state.${state}`)}: {amounts.map(({ minor, currency }) => dates.money(minor, currency)).join(" + ")}</li>
        ))}
      </ul>
      {look.refusals.length > 0 && (
        <details className="lines passed" open={look.refusals.length <= 20}>
          <summary>{t("register.import.refused", { refused: look.refused })}</summary>
          <table className="tbl small">
            <thead><tr><th scope="col" className="n">{t("register.import.line")}</th><th scope="col">{t("register.import.why")}</th></tr></thead>
            <tbody>{look.refusals.map(({ number, problem, value }) => <tr key={number}><td className="n i3">{number}</td><td>{word(`money.reason.${problem}`) ?? word(`register.reason.${problem}`) ?? problem}{value && `: ${value}`}</td></tr>)}</tbody>
          </table>
        </details>
      )}
      <div className="deciding">
        {look.refused > 0 && (
          <label className="check">
            <input type="checkbox" checked={whole} onChange={(event) => setWhole(event.target.checked)} />
            {t("register.import.whole")}
          </label>
        )}
        {accepting.error && <Notice problem={accepting.error} />}
        <div className="acts">
          <button className="btn go" type="button" disabled={look.fresh === 0 || accepting.isPending} onClick={() => void accept()}>{t("register.import.take", { lines: look.fresh })}</button>
          <button className="btn" type="button" onClick={leave}>{t("import.leave")}</button>
          <Link className="btn bare" to="/money">{t("app.cancel")}</Link>
        </div>
      </div>
    </>
  );
}
