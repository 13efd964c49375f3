import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { byItselfQuery } from "../api/queries";
import type { Update, UpdateByItself } from "../api/types";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Whether this audience's updates are released by themselves: what that means before it is switched on, who did, and
/// why the one that is due waits all the same.
export function ByItself({ project, audience }: { project: string; audience: Update["audience"] }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const known = useQuery(byItselfQuery(project)).data?.find((each) => each.audience === audience);
  const [asking, setAsking] = useState(false);
  const switching = useDoing((on: boolean) => send("PUT", `/api/projects/${project}/updates/by-itself`, { audience, on }), "updates", "desk");
  if (!known || (!known.due && !known.switchedOn)) return null;
  const { switchedOn, due, doubts } = known;
  const day = due ? dates.dayLong(due) : "–";
  const choose = (on: boolean) => {
    setAsking(on);
    if (!on && switchedOn) switching.mutate(false);
  };
  return (
    <div className="by-itself">
      <label className="lab check">
        <input type="checkbox" checked={!!switchedOn || asking} disabled={switching.isPending} onChange={({ target }) => choose(target.checked)} /> {t("updates.byItself")}
      </label>
      {switchedOn && <p className="i3">{t("updates.byItself.on", { name: switchedOn.name, at: dates.moment(switchedOn.at), day })}</p>}
      {asking && !switchedOn && (
        <div className="notice plain" role="group" aria-label={t("updates.byItself")}>
          <p>{t("updates.byItself.ask", { to: t(`updates.audience.${audience}`), day })}</p>
          <p className="acts">
            <button
              className="btn go"
              type="button"
              disabled={switching.isPending}
              onClick={() =>
                switching.mutate(true, {
                  onSuccess: () => {
                    setAsking(false);
                    say(t("updates.byItself.said", { day }));
                  },
                })
              }
            >
              {t("updates.byItself.yes")}
            </button>
            <button className="btn" type="button" autoFocus onClick={() => setAsking(false)}>
              {t("updates.byItself.no")}
            </button>
          </p>
        </div>
      )}
      {doubts.length > 0 && (
        <div className="notice risk" role="status">
          <p>▲ {t("updates.doubt")}</p>
          <Doubts doubts={doubts} />
        </div>
      )}
      {switching.error && <Notice problem={switching.error} />}
    </div>
  );
}

/// Why an update that is due waits for a person.
export function Doubts({ doubts }: { doubts: UpdateByItself["doubts"] }) {
  const { t } = useWords();
  return (
    <ul className="doubts">
      {doubts.map(({ kind, names }) => (
        <li key={kind}>{t(`updates.doubt.${kind}` as "updates.doubt.stale", { names: names.join(", ") })}</li>
      ))}
    </ul>
  );
}
