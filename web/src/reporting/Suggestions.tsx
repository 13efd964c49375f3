import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Fragment, useId, useState, type ReactNode } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { suggestionsQuery } from "../api/queries";
import type { WorkSuggestion } from "../api/types";
import { useCan, useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords, type Values } from "../words/words";
import "../work/work.css";
import "./desk.css";

/// What might be done next about the work of one project, for those who plan it.
export function ProjectSuggestions({ project, zone }: { project: string; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const items = useQuery({ ...suggestionsQuery(project), enabled: can("plan.edit") }).data ?? [];
  if (!can("plan.edit")) return null;
  return (
    <section className="suggestions" aria-labelledby="suggestions">
      <h2 id="suggestions">{t("suggest.title")}</h2>
      {items.length === 0 ? <p className="i2">{t("suggest.none")}</p> : <SuggestionList items={items} zoneOf={() => zone} />}
    </section>
  );
}

/// @param nameOf what a suggestion's project is called, where there are several
export function SuggestionList({ items, zoneOf, nameOf }: { items: WorkSuggestion[]; zoneOf: (project: string) => string | undefined; nameOf?: (project: string) => string }) {
  return (
    <ul className="desk-items">
      {items.map((item) => (
        <One key={[item.project, item.about, ...item.facts].join(" ")} item={item} zone={zoneOf(item.project)} place={nameOf?.(item.project)} />
      ))}
    </ul>
  );
}

function One({ item, zone, place }: { item: WorkSuggestion; zone?: string; place?: string }) {
  const { t } = useWords();
  const [thanking, setThanking] = useState(false);
  const answering = useDoing(
    (done: boolean) => send("POST", `/api/projects/${item.project}/suggestion-answers`, { kind: item.kind, facts: item.facts, done }),
    "desk",
    "suggestions",
  );
  const own = useSession()!.account.name;
  const whom = item.who.filter((name) => name !== own);
  return (
    <li>
      <p className="lab">{[place, t(`suggest.kind.${item.kind}`)].filter(Boolean).join(" · ")}</p>
      <p className="what">
        <span>
          <Sentence item={item} zone={zone} />
        </span>
      </p>
      <RestsOn item={item} />
      {thanking ? (
        <Thanks item={item} done={() => answering.mutate(true)} stop={() => setThanking(false)} />
      ) : (
        <p className="acts small">
          {item.kind === "thank" && whom.length > 0 ? (
            <button className="btn" type="button" onClick={() => setThanking(true)}>
              {t("suggest.thank", { name: whom[0]!.split(" ")[0]! })}
              <span className="sr"> {item.taskName}</span>
            </button>
          ) : (
            <button className="btn" type="button" disabled={answering.isPending} onClick={() => answering.mutate(true, { onSuccess: () => say(t("suggest.said.done")) })}>
              {t("suggest.done")}
              <span className="sr"> {item.taskName}</span>
            </button>
          )}
          <button className="btn bare" type="button" disabled={answering.isPending} onClick={() => answering.mutate(false, { onSuccess: () => say(t("suggest.said.left")) })}>
            {t("suggest.leave")}
            <span className="sr"> {item.taskName}</span>
          </button>
        </p>
      )}
      {answering.error && <Notice problem={answering.error} />}
    </li>
  );
}

/// One sentence, in which the names of tasks lead to them.
function Sentence({ item, zone }: { item: WorkSuggestion; zone?: string }) {
  const { t, language } = useWords();
  const dates = useDates(zone);
  const first = item.other[0];
  const values: Values = {
    task: mark(0),
    other: mark(1),
    count: item.count,
    what: item.what ?? "",
    who: item.who.length === 0 ? "nobody" : new Intl.ListFormat(language, { type: "conjunction" }).format(item.who),
    several: item.who.length,
    free: item.free ? "yes" : "no",
    from: item.from ? dates.day(item.from) : "",
    until: item.until ? dates.day(item.until) : "",
  };
  return (
    <Linked links={[<TaskLink key="0" project={item.project} task={item.task} name={item.taskName} />, first && <TaskLink key="1" project={item.project} {...first} />]}>
      {t(`suggest.about.${item.about}`, values)}
    </Linked>
  );
}

/// The rest of what the sentence counts.
function RestsOn({ item }: { item: WorkSuggestion }) {
  const { t } = useWords();
  const rest = item.about === "handOvers" ? item.other : item.other.slice(1);
  if (rest.length === 0) return null;
  return (
    <p className="i2">
      {t("suggest.rests")}{" "}
      {rest.map(({ task, name }, i) => (
        <Fragment key={task}>
          {i > 0 && " · "}
          <TaskLink project={item.project} task={task} name={name} />
        </Fragment>
      ))}
    </p>
  );
}

function TaskLink({ project, task, name }: { project: string; task: string; name: string }) {
  return (
    <Link className="lnk" to="/projects/$project" params={{ project }} search={{ task } as never}>
      {name}
    </Link>
  );
}

/// Where a link comes, in a text that doesn't know of links: no name of a task has these characters.
const mark = (place: number) => `\uE000${place}\uE001`;

function Linked({ links, children }: { links: ReactNode[]; children: string }) {
  return children.split(/\uE000(\d)\uE001/).map((part, i) => <Fragment key={i}>{i % 2 === 1 ? links[Number(part)] : part}</Fragment>);
}

/// In the manager's own words, said at the task, where whoever is thanked hears of it.
function Thanks({ item: { project, task, taskName, about, what, who }, done, stop }: { item: WorkSuggestion; done: () => void; stop: () => void }) {
  const { t } = useWords();
  const id = useId();
  const [text, setText] = useState(() => t(`suggest.thanks.${about as "early"}`, { name: who[0] ?? "", task: taskName, what: what ?? "" }));
  const thanking = useDoing(() => send("POST", `/api/projects/${project}/tasks/${encodeURIComponent(task)}/comments`, { text }), "task-work");
  return (
    <form
      className="say-it"
      onSubmit={(event) => {
        event.preventDefault();
        thanking.mutate(undefined, {
          onSuccess: () => {
            say(t("suggest.said.thanked"));
            done();
          },
        });
      }}
    >
      <div className="field">
        <label htmlFor={id}>{t("suggest.thanks.label")}</label>
        <textarea id={id} rows={3} required maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
      </div>
      {thanking.error && <Notice problem={thanking.error} />}
      <p className="acts small">
        <button className="btn go" disabled={thanking.isPending || thanking.isSuccess}>
          {t("suggest.thanks.send")}
        </button>
        <button className="btn bare" type="button" onClick={stop}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
