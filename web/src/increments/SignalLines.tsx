import { useQuery } from "@tanstack/react-query";
import { taskSignalsQuery } from "../api/queries";
import type { Signal } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

/// What code hosts told of a task: each fact with its source and time.
export function SignalLines({ project, task, zone, title = false }: { project: string; task: string; zone: string; title?: boolean }) {
  const { t } = useWords();
  const can = useCan();
  const told = useQuery({ ...taskSignalsQuery(project, task), enabled: can("work.see") }).data;
  if (!told || (told.items.length === 0 && title)) return null;
  return (
    <>
      {title ? <h3>{t("signal.titleOf", { key: told.key })}</h3> : <h3 className="lab">{t("signal.title")}</h3>}
      {told.items.length === 0 ? <p className="i3">{t("signal.none", { key: told.key })}</p> : (
        <ul className="signals">{told.items.map((each) => <SignalLine key={each.id} signal={each} zone={zone} />)}</ul>
      )}
    </>
  );
}

export function SignalLine({ signal, zone, task }: { signal: Signal; zone: string; task?: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const words = t(`signal.kind.${signal.kind}`, { ref: signal.ref ?? "" });
  return (
    <li>
      {task && <b>{task} </b>}
      {signal.url ? <a className="lnk" href={signal.url} target="_blank" rel="noreferrer">{words}</a> : words}
      {signal.title && signal.title !== signal.ref && <span className="i2"> {signal.title}</span>}
      <span className="lab">{[signal.source, signal.who, dates.moment(signal.at)].filter(Boolean).join(" · ")}</span>
    </li>
  );
}
