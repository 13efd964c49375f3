import { Problem } from "../api/client";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import type { Unsent } from "./unsent";
import { useUnsent } from "./useUnsent";

/// What was told and the server has not taken: how much waits, and what it refused.
export function KeptWork({ zone }: { zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const work = useUnsent();
  const { waiting, refused } = work.state;
  return (
    <>
      <div role="status">{waiting.length > 0 && <p className="c-wait">{t("work.kept", { count: waiting.length })}</p>}</div>
      {refused.map(({ unsent, problem }) => (
        <div key={unsent.key}>
          <p className="c-late">{t("work.kept.refused", { name: unsent.name, at: dates.moment(unsent.at) })}</p>
          <Notice problem={new Problem(problem)} />
          <p className="acts small">
            <button className="btn" type="button" onClick={() => work.dismiss(unsent.key)}>
              {t("work.kept.read")}
            </button>
          </p>
        </div>
      ))}
    </>
  );
}

/// What of one task waits to be sent.
export function KeptOf({ project, task, zone }: { project: string; task: string; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const waiting = useUnsent().of(project, task);
  return (
    <>
      {waiting.map((each) => (
        <p key={each.key} className="lab c-wait" role="status">
          {t(wordsOf(each), { at: dates.time(each.at), what: whatOf(each) })} {t("hours.saving.kept")}
        </p>
      ))}
    </>
  );
}

function wordsOf(unsent: Unsent) {
  if (unsent.kind === "progress") return `work.kept.${unsent.report.state!}` as const;
  if (unsent.kind === "complication") return "work.kept.way";
  return unsent.waits ? "work.kept.waits" : "work.kept.goesOn";
}

function whatOf(unsent: Unsent): string {
  if (unsent.kind === "progress") return "";
  return unsent.kind === "complication" ? unsent.body.what : unsent.what;
}
