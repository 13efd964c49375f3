import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { backlogQuery, estimatingsQuery, peopleQuery, projectsQuery } from "../api/queries";
import type { Estimating } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { Several } from "../systems/Several";
import { useDates } from "../ui/dates";
import { ChoiceField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { EstimateForm } from "./EstimateForm";
import { useAmounts } from "./estimates";
import { RoundShown } from "./RoundShown";
import "../forecasting/promises.css";
import "./increments.css";

/// Tasks that several people estimate, each for themselves: hidden until shown, discussed, agreed on.
export default function EstimatesPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  return (
    <>
      <ProjectHead project={project} page="estimates.title">
        <Link className="lnk" to="/projects/$project/increments" params={{ project }}>{t("increments.title")}</Link>
      </ProjectHead>
      <Asked of={useQuery(estimatingsQuery(project))}>{(items) => <All project={project} items={items} />}</Asked>
    </>
  );
}

function All({ project, items }: { project: string; items: Estimating[] }) {
  const { t } = useWords();
  const can = useCan();
  const zone = useQuery(projectsQuery).data?.find(({ id }) => id === project)?.zone;
  const open = items.filter(({ agreed }) => !agreed);
  const over = items.filter(({ agreed }) => agreed);
  const mine = open.filter(({ own, shown }) => !own && !shown).length;
  return (
    <>
      <p className="say" role="status"><Rich>{open.length === 0 ? t("estimates.none") : t("estimates.sentence", { open: open.length, mine })}</Rich></p>
      <div className={can("plan.edit") ? "promises cols" : "promises"}>
        <div>
          {items.length === 0 && <p className="text">{t("estimates.none.detail")}</p>}
          <ul className="standing estimates" aria-label={t("estimates.title")}>
            {open.map((each) => <One key={`${each.id} ${each.version}`} project={project} of={each} zone={zone} />)}
          </ul>
          {over.length > 0 && (
            <>
              <h2>{t("estimates.over")}</h2>
              <ul className="standing estimates">{over.map((each) => <Over key={each.id} of={each} zone={zone} />)}</ul>
            </>
          )}
        </div>
        {can("plan.edit") && <Open project={project} items={open} />}
      </div>
    </>
  );
}

function One({ project, of, zone }: { project: string; of: Estimating; zone?: string }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(zone);
  const amounts = useAmounts();
  const at = `/api/projects/${project}/estimatings/${of.id}`;
  const leads = of.mine || can("plan.edit");
  const showing = useDoing(() => send("POST", `${at}/showing`, undefined, of.version), "estimatings");
  const again = useDoing(() => send("POST", `${at}/round`, undefined, of.version), "estimatings");
  const dropping = useDoing(() => send("DELETE", at, undefined, of.version), "estimatings");
  return (
    <li>
      <h3>{of.name ?? t("estimates.gone")} <span className="lab">{of.key}</span></h3>
      <p className="i2">
        {t("estimates.opened", { name: of.opened, day: dates.day(of.openedAt) })}{of.round > 1 && ` · ${t("estimates.round", { round: of.round })}`}
        {of.kind && of.minutes !== undefined && ` · ${t("estimates.now", { amount: amounts.say(of) })}`}
      </p>
      {!of.shown && (
        <>
          <p role="status">
            {of.by.length > 0 ? t("estimates.by", { names: of.by.join(", "), count: of.by.length }) : t("estimates.by.none")}
            {of.missing.length > 0 && <span className="c-wait"> ⬚ {t("estimates.missing", { names: of.missing.join(", ") })}</span>}
          </p>
          {can("progress.tell") && of.kind && <EstimateForm key={of.round} of={of} send={(estimate) => send("PUT", `${at}/estimate`, estimate)} act={t(of.own ? "estimates.change" : "estimates.say")} noted said={t("estimates.said")} start={of.own} />}
        </>
      )}
      {of.rounds.map((round) => <RoundShown key={round.round} of={of} round={round} first={round.round === of.round} />)}
      {of.shown && can("plan.edit") && of.kind && (
        <EstimateForm of={of} send={(estimate) => send("POST", `${at}/agreement`, estimate, of.version)} act={t("estimates.agree")} said={t("estimates.agreed.said")} start={amounts.proposed(of)} touched={["plan", "board", "backlog"]} label={t("estimates.agreed.on")} />
      )}
      {leads && (
        <div className="acts">
          {!of.shown && <button className="btn" type="button" disabled={of.by.length < 2 || showing.isPending} title={of.by.length < 2 ? t("estimates.few") : undefined} onClick={() => void showing.mutateAsync(undefined).catch(() => undefined)}>{t("estimates.show")}</button>}
          {of.shown && <button className="btn" type="button" disabled={again.isPending} onClick={() => void again.mutateAsync(undefined).catch(() => undefined)}>{t("estimates.again")}</button>}
          <button className="lnk" type="button" disabled={dropping.isPending} onClick={() => void dropping.mutateAsync(undefined).then(() => say(t("estimates.dropped")), () => undefined)}>{t("estimates.drop")}</button>
        </div>
      )}
      {[showing, again, dropping].map(({ error }, i) => error && <Notice key={i} problem={error} />)}
    </li>
  );
}

function Over({ of, zone }: { of: Estimating; zone?: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const amounts = useAmounts();
  return (
    <li>
      <h3>{of.name ?? t("estimates.gone")} <span className="lab">{of.key}</span></h3>
      <p>{t("estimates.agreed", { amount: amounts.say({ kind: of.kind, ...of.agreed! }), name: of.agreed!.name, day: dates.day(of.agreed!.at) })}</p>
      {of.rounds.length > 0 && (
        <details>
          <summary>{t("estimates.rounds", { rounds: of.rounds.length })}</summary>
          {of.rounds.map((round) => <RoundShown key={round.round} of={of} round={round} />)}
        </details>
      )}
    </li>
  );
}

function Open({ project, items }: { project: string; items: Estimating[] }) {
  const { t } = useWords();
  const can = useCan();
  const { task: sought } = useSearch({ strict: false }) as { task?: string };
  const cards = useQuery(backlogQuery(project)).data?.items ?? [];
  const people = useQuery({ ...peopleQuery, enabled: can("people.see") }).data ?? [];
  const free = cards.filter(({ task }) => !items.some((each) => each.task === task));
  const [chosen, setChosen] = useState<string>();
  const task = chosen ?? (free.some((each) => each.task === sought) ? sought : undefined) ?? "";
  const [persons, setPersons] = useState<string[]>([]);
  const opening = useDoing(() => send("POST", `/api/projects/${project}/estimatings`, { task, persons }), "estimatings");
  return (
    <form className="give" onSubmit={(event) => {
      event.preventDefault();
      opening.mutate(undefined, { onSuccess: () => { say(t("estimates.opened.said")); setChosen(""); } });
    }}>
      <h2>{t("estimates.open")}</h2>
      <ChoiceField label={t("backlog.task")} required value={task} onChange={(event) => setChosen(event.target.value)}>
        <option value="">{t("estimates.task.none")}</option>
        {free.map((each) => <option key={each.task} value={each.task}>{each.key} {each.name}</option>)}
      </ChoiceField>
      <Several label={t("estimates.whom")} all={people.map(({ id, name }) => ({ id, name }))} chosen={persons} choose={setPersons} />
      <p className="note">{t("estimates.open.note")}</p>
      {opening.error && <Notice problem={opening.error} />}
      <div className="acts"><button className="btn go" type="submit" disabled={!task || opening.isPending}>{t("estimates.open")}</button></div>
    </form>
  );
}
