import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useWords } from "../words/words";
import type { Id } from "./plan";
import type { Proposal } from "./planApi";
import { useDesk } from "./useSession";
import { lastMoment } from "../ui/dates";

/// A better calendar, or people who are other than planned: what it wins, whom it moves, and three answers.
export function ProposalTray({ proposal, chosen }: { proposal: Proposal; chosen: readonly Id[] }) {
  const { t, word } = useWords();
  const { session, dates, canEdit, byId, plan } = useDesk();
  const [hidden, setHidden] = useState<Id>();
  // Thousands may move, and each edit draws the page anew: they are asked for anew after each, and gone through then.
  const moving = useMemo(() => new Set(proposal.moves.flatMap(({ task }) => (byId.get(task)?.kind === "summary" ? [] : [task]))), [proposal]);
  if (hidden === proposal.id) return null;
  const part = chosen.filter((task) => moving.has(task));
  const take = (tasks?: Id[]) => {
    session.edit([{ kind: "takeProposal", proposal: proposal.id, ...(tasks ? { tasks } : {}) }], t("planning.label.take"));
    setHidden(proposal.id);
  };
  const day = (at: string) => dates.day(lastMoment(at));
  const why = (proposal.why && word(`proposal.${proposal.why}`, sayable(proposal.values))) ?? (proposal.why && /\s/.test(proposal.why) ? proposal.why : t(`planning.proposal.why.${proposal.kind}`));
  return (
    <section className="prop" aria-label={t("planning.proposal")}>
      <i className="hatch" aria-hidden="true" />
      <p className="pt">
        <b>{t(`planning.proposal.${proposal.kind}`)}</b>
        <span>{why}</span>
      </p>
      <dl>
        <div>
          <dt>{t("planning.plannedFinish")}</dt>
          <dd>
            {proposal.finish.was === proposal.finish.now ? day(proposal.finish.now) : (
              <>
                <s>{day(proposal.finish.was)}</s> <ins>{day(proposal.finish.now)}</ins>
              </>
            )}
          </dd>
        </div>
        {proposal.likely && (
          <div>
            <dt>{t("planning.likelyBy")}</dt>
            <dd>
              <s>{day(proposal.likely.was)}</s> <ins>{day(proposal.likely.now)}</ins>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("planning.proposal.moves")}</dt>
          <dd>{t("planning.proposal.count", { tasks: moving.size, people: proposal.people ?? 0 })}</dd>
        </div>
        {proposal.kind === "calendar" && proposal.lost && proposal.lost.length > 0 && (
          <div>
            <dt>{t("planning.proposal.lost")}</dt>
            <dd>
              <Link className="lnk" to="/projects/$project/better" params={{ project: plan.project }}>{proposal.lost.length}</Link>
            </dd>
          </div>
        )}
      </dl>
      {canEdit && (
        <span className="acts">
          <button className="btn go" type="button" onClick={() => take()}>
            {t("planning.proposal.accept")}
          </button>
          {proposal.kind === "calendar" && part.length > 0 && part.length < moving.size && (
            <button className="btn" type="button" onClick={() => take(part)}>
              {t("planning.proposal.acceptChosen", { count: part.length })}
            </button>
          )}
          <button className="btn" type="button" onClick={() => void session.decline(proposal)}>
            {t("planning.proposal.notNow")}
          </button>
        </span>
      )}
    </section>
  );
}

function sayable(values: Record<string, unknown> | undefined): Record<string, string | number> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([, value]) => typeof value === "string" || typeof value === "number")) as Record<string, string | number>;
}
