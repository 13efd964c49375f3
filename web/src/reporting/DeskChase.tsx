import { Link } from "@tanstack/react-router";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { DeskProject, ToChase } from "../api/types";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// What others owe, and one click that reminds them: a remark at the task, which mentions them.
export function Chase({ item, place }: { item: ToChase; place: DeskProject }) {
  const { t } = useWords();
  const dates = useDates(place.zone);
  const { kind, project, task, taskName, what, who, due, since, asked } = item;
  const me = useSession()!.account.name;
  const others = who.filter((name) => name !== me);
  const words = {
    what: what ?? "",
    task: taskName ?? "",
    due: due ? dates.day(due) : "",
    since: since ? dates.day(since) : "",
    names: who.join(", "),
  };
  return (
    <li>
      <p className="lab">{place.name}</p>
      <p className="what">
        <span>
          {kind.endsWith("Overdue") || kind === "silent" || kind === "riskReview" ? <b className="c-risk">▲ </b> : null}
          {what ?? (task ? taskName : t(`desk.chase.${kind as "stale"}`, words))}
        </span>
      </p>
      {(what || task) && <p className="i2">{t(`desk.chase.${kind as "silent"}`, words)}</p>}
      {asked && <p className="i2">{t("desk.chase.asked", { at: dates.moment(asked.at), names: asked.names.join(", ") })}</p>}
      <p className="acts small">
        {task && others.length > 0 && <Ask item={{ ...item, who: others }} />}
        {task && others.length < who.length && (
          <Link className="btn" to="/work">
            {t("need.see")}
          </Link>
        )}
        {task ? (
          <Link className="lnk" to="/projects/$project" params={{ project }} search={{ task } as never}>
            {t(kind === "needUnowned" ? "desk.chase.sayWho" : "desk.look")}
            <span className="sr"> {taskName}</span>
          </Link>
        ) : /^(issue|assumption)/.test(kind) ? (
          <Link className="lnk" to="/projects/$project/log" params={{ project }}>
            {t("desk.look")}
            <span className="sr"> {what}</span>
          </Link>
        ) : kind === "unsigned" ? (
          <Link className="lnk" to="/projects/$project/changes/$change" params={{ project, change: item.need! }}>
            {t("desk.look")}
            <span className="sr"> {what}</span>
          </Link>
        ) : kind === "riskReview" ? (
          <Link className="lnk" to="/projects/$project/risks" params={{ project }}>
            {t("desk.look")}
            <span className="sr"> {what}</span>
          </Link>
        ) : (
          <Link className="lnk" to={kind === "stale" ? "/projects/$project/forecast" : "/projects/$project/updates"} params={{ project }}>
            {t("desk.look")}
            <span className="sr"> {place.name}</span>
          </Link>
        )}
      </p>
    </li>
  );
}

function Ask({ item: { project, task, taskName, what, who } }: { item: ToChase }) {
  const { t } = useWords();
  const names = who.map((name) => `@${name}`).join(" ");
  const text = `${names} ${what ? t("desk.ask.need", { what }) : t("desk.ask.task")}`;
  const asking = useDoing(() => send("POST", `/api/projects/${project}/tasks/${encodeURIComponent(task!)}/comments`, { text }), "task-work");
  if (asking.isSuccess) return <span className="i2">{t("desk.asked", { names: who.join(", ") })}</span>;
  return (
    <>
      <button className="btn" type="button" title={text} disabled={asking.isPending} onClick={() => asking.mutate(undefined, { onSuccess: () => say(t("desk.asked", { names: who.join(", ") })) })}>
        {t("desk.ask", { name: who[0]!.split(" ")[0]!, more: who.length - 1 })}
        <span className="sr"> {what ?? taskName}</span>
      </button>
      {asking.error && <Notice problem={asking.error} />}
    </>
  );
}
