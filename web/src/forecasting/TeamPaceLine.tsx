import { useQuery } from "@tanstack/react-query";
import { teamPaceQuery } from "../api/queries";
import { useCan } from "../identity/session";
import { Rich, useWords } from "../words/words";

/// How the team's begun work goes, where the works agreement says *team*: never of whom.
export function TeamPaceLine({ project }: { project: string }) {
  const { t } = useWords();
  const can = useCan();
  const team = useQuery({ ...teamPaceQuery(project), enabled: can("work.see") }).data?.team;
  if (!team) return null;
  return (
    <section className="team-pace" aria-labelledby="team-pace">
      <h2 id="team-pace">{t("pace.team")}</h2>
      {team.enough ? (
        <>
          <p>
            <Rich>{t("pace.team.says", { behind: team.behind, asForecast: team.asForecast, ahead: team.ahead })}</Rich>
          </p>
          {team.behind > 0 && <p className="i2">{t("pace.team.why", { waitsFor: team.waitsFor, handOverLate: team.handOverLate, estimateLow: team.estimateLow })}</p>}
        </>
      ) : (
        <p className="i2">{t("pace.team.few")}</p>
      )}
      <p className="lab">{t("pace.team.note")}</p>
    </section>
  );
}
