import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { workQuery } from "../api/queries";
import type { WeekSheet } from "../api/types";
import { useWords } from "../words/words";
import { blank, hoursOf, keyOf, planned, sumOf, type Line } from "./sheet";

const COMPANY = "company";

/// What the calendar had for the week and no line tells; any other task of one's own; the company's own time.
export function AddLines({ sheet, lines, change, own }: { sheet: WeekSheet; lines: readonly Line[]; change: (lines: Line[]) => void; own: boolean }) {
  const { t, locale } = useWords();
  const tasks = useQuery({ ...workQuery, enabled: own }).data?.tasks ?? [];
  const [chosen, setChosen] = useState("");
  const [code, setCode] = useState("");
  const there = new Set(lines.map(keyOf));
  const open = sheet.planned.filter((each) => !there.has(keyOf(each)));
  const others = tasks.filter((each) => !there.has(keyOf(each)) && !open.some((one) => keyOf(one) === keyOf(each)));
  const add = () => {
    const task = others.find((each) => keyOf(each) === chosen);
    if (task) change([...lines, { project: task.project, projectName: task.projectName, task: task.task, name: task.name, minutes: blank(sheet.days.length) }]);
    else if (chosen === COMPANY && code.trim()) change([...lines, { name: code.trim(), code: code.trim(), minutes: blank(sheet.days.length) }]);
    else return;
    setChosen("");
    setCode("");
  };
  return (
    <section className="narrow add-hours" aria-labelledby="add-hours">
      <h3 id="add-hours">{t("hours.add")}</h3>
      {open.length > 0 && (
        <>
          <ul className="rows">
            {open.map((each) => (
              <li key={keyOf(each)}>
                <span>
                  <b>{each.name}</b> <span className="lab">{each.projectName} · {t("hours.planned", { hours: hoursOf(sumOf(each.minutes), locale) })}</span>
                </span>
                <button className="btn" type="button" aria-label={t("hours.takeOf", { name: each.name })} onClick={() => change([...lines, planned(each, sheet)])}>
                  {t("hours.take")}
                </button>
              </li>
            ))}
          </ul>
          {open.length > 1 && (
            <p className="acts">
              <button className="btn" type="button" onClick={() => change([...lines, ...open.map((each) => planned(each, sheet))])}>
                {t("hours.takeAll")}
              </button>
            </p>
          )}
        </>
      )}
      <form
        className="add-line"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <div className="field">
          <label htmlFor="hours-task">{t("hours.other")}</label>
          <select id="hours-task" value={chosen} onChange={(event) => setChosen(event.target.value)}>
            <option value="">{t("hours.choose")}</option>
            {others.map((each) => (
              <option key={keyOf(each)} value={keyOf(each)}>{`${each.projectName}: ${each.name}`}</option>
            ))}
            <option value={COMPANY}>{t("hours.company")}</option>
          </select>
        </div>
        {chosen === COMPANY && (
          <div className="field">
            <label htmlFor="hours-new-code">{t("hours.code")}</label>
            <input id="hours-new-code" list="cost-codes-new" required maxLength={40} value={code} onChange={(event) => setCode(event.target.value)} />
            <datalist id="cost-codes-new">
              {sheet.codes.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          </div>
        )}
        <button className="btn" disabled={!chosen}>{t("hours.addLine")}</button>
      </form>
    </section>
  );
}
