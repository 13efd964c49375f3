import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { WeekSheet } from "../api/types";
import { addDays, useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { AddLines } from "./AddLines";
import { Grid } from "./Grid";
import { History } from "./History";
import { hoursOf, sumOf } from "./sheet";
import { useSheet, type Saving } from "./useSheet";

type Of = { person: string; week: string; own: boolean; go: (week: string) => void };

/// One week: its hours, what is to be done with them, and how they came to what they are.
export function Week({ person, week, own, go }: Of) {
  const { t } = useWords();
  const dates = useDates();
  const { asked, lines, change, saving, problem, drop, take } = useSheet(person, week);
  return (
    <>
      <div className="week-head">
        <button className="btn" type="button" onClick={() => go(addDays(week, -7))}>
          <span aria-hidden="true">‹</span> <span className="sr">{t("hours.before")}</span>
        </button>
        <h2>{t("hours.week", { span: dates.span(week, addDays(week, 6)) })}</h2>
        <button className="btn" type="button" disabled={addDays(week, 7) > dates.today} onClick={() => go(addDays(week, 7))}>
          <span aria-hidden="true">›</span> <span className="sr">{t("hours.after")}</span>
        </button>
      </div>
      <Asked of={asked}>
        {(sheet) => {
          const tells = sheet.state === "open" && sheet.mayTell;
          return (
            <>
              <Sentence sheet={sheet} lines={lines} own={own} />
              <Grid sheet={sheet} lines={lines} change={tells ? change : undefined} />
              {problem !== undefined && (
                <div className="narrow">
                  <Notice problem={problem} />
                  <p className="acts">
                    <button className="btn" type="button" onClick={drop}>
                      {t("hours.drop")}
                    </button>
                  </p>
                </div>
              )}
              {tells && <AddLines sheet={sheet} lines={lines} change={change} own={own} />}
              <Steps sheet={sheet} saving={saving} empty={lines.length === 0} took={take} own={own} />
              <History sheet={sheet} />
              <p className="narrow lab">
                <a className="lnk" href={`/api/sheets/table?from=${monthOf(week)}&to=${addDays(week, 6)}`} download="hours.csv">
                  {t("hours.export")}
                </a>
              </p>
            </>
          );
        }}
      </Asked>
    </>
  );
}

const monthOf = (week: string): string => `${week.slice(0, 8)}01`;

function Sentence({ sheet, lines, own }: { sheet: WeekSheet; lines: WeekSheet["lines"]; own: boolean }) {
  const { t, locale } = useWords();
  const told = sumOf(lines.map(({ minutes }) => sumOf(minutes)));
  const all = sumOf(sheet.days.map(({ minutes }) => minutes));
  const last = sheet.revisions.at(-1);
  const values = { name: sheet.personName, told: hoursOf(told, locale) || "0", all: hoursOf(all, locale) || "0", by: last?.decided?.name ?? "" };
  return (
    <div className="say">
      <p>
        <Rich>{t(own ? "hours.sentence" : "hours.sentence.of", values)}</Rich> {t(`hours.state.${sheet.state}`, values)}
        {sheet.correction && ` ${t("hours.correcting")}`}
      </p>
      {sheet.state === "open" && last?.returned && (
        <p className="c-risk">
          ▲ {t("hours.returned", { by: last.decided?.name ?? "", reason: last.returned })}
        </p>
      )}
    </div>
  );
}

function Steps({ sheet, saving, empty, took, own }: { sheet: WeekSheet; saving: Saving; empty: boolean; took: (sheet: WeekSheet) => void; own: boolean }) {
  const { t } = useWords();
  const path = `/api/people/${sheet.person}/sheets/${sheet.week}`;
  const [asking, setAsking] = useState<"return" | "correction">();
  const [reason, setReason] = useState("");
  const doing = useDoing(async ({ method, step, body }: { method: "POST" | "DELETE"; step: string; body?: unknown }) => took(await send<WeekSheet>(method, `${path}/${step}`, body)), "sheets", "desk");
  const run = (method: "POST" | "DELETE", step: string, said?: string, body?: unknown) =>
    doing.mutate({ method, step, body: method === "POST" ? (body ?? {}) : undefined }, { onSuccess: () => { setAsking(undefined); setReason(""); if (said) say(said); } });
  const pending = doing.isPending;
  return (
    <div className="narrow week-steps">
      {doing.error && <Notice problem={doing.error} />}
      {asking && (
        <form
          className="asking"
          onSubmit={(event) => {
            event.preventDefault();
            run("POST", asking, t(asking === "return" ? "hours.said.returned" : "hours.said.correcting"), { reason });
          }}
        >
          <div className="field">
            <label htmlFor="hours-reason">{t(asking === "return" ? "hours.return.why" : "hours.correct.why")}</label>
            <input id="hours-reason" required maxLength={300} value={reason} autoFocus onChange={(event) => setReason(event.target.value)} />
          </div>
          <div className="acts">
            <button className="btn go" disabled={pending}>{t(asking === "return" ? "hours.return" : "hours.correct")}</button>
            <button className="btn" type="button" onClick={() => setAsking(undefined)}>{t("app.cancel")}</button>
          </div>
        </form>
      )}
      {!asking && (
        <p className="acts">
          {sheet.state === "open" && sheet.mayTell && (
            <button className="btn go" type="button" disabled={pending || saving !== "saved" || empty} onClick={() => run("POST", "submission", t("hours.said.submitted"))}>
              {t("hours.submit")}
            </button>
          )}
          {sheet.state === "open" && sheet.correction && (
            <button className="btn" type="button" disabled={pending} onClick={() => run("DELETE", "correction", t("hours.said.left"))}>
              {t("hours.leave")}
            </button>
          )}
          {sheet.state === "submitted" && sheet.mayApprove && (
            <>
              <button className="btn go" type="button" disabled={pending} onClick={() => run("POST", "approval", t("hours.said.approved", { name: sheet.personName }))}>
                {t("hours.approve")}
              </button>
              <button className="btn" type="button" onClick={() => setAsking("return")}>{t("hours.return")}</button>
            </>
          )}
          {sheet.state === "submitted" && sheet.mayTell && own && (
            <button className="btn" type="button" disabled={pending} onClick={() => run("DELETE", "submission")}>
              {t("hours.takeBack")}
            </button>
          )}
          {sheet.state === "approved" && sheet.mayTell && (
            <button className="btn" type="button" onClick={() => setAsking("correction")}>{t("hours.correct")}</button>
          )}
          {sheet.state === "open" && sheet.mayTell && !(saving === "saved" && sheet.version === 0) && <span className={saving === "saved" ? "lab" : "lab c-wait"} role="status">{t(`hours.saving.${saving}`)}</span>}
        </p>
      )}
    </div>
  );
}
