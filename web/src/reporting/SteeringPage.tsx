import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { steeringQuery } from "../api/queries";
import type { SteeringReport } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { lastMoment, useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { SatisfactionOverTime } from "./SatisfactionOverTime";
import "./updates.css";
import "./steering.css";

/// A project on one page, for those who decide about it; the same as PDF and as Word document.
export default function SteeringPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const path = `/api/projects/${project}/steering-report`;
  return (
    <>
      <ProjectHead project={project} page="steering.title">
        <a className="btn" href={`${path}/pdf`} download>{t("steering.pdf")}</a> <a className="btn" href={`${path}/docx`} download>{t("steering.docx")}</a>
      </ProjectHead>
      <Asked of={useQuery(steeringQuery(project))}>{(report) => <Report report={report} project={project} />}</Asked>
    </>
  );
}

const TONE = { late: "c-late", atRisk: "c-risk", onTrack: "c-accent", open: "", finished: "c-accent" } as const;

function Report({ report, project }: { report: SteeringReport; project: string }) {
  const { t } = useWords();
  const dates = useDates(report.zone);
  const shown = ({ minor, currency }: { minor: number; currency: string }) => dates.money(minor, currency);
  const day = (at?: string) => (at ? dates.full(lastMoment(at)) : "–");
  const name = (of?: string) => of ?? t("steering.project");
  const { promised } = report;
  return (
    <article className="steering update">
      <p className="lab">
        {t("steering.asOf", { at: dates.moment(report.asOf) })}
        {report.accountable && ` · ${t("steering.answers", { name: report.accountable })}`}
      </p>
      <h2 className={`status ${report.colours ? TONE[report.status] : ""}`}>{t(`steering.status.${report.status}`)}</h2>
      <dl className="dates">
        <div>
          <dt>{t("steering.planned")}</dt>
          <dd>{day(report.planned)}</dd>
        </div>
        <div>
          <dt>{t("steering.likely")}</dt>
          <dd>{day(report.likely)}</dd>
          <dd className="lab">{t("steering.likely.note")}</dd>
        </div>
        <div>
          <dt>{t("steering.promised")}</dt>
          <dd>{day(promised?.by)}</dd>
          {promised && <dd className="lab">{promised.name && `${promised.name}, `}<Chance promise={promised} /></dd>}
        </div>
      </dl>
      {report.summary && (
        <section>
          <h3>{t("steering.summary")}</h3>
          <p className="said">{report.summary}</p>
        </section>
      )}
      <Lines title={t("steering.moved")} lines={report.moved.map((each) => [name(each.name), t("steering.moved.line", { now: day(each.now), was: day(each.was) })])} />
      <section>
        <h3>{t("steering.promises")}</h3>
        {report.promises.length === 0 && <p className="i2">{t("steering.nothing")}</p>}
        <ul className="rows">
          {report.promises.map((each, i) => (
            <li key={i}>
              <span>
                {name(each.name)} <span className="lab">{t("steering.promise.line", { day: day(each.by), planned: day(each.planned) })}</span>
              </span>
              <Chance promise={each} />
            </li>
          ))}
        </ul>
      </section>
      <Lines title={t("steering.decisions")}
        lines={report.wanted.map(({ kind, text, day: at }) => [t(`steering.wanted.${kind}` as "steering.wanted.client", { text, day: at ? dates.full(at) : "–" })])} />
      <Lines title={t("steering.risks")} lines={report.risks.map(({ what, percent, owner, response }) => [`${what}, ${percent} %`, [owner, response].filter(Boolean).join(" · ")])} />
      <Lines title={t("steering.issues")} lines={report.issues.map(({ title, owner, day: at }) => [title, [owner, at && dates.full(at)].filter(Boolean).join(" · ")])} />
      <Lines title={t("steering.next")} lines={report.next.map(({ name: next, at }) => [next, day(at)])} />
      {report.money && (
        <Lines title={t("steering.money")}
          lines={report.money.map(({ approved, committed, spent }) => [`${t("steering.approved")} ${shown(approved)} · ${t("steering.committed")} ${shown(committed)} · ${t("steering.spent")} ${shown(spent)}`])} />
      )}
      <SatisfactionOverTime project={project} zone={report.zone} />
    </article>
  );
}

/// How likely it is kept, or how it stands where nobody can tell.
function Chance({ promise: { state, chance } }: { promise: SteeringReport["promises"][number] }) {
  const { t } = useWords();
  return <span>{chance === undefined ? t(`promises.state.${state}` as "promises.state.kept") : t("steering.chance", { chance: Math.round(chance * 100) })}</span>;
}

function Lines({ title, lines }: { title: string; lines: [string, string?][] }) {
  const { t } = useWords();
  return (
    <section>
      <h3>{title}</h3>
      {lines.length === 0 && <p className="i2">{t("steering.nothing")}</p>}
      <ul className="rows">
        {lines.map(([line, beside], i) => (
          <li key={i}>
            <span>{line}</span>
            {beside && <span className="i2">{beside}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
