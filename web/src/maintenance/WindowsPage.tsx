import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { changeWindowsQuery } from "../api/queries";
import type { ChangeCalendar } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { RuleFields } from "./RuleFields";
import { useRuleWords } from "./useRuleWords";
import "./maintenance.css";

/// When changes are made, and when none are.
export default function WindowsPage() {
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <PageHead title={t("windows.title")}>
        <Link className="btn" to="/register/maintenance">{t("maintenance.title")}</Link>
      </PageHead>
      <Asked of={useQuery(changeWindowsQuery)}>
        {(list) => (
          <>
            <p className="say">{t("windows.sentence", { windows: list.windows.length, freezes: list.freezes.length })}</p>
            <AllWindows list={list} />
            <h2 className="mt-head">{t("windows.freezes")}</h2>
            <Freezes list={list} />
            {can("assets.edit") && <div className="mt-windows"><AddWindow /><AddFreeze /></div>}
          </>
        )}
      </Asked>
    </>
  );
}

function AllWindows({ list }: { list: ChangeCalendar }) {
  const { t } = useWords();
  const dates = useDates();
  const said = useRuleWords();
  const edit = useCan()("assets.edit");
  const removing = useDoing((id: string) => send("DELETE", `/api/change-windows/${id}`), "change-windows");
  if (list.windows.length === 0) return null;
  return (
    <>
      <table className="tbl stack mt-list">
        <thead><tr><th scope="col">{t("register.name")}</th><th scope="col">{t("maintenance.when")}</th><th scope="col">{t("maintenance.next")}</th><th scope="col"><span className="sr">{t("maintenance.acts")}</span></th></tr></thead>
        <tbody>
          {list.windows.map(({ window, next }) => (
            <tr key={window.id}>
              <th scope="row">{window.name}</th>
              <td>{t("windows.when", { rule: said(window.rule), from: window.from.slice(0, 5), hours: dates.number(window.minutes / 60) })}</td>
              <td data-label={t("maintenance.next")}>{next.map(dates.weekdayDay).join(", ")}</td>
              <td className="mt-acts">{edit && <button className="btn" type="button" aria-label={t("windows.remove.of", { name: window.name })} onClick={() => void removing.mutateAsync(window.id).catch(() => undefined)}>{t("windows.remove")}</button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {removing.error && <Notice problem={removing.error} />}
    </>
  );
}

function Freezes({ list }: { list: ChangeCalendar }) {
  const { t } = useWords();
  const dates = useDates();
  const edit = useCan()("assets.edit");
  const removing = useDoing((id: string) => send("DELETE", `/api/change-freezes/${id}`), "change-windows");
  if (list.freezes.length === 0) return <p className="mt-none i2">{t("windows.freezes.none")}</p>;
  return (
    <table className="tbl stack mt-list">
      <tbody>
        {list.freezes.map(({ id, name, first, last }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{dates.span(first, last)}</td>
            <td className="mt-acts">{edit && <button className="btn" type="button" aria-label={t("windows.remove.of", { name })} onClick={() => void removing.mutateAsync(id).catch(() => undefined)}>{t("windows.remove")}</button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AddWindow() {
  const { t } = useWords();
  const dates = useDates();
  const [name, setName] = useState("");
  const [rule, setRule] = useState("FREQ=WEEKLY;BYDAY=TU,TH");
  const [from, setFrom] = useState("18:00");
  const [hours, setHours] = useState("4");
  const adding = useDoing(() => send("POST", "/api/change-windows", { name, rule, first: dates.today, from, minutes: Math.round(Number(hours) * 60) }), "change-windows");
  return (
    <form aria-label={t("windows.add")} onSubmit={(event) => {
      event.preventDefault();
      void adding.mutateAsync(undefined).then(() => setName(""), () => undefined);
    }}>
      <h2>{t("windows.add")}</h2>
      <TextField label={t("register.name")} required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
      <RuleFields rule={rule} first={dates.today} change={setRule}>
        <TextField label={t("due.make.from")} type="time" required value={from} onChange={(event) => setFrom(event.target.value)} />
        <TextField label={t("due.make.hours")} type="number" min="0.5" max="24" step="0.5" required value={hours} onChange={(event) => setHours(event.target.value)} />
      </RuleFields>
      {adding.error && <Notice problem={adding.error} />}
      <p><button className="btn go" type="submit" disabled={adding.isPending}>{t("windows.add")}</button></p>
    </form>
  );
}

function AddFreeze() {
  const { t } = useWords();
  const dates = useDates();
  const [name, setName] = useState("");
  const [first, setFirst] = useState(dates.today);
  const [last, setLast] = useState(dates.today);
  const adding = useDoing(() => send("POST", "/api/change-freezes", { name, first, last }), "change-windows");
  return (
    <form aria-label={t("windows.freeze.add")} onSubmit={(event) => {
      event.preventDefault();
      void adding.mutateAsync(undefined).then(() => setName(""), () => undefined);
    }}>
      <h2>{t("windows.freeze.add")}</h2>
      <div className="fields">
        <TextField label={t("register.name")} required maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        <DayField label={t("windows.first")} value={first} change={setFirst} note="" />
        <DayField label={t("windows.last")} value={last} min={first} change={setLast} note="" />
      </div>
      {adding.error && <Notice problem={adding.error} />}
      <p><button className="btn go" type="submit" disabled={adding.isPending}>{t("windows.freeze.add")}</button></p>
    </form>
  );
}
