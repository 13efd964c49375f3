import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { deskQuery } from "../api/queries";
import type { Desk, DeskProject } from "../api/types";
import { ToApprove, useToApprove } from "../hours/ToApprove";
import { useCan, useSession } from "../identity/session";
import { MoneyToApprove, useMoneyToApprove } from "../money/MoneyToApprove";
import { AbsencesToGrant, useAbsencesToGrant } from "../people/AbsencesToGrant";
import { lastMoment, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty } from "../ui/states";
import { useWords } from "../words/words";
import { OpenQuestion } from "./ClientQuestions";
import { Chase } from "./DeskChase";
import { Decide } from "./DeskDecide";
import { DeskSatisfaction } from "./DeskSatisfaction";
import { SuggestionList } from "./Suggestions";
import { Release } from "./DeskRelease";
import "../hours/hours.css";
import "../people/people.css";
import "./desk.css";
import "./updates.css";

/// What waits for me, over all projects that I answer for: mine to do at the left, what others owe at the right.
export default function DeskPage() {
  const can = useCan();
  return can("plan.edit") ? <ManagersDesk /> : <OfficialsDesk />;
}

/// Whoever answers for no project has what is theirs to approve.
function OfficialsDesk() {
  const { t } = useWords();
  const waiting = useMoneyToApprove().length;
  return (
    <>
      <PageHead title={t("desk.title")} sub={t("desk.official")} />
      {waiting === 0 ? <Empty title={t("desk.mine.none")} /> : <div className="desk"><div><MoneyToApprove /></div></div>}
    </>
  );
}

function ManagersDesk() {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const asked = useQuery(deskQuery);
  const now = asked.data?.now;
  return (
    <>
      <PageHead title={t("desk.title")} sub={now && t("desk.asOf", { at: dates.moment(now) })} />
      <Asked of={asked}>{(desk) => <Laid desk={desk} />}</Asked>
    </>
  );
}

function Laid({ desk }: { desk: Desk }) {
  const { t } = useWords();
  const { decide, release, chase, answer, projects } = desk;
  const ofTime = useToApprove().length + useAbsencesToGrant().length + useMoneyToApprove().length;
  const places = new Map(projects.map((project) => [project.id, project]));
  if (projects.length === 0 && decide.length + ofTime === 0)
    return (
      <Empty title={t("desk.noProjects")} acts={<Link className="btn go" to="/projects">{t("nav.projects")}</Link>}>
        {t("desk.noProjects.detail")}
      </Empty>
    );
  const deciding = decide.length + ofTime;
  const mine = deciding + release.length + answer.length;
  return (
    <>
      <p className="say">
        {mine + chase.length === 0 ? (
          <b>{t("desk.empty", { count: projects.length })}</b>
        ) : (
          <>
            <b>{mine === 0 ? t("desk.sentence.nothing") : t("desk.sentence", { decide: deciding, release: release.length, answer: answer.length })}</b>{" "}
            {chase.length > 0 && t("desk.sentence.chase", { count: chase.length })}
          </>
        )}
      </p>
      <div className="desk">
        <div>
          <Part name="answer" count={answer.length}>
            <ul className="questions">
              {answer.map((question) => (
                <OpenQuestion key={question.id} question={question} zone={places.get(question.project)?.zone ?? "UTC"} about={places.get(question.project)?.name} />
              ))}
            </ul>
          </Part>
          <Part name="decide" count={decide.length}>
            <ul className="desk-items">
              {decide.map((each, i) => (
                <Decide key={each.id ?? `${each.project}-${each.task}-${i}`} item={each} place={places.get(each.project)} />
              ))}
            </ul>
          </Part>
          <ToApprove />
          <AbsencesToGrant />
          <MoneyToApprove />
          <Part name="release" count={release.length}>
            <ul className="desk-items">
              {release.map((each) => (
                <Release key={each.project + each.audience} item={each} place={places.get(each.project)!} />
              ))}
            </ul>
          </Part>
          {mine === 0 && <p className="i2">{t("desk.mine.none")}</p>}
        </div>
        <div>
          <Part name="chase" count={chase.length}>
            <ul className="desk-items">
              {chase.map((each, i) => (
                <Chase key={each.need ?? `${each.project}-${each.kind}-${each.task}-${i}`} item={each} place={places.get(each.project)!} />
              ))}
            </ul>
          </Part>
          <Part name="suggestions" count={desk.suggestions.length}>
            <SuggestionList items={desk.suggestions} zoneOf={(project) => places.get(project)?.zone} nameOf={(project) => places.get(project)?.name ?? ""} />
          </Part>
          <Part name="satisfaction" count={desk.satisfaction.length}>
            <ul className="desk-items">
              {desk.satisfaction.map((each) => (
                <DeskSatisfaction key={`${each.project} ${each.milestone} ${each.answered.name}`} of={each} place={places.get(each.project)!} />
              ))}
            </ul>
          </Part>
          <Overnight desk={desk} places={places} />
        </div>
      </div>
    </>
  );
}

function Part({ name, count, children }: { name: "answer" | "decide" | "release" | "chase" | "suggestions" | "satisfaction"; count: number; children: ReactNode }) {
  const { t } = useWords();
  if (count === 0) return null;
  return (
    <section className="part" aria-labelledby={`desk-${name}`}>
      <h2 id={`desk-${name}`}>
        {t(`desk.${name}`)} <span className="i3">{count}</span>
      </h2>
      {children}
    </section>
  );
}

function Overnight({ desk, places }: { desk: Desk; places: Map<string, DeskProject> }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  return (
    <section className="part" aria-labelledby="desk-moved">
      <h2 id="desk-moved">{t("desk.moved")}</h2>
      <p className="lab">{t("desk.moved.since", { at: `${dates.weekdayDay(desk.since)}, ${dates.time(desk.since)}` })}</p>
      {desk.moved.length === 0 && <p className="i2">{t("desk.moved.none")}</p>}
      <ul className="desk-items">
        {desk.moved.map((moved) => (
          <Moved key={moved.project} moved={moved} place={places.get(moved.project)!} />
        ))}
      </ul>
    </section>
  );
}

function Moved({ moved: { steps, by, labels, likelyWas, likely }, place }: { moved: Desk["moved"][number]; place: DeskProject }) {
  const { t } = useWords();
  const dates = useDates(place.zone);
  const other = likelyWas && likely && dates.day(lastMoment(likelyWas)) !== dates.day(lastMoment(likely));
  return (
    <li>
      <p className="what">
        <Link to="/projects/$project" params={{ project: place.id }}>{place.name}</Link>
        {likely && (
          <span className="date">
            {t("planning.likelyBy")} {other && <s>{dates.day(lastMoment(likelyWas))}</s>} <b>{dates.day(lastMoment(likely))}</b>
          </span>
        )}
      </p>
      <p className="lab">{t("desk.moved.steps", { count: steps, names: by.join(", ") })}</p>
      <p className="i2">{labels.join(" · ")}</p>
    </li>
  );
}
