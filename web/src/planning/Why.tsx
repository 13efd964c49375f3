import { useEffect, useState } from "react";
import { useWords } from "../words/words";
import type { Task } from "./plan";
import type { ChainLink, Reason } from "./planApi";
import { useDesk } from "./useSession";
import { lastMoment } from "../ui/dates";

const SHOWN = 4;

/// Why a task is where it is: what holds it, and what holds that, back to where it begins. Long chains fold.
export function Why({ task }: { task: Task }) {
  const { t } = useWords();
  const { api, plan } = useDesk();
  const [reason, setReason] = useState<Reason>();
  const [all, setAll] = useState(false);
  useEffect(() => {
    let current = true;
    setAll(false);
    api.reason(task.id).then(
      (found) => current && setReason(found),
      () => current && setReason(undefined),
    );
    return () => {
      current = false;
    };
  }, [api, task.id, plan.version]);
  if (!reason || reason.task !== task.id) return <p className="m">{t("app.loading")}</p>;
  const chain = reason.chain.filter((link) => link.task !== task.id);
  const folded = !all && chain.length > SHOWN + 2;
  const shown = folded ? [...chain.slice(0, SHOWN), ...chain.slice(-1)] : chain;
  return (
    <>
      <ol className="chain">
        <Self task={task} reason={reason} />
        {shown.map((link, i) => (
          <Link key={link.task + i} link={link} fold={folded && i === SHOWN - 1 ? chain.length - SHOWN - 1 : 0} unfold={() => setAll(true)} />
        ))}
      </ol>
      <Drives tasks={reason.drives} />
    </>
  );
}

/// The chief cause in bold, whatever else holds it beneath.
function Self({ task, reason }: { task: Task; reason: Reason }) {
  const words = useReasonWords();
  const [chief, ...others] = reason.causes;
  return (
    <li className={task.critical ? "k crit" : "k"}>
      <p>
        <b>{chief ? words(chief) : reason.sentence}</b>
      </p>
      {others.slice(0, 3).map((cause, i) => (
        <p key={i} className="m">
          {words(cause)}
        </p>
      ))}
    </li>
  );
}

function Link({ link, fold, unfold }: { link: ChainLink; fold: number; unfold: () => void }) {
  const { t } = useWords();
  const { byId, open, dates } = useDesk();
  const task = byId.get(link.task);
  const done = Boolean(task?.progress?.finished);
  const kind = done ? "d" : /busy|booked|off-hours|person/.test(link.code ?? "") ? "p" : "k";
  const said = useReasonWords()(link);
  return (
    <>
      <li className={`${kind} ${task?.critical ? "crit" : ""}`}>
        <p>
          <button className="lnk" type="button" onClick={() => open(link.task)}>
            {task?.name ?? link.task}
          </button>{" "}
          {t(done ? "planning.why.ended" : "planning.why.ends", { day: dates.weekdayDay(lastMoment(link.finish)), time: dates.time(link.finish) })}
        </p>
        <p className="m">{said}</p>
      </li>
      {fold > 0 && (
        <li className="fold">
          <button className="lnk" type="button" onClick={unfold}>
            {t("planning.why.more", { count: fold })}
          </button>
        </li>
      )}
    </>
  );
}

function Drives({ tasks }: { tasks: string[] }) {
  const { t } = useWords();
  const { byId, open, dates } = useDesk();
  const those = tasks.map((id) => byId.get(id)).filter((task) => task !== undefined);
  if (those.length === 0) return null;
  return (
    <>
      <h3>{t("planning.why.drives")}</h3>
      <ul className="opt nd">
        {those.slice(0, 8).map((task) => (
          <li key={task.id}>
            <button className="lnk" type="button" onClick={() => open(task.id)}>
              {task.name}
            </button>
            <b>{dates.day(task.start)}</b>
          </li>
        ))}
        {those.length > 8 && <li className="m">{t("planning.why.andMore", { count: those.length - 8 })}</li>}
      </ul>
    </>
  );
}

/// The catalogue's words for a cause where it has them, else the server's sentence.
function useReasonWords() {
  const { word } = useWords();
  const { byId, plan, dates } = useDesk();
  return ({ code, values, sentence }: { code?: string; values?: Record<string, unknown>; sentence: string }) => {
    const sayable: Record<string, string | number> = {};
    for (const [key, value] of Object.entries(values ?? {})) {
      if (typeof value === "number") sayable[key] = value;
      else if (typeof value === "string")
        sayable[key] = /^\d{4}-\d\d-\d\dT/.test(value)
          ? dates.moment(value)
          : (byId.get(value)?.name ?? plan.people.find(({ id }) => id === value)?.name ?? value);
    }
    try {
      return (code && word(`reason.${code}`, sayable)) || sentence;
    } catch {
      // A text whose values did not come says nothing; the server's sentence does.
      return sentence;
    }
  };
}
