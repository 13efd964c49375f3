import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { hooksQuery } from "../api/queries";
import type { Hook, HookCall } from "../api/types";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AddHook } from "./AddHook";
import "./outbox.css";

/// Programs and chats that hear of a project, or of all; with what they were sent, and how to make them known.
export function HooksPart({ project }: { project?: string }) {
  const { t } = useWords();
  const path = project ? `/api/projects/${project}/hooks` : "/api/hooks";
  const hooks = useQuery(hooksQuery(path));
  const [secret, setSecret] = useState<{ id: string; secret: string }>();
  return (
    <div className="cols">
      <div>
        <p className="i2">{t(project ? "hooks.project.detail" : "hooks.company.detail")}</p>
        <Asked of={hooks}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title={t("hooks.none")}>{t("hooks.none.detail")}</Empty>
            ) : (
              <ul className="hooks">
                {items.map((hook) => (
                  <One key={hook.id} hook={hook} path={`${path}/${hook.id}`} secret={secret?.id === hook.id ? secret.secret : undefined} />
                ))}
              </ul>
            )
          }
        </Asked>
      </div>
      <div>
        <AddHook path={path} added={({ id, secret }) => setSecret(secret ? { id, secret } : undefined)} />
      </div>
    </div>
  );
}

export function One({ hook, path, secret }: { hook: Hook; path: string; secret?: string }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const trying = useDoing(() => send<HookCall>("POST", `${path}/trial`), "hooks");
  const pausing = useDoing(() => send("PUT", path, { name: hook.name, hears: hook.hears, paused: !hook.paused }), "hooks");
  const removing = useDoing(() => send("DELETE", path), "hooks");
  const failed = trying.error ?? pausing.error ?? removing.error;
  return (
    <li>
      <h2>
        {hook.name} {hook.paused && <span className="c-wait">{t("hooks.paused")}</span>}
      </h2>
      <p className="lab">
        {t(`hooks.kind.${hook.kind}`)} · {t("hooks.by", { host: hook.host, at: dates.moment(hook.madeAt), name: hook.madeBy })}
      </p>
      <p className="i2">
        {t("hooks.hears")}: {hook.hears.map((each) => t(`hooks.hears.${each}` as "hooks.hears.update")).join(", ")}
      </p>
      {secret && (
        <>
          <p className="i2">{t("hooks.secret.once")}</p>
          <code className="secret">{secret}</code>
        </>
      )}
      {failed && <Notice problem={failed} />}
      <p className="acts">
        <button className="btn go" type="button" disabled={trying.isPending} onClick={() => trying.mutate(undefined, { onSuccess: ({ state }) => state === "sent" && say(t("hooks.tried")) })}>
          {t("hooks.try")}
          <span className="sr"> {hook.name}</span>
        </button>
        <button className="btn" type="button" disabled={pausing.isPending} onClick={() => pausing.mutate(undefined)}>
          {t(hook.paused ? "hooks.resume" : "hooks.pause")}
          <span className="sr"> {hook.name}</span>
        </button>
        <button className="btn bare" type="button" disabled={removing.isPending} onClick={() => removing.mutate(undefined)}>
          {t("hooks.remove")}
          <span className="sr"> {hook.name}</span>
        </button>
      </p>
      <details open={hook.calls.some(({ trouble }) => trouble)}>
        <summary className="lab">{t("hooks.log", { count: hook.calls.length })}</summary>
        <ul className="rows">
          {hook.calls.map((call) => (
            <Call key={call.id} call={call} path={path} />
          ))}
        </ul>
      </details>
    </li>
  );
}

function Call({ call, path }: { call: HookCall; path: string }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const again = useDoing(() => send("POST", `${path}/calls/${call.id}/again`), "hooks");
  const stuck = (call.state === "failed" || call.state === "unsure") && call.event !== "trial";
  const status = call.status ?? "";
  return (
    <li>
      <span>
        {call.event === "trial" ? t("hooks.call.trial") : call.subject}
        <span className={call.trouble ? "lab c-risk" : "lab"} style={{ display: "block", overflowWrap: "anywhere" }}>
          {t(`hooks.call.${call.state}`, { at: dates.moment(call.at), status })}
          {call.trouble && `: ${t(`hooks.trouble.${call.trouble}` as "hooks.trouble.refused", { status })}`}
          {call.next && call.trouble && ` ${t("hooks.call.next", { tries: call.tries, at: dates.moment(call.next) })}`}
        </span>
        {again.error && <Notice problem={again.error} />}
      </span>
      {stuck && (
        <button className="lnk" type="button" disabled={again.isPending} onClick={() => again.mutate(undefined)}>
          {t("hooks.call.again")}
          <span className="sr"> {call.subject}</span>
        </button>
      )}
    </li>
  );
}
