import { useId, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { TaskComment } from "../api/types";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// What was said about a task. An @ offers the names of those whom it can tell.
export function SaidAbout({ project, task, comments, names, zone }: { project: string; task: string; comments: TaskComment[]; names: string[]; zone?: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const own = useSession()?.account.id;
  return (
    <section aria-labelledby="said">
      <h3 id="said">{t("said.title")}</h3>
      {comments.length === 0 && <p className="i2">{t("said.none")}</p>}
      <ul className="tk">
        {comments.map(({ id, account, name, text, at }) => (
          <li key={id}>
            <b>{account === own ? t("said.you") : name}</b>
            <span>
              <Mentions names={names}>{text}</Mentions>
            </span>
            <em>{dates.isToday(at) ? dates.time(at) : dates.day(at)}</em>
          </li>
        ))}
      </ul>
      <Say project={project} task={task} names={names} />
    </section>
  );
}

/// A text whose mentions are set bold.
export function Mentions({ names, children }: { names: string[]; children: string }) {
  const escaped = [...names].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  if (escaped.length === 0) return children;
  return children.split(new RegExp(`(@(?:${escaped.join("|")}))`, "i")).map((part, i) => (i % 2 === 1 ? <b key={i}>{part}</b> : part));
}

function Say({ project, task, names }: { project: string; task: string; names: string[] }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState("");
  const saying = useDoing(() => send("POST", `/api/projects/${project}/tasks/${encodeURIComponent(task)}/comments`, { text }), "task-work");
  const begun = /@([^@\n]{0,40})$/.exec(text)?.[1];
  const offered = begun === undefined ? [] : names.filter((name) => name.toLocaleLowerCase().startsWith(begun.toLocaleLowerCase()) && name !== begun).slice(0, 5);
  return (
    <form
      className="say-it"
      onSubmit={(event) => {
        event.preventDefault();
        saying.mutate(undefined, { onSuccess: () => setText("") });
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t("said.say")}</label>
        <textarea id={id} rows={text.includes("\n") || text.length > 70 ? 3 : 1} required maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      {offered.length > 0 && (
        <p className="offered">
          {offered.map((name) => (
            <button key={name} className="btn" type="button" onClick={() => {
              setText(`${text.slice(0, text.length - begun!.length)}${name} `);
              document.getElementById(id)?.focus();
            }}>
              {name}
            </button>
          ))}
        </p>
      )}
      {saying.error && <Notice problem={saying.error} />}
      {text.trim() !== "" && (
        <p className="acts small">
          <button className="btn" disabled={saying.isPending}>
            {t("said.send")}
          </button>
        </p>
      )}
    </form>
  );
}
