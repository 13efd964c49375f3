import { useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { deliverablesQuery, planTasksQuery } from "../api/queries";
import type { BillingMilestone, ProjectContract } from "../api/types";
import { DayField } from "../ui/DayField";
import { useDates } from "../ui/dates";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AmountField, useAmount } from "./AmountField";

/// The parts of the pay: when they fall due, and how far they have come.
export function BillingRows({ project, view, edit }: { project: string; view: ProjectContract; edit: boolean }) {
  const { t } = useWords();
  return (
    <table className="tbl stack flush billing">
      <thead>
        <tr>
          <th scope="col">{t("contract.part")}</th>
          <th scope="col">{t("contract.falls")}</th>
          <th scope="col">{t("money.state")}</th>
          <th scope="col" className="n">{t("money.amount")}</th>
          {edit && <th scope="col"><span className="sr">{t("contract.acts")}</span></th>}
        </tr>
      </thead>
      <tbody>{view.milestones.map((each) => <Part key={each.id} project={project} part={each} edit={edit} />)}</tbody>
    </table>
  );
}

function Part({ project, part, edit }: { project: string; part: BillingMilestone; edit: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const [asking, setAsking] = useState<"bill" | "pay">();
  const path = `/api/projects/${project}/billing/${part.id}`;
  const doing = useDoing((how: "remove" | "back") => send("DELETE", how === "remove" ? path : `${path}/invoice`), "contract");
  const state = { planned: "", due: "c-risk", billed: "", paid: "i2" }[part.state];
  return (
    <>
      <tr>
        <th scope="row">{part.name}<span className="lab">{[part.taskName ?? part.deliverableName, part.number].filter(Boolean).join(" · ")}</span></th>
        <td data-label={t("contract.falls")}>
          {part.falls ? dates.day(part.falls) : "–"}
          {part.likely && part.state === "planned" && <span className="lab">{t("contract.likely", { day: dates.day(part.likely) })}</span>}
        </td>
        <td data-label={t("money.state")} className={state}>
          {part.state === "due" && "▲ "}{t(`contract.state.${part.state}`)}
          <span className="lab">{part.paid ? t("contract.paid.on", { day: dates.day(part.paid) }) : part.billed ? t("contract.billed.on", { day: dates.day(part.billed) }) : ""}</span>
        </td>
        <td data-label={t("money.amount")} className="n">{dates.money(part.amount.minor, part.amount.currency)}</td>
        {edit && (
          <td className="n">
            {(part.state === "planned" || part.state === "due") && <button className="btn bare" type="button" onClick={() => setAsking("bill")}>{t("contract.bill")}<span className="sr">: {part.name}</span></button>}
            {part.state === "billed" && <button className="btn bare" type="button" onClick={() => setAsking("pay")}>{t("contract.pay")}<span className="sr">: {part.name}</span></button>}
            {part.state === "planned" || part.state === "due"
              ? <button className="btn bare" type="button" disabled={doing.isPending} onClick={() => doing.mutate("remove")}>{t("money.remove")}<span className="sr">: {part.name}</span></button>
              : <button className="btn bare" type="button" disabled={doing.isPending} onClick={() => doing.mutate("back")}>{t("contract.takeBack")}<span className="sr">: {part.name}</span></button>}
          </td>
        )}
      </tr>
      {(asking || doing.error) && (
        <tr>
          <td colSpan={5}>
            {doing.error && <Notice problem={doing.error} />}
            {asking && <Asking path={path} what={asking} done={() => setAsking(undefined)} />}
          </td>
        </tr>
      )}
    </>
  );
}

function Asking({ path, what, done }: { path: string; what: "bill" | "pay"; done: () => void }) {
  const { t } = useWords();
  const dates = useDates();
  const [day, setDay] = useState(dates.today);
  const [number, setNumber] = useState("");
  const telling = useDoing(() => (what === "bill" ? send("POST", `${path}/invoice`, { day, number }) : send("POST", `${path}/payment`, { day })), "contract");
  return (
    <form className="rate" onSubmit={(event) => {
      event.preventDefault();
      void telling.mutateAsync(undefined).then(() => {
        say(t(what === "bill" ? "contract.bill.done" : "contract.pay.done"));
        done();
      }, () => undefined);
    }}>
      <DayField label={t(what === "bill" ? "contract.bill.day" : "contract.pay.day")} value={day} change={setDay} />
      {what === "bill" && <TextField label={t("contract.number")} required value={number} onChange={(event) => setNumber(event.target.value)} />}
      <p className="acts">
        <button className="btn go" type="submit" disabled={telling.isPending}>{t(what === "bill" ? "contract.bill" : "contract.pay")}</button>
        <button className="btn bare" type="button" onClick={done}>{t("app.cancel")}</button>
      </p>
      {telling.error && <Notice problem={telling.error} />}
    </form>
  );
}

/// A part of the pay, written down with what it waits for.
export function AddBilling({ project, currency }: { project: string; currency: string }) {
  const { t } = useWords();
  const dates = useDates();
  const { data: plan } = useQuery(planTasksQuery(project));
  const { data: deliverables } = useQuery(deliverablesQuery(project));
  const [name, setName] = useState("");
  const amount = useAmount(currency);
  const [bound, setBound] = useState("day");
  const [day, setDay] = useState(dates.today);
  const adding = useDoing(() => send("POST", `/api/projects/${project}/billing`, { name, amount: amount.money, ...binding(bound, day) }), "contract");
  const add = (event: FormEvent) => {
    event.preventDefault();
    void adding.mutateAsync(undefined).then(() => {
      say(t("contract.part.added"));
      setName("");
      amount.clear();
    }, () => undefined);
  };
  const milestones = plan?.tasks.filter(({ kind }) => kind === "milestone") ?? [];
  return (
    <details className="add-line">
      <summary>{t("contract.part.add")}</summary>
      <form onSubmit={add}>
        <div className="fields">
          <TextField label={t("contract.part")} required value={name} onChange={(event) => setName(event.target.value)} />
          <AmountField label={t("money.amount")} of={amount} />
          <ChoiceField label={t("contract.waitsFor")} value={bound} onChange={(event) => setBound(event.target.value)}>
            <option value="day">{t("contract.waitsFor.day")}</option>
            {milestones.length > 0 && <optgroup label={t("contract.waitsFor.milestone")}>{milestones.map(({ id, name: title }) => <option key={id} value={`task ${id}`}>{title}</option>)}</optgroup>}
            {deliverables && deliverables.length > 0 && <optgroup label={t("contract.waitsFor.deliverable")}>{deliverables.map(({ id, name: title }) => <option key={id} value={`deliverable ${id}`}>{title}</option>)}</optgroup>}
          </ChoiceField>
          {bound === "day" && <DayField label={t("contract.falls")} value={day} change={setDay} />}
        </div>
        {adding.error && <Notice problem={adding.error} />}
        <p className="acts"><button className="btn go" type="submit" disabled={adding.isPending || !amount.money}>{t("money.add.do")}</button></p>
      </form>
    </details>
  );
}

function binding(bound: string, day: string): { day?: string; task?: string; deliverable?: string } {
  if (bound.startsWith("task ")) return { task: bound.slice(5) };
  if (bound.startsWith("deliverable ")) return { deliverable: bound.slice(12) };
  return { day };
}
