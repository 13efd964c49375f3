import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { applicationQuery, vacancyQuery } from "../api/queries";
import type { CvChecked, JobApplicationView } from "../api/types";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked, Notice } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { STATES } from "./applicants";
import { NameApplicant } from "./NameApplicant";
import { HirePart } from "./HirePart";
import "./staffing.css";

/// One application: what its CV says to each criterion, the line that says so beside it, and the decision.
export default function ApplicationPage() {
  const { vacancy, application } = useParams({ strict: false }) as { vacancy: string; application: string };
  return <Asked of={useQuery(applicationQuery(vacancy, application))}>{(view) => <Page view={view} />}</Asked>;
}

function Page({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const { application, cv } = view;
  const project = useQuery(vacancyQuery(application.vacancy)).data?.vacancy.project;
  const name = application.name || t("applications.number", { number: application.number });
  return (
    <>
      <PageHead title={name} sub={t(`applications.cv.${application.cv}` as WordKey)}>
        <Link className="lnk" to="/hiring/vacancies/$vacancy" params={{ vacancy: application.vacancy }}>
          {t("applications.back")}
        </Link>
      </PageHead>
      <div className="cols review">
        <div>
          {cv ? <Checked cv={cv} /> : <p className="i2">{t(`applications.cv.${application.cv}` as WordKey)}</p>}
        </div>
        <div>
          <Who view={view} />
          <Deciding view={view} />
          <HirePart view={view} path={pathOf(view)} project={project !== undefined} />
        </div>
      </div>
    </>
  );
}

function Checked({ cv }: { cv: CvChecked }) {
  const { t } = useWords();
  const [shown, setShown] = useState<number>();
  const text = useRef<HTMLOListElement>(null);
  const show = (n: number) => {
    setShown(n);
    text.current?.children[n - 1]?.scrollIntoView({ block: "nearest" });
  };
  return (
    <>
      {cv.reason && <p className="notice plain">{cv.reason}</p>}
      <section aria-labelledby="criteria">
        <h2 id="criteria">{t("applications.criteria")}</h2>
        <ul className="findings">
          {cv.criteria.map(({ id, must, sentence, finding, line }) => (
            <li key={id}>
              <b className={`finding ${finding}`}>{t(`applications.finding.${finding}` as WordKey)}</b>
              <div>
                <p>
                  {sentence} <span className="lab">{t(must ? "applications.must" : "applications.should")}</span>
                </p>
                {line && (
                  <p className="i2">
                    “{line.text}”{" "}
                    <button className="lnk" type="button" aria-pressed={shown === line.n} onClick={() => show(line.n)}>
                      {t("applications.line", { n: line.n })}
                    </button>
                  </p>
                )}
              </div>
            </li>
          ))}
        </ul>
        <p className="nt i3">{t("applications.profile", { profile: cv.profile, version: cv.profileVersion })}</p>
      </section>
      <section aria-labelledby="cv-text">
        <h2 id="cv-text">{t("applications.text")}</h2>
        <ol className="cvtext" ref={text} tabIndex={0} aria-labelledby="cv-text">
          {cv.lines.map(({ n, text: said }) => (
            <li key={n} className={n === shown ? "shown" : undefined}>
              {said || "\u00a0"}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const pathOf = ({ application }: JobApplicationView) => `/api/vacancies/${application.vacancy}/applications/${application.id}`;

/// Who it is: blank until somebody lifts that, with a reason.
function Who({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const { application } = view;
  const [reason, setReason] = useState("");
  const opening = useDoing(() => send("POST", `${pathOf(view)}/opening`, { reason }), "vacancies");
  if (application.openedBy) {
    return (
      <section className="part">
        <h2>{application.name || t("applications.number", { number: application.number })}</h2>
        {application.email && (
          <p>
            <a className="lnk" href={`mailto:${application.email}`}>
              {application.email}
            </a>
          </p>
        )}
        {!application.name && <NameApplicant view={view} path={pathOf(view)} />}
        {application.message && <p className="i2">{application.message}</p>}
        {application.file && (
          <p>
            <a className="lnk" href={`${pathOf(view)}/file`} download>
              {application.file}
            </a>
          </p>
        )}
        <p className="lab">{t("applications.opened", { name: application.openedBy })}</p>
      </section>
    );
  }
  return (
    <form className="part" onSubmit={(event) => {
      event.preventDefault();
      opening.mutate(undefined);
    }}>
      <h2>{t("applications.number", { number: application.number })}</h2>
      <TextField label={t("takers.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {opening.error && <Notice problem={opening.error} />}
      <p className="acts">
        <button className="btn" disabled={opening.isPending}>
          {t("applications.open")}
        </button>
      </p>
    </form>
  );
}

function Deciding({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const dates = useDates();
  const [state, setState] = useState<string>(view.application.state);
  const [reason, setReason] = useState("");
  const deciding = useDoing(() => send("POST", `${pathOf(view)}/decisions`, { state, reason }), "vacancies");
  const named = (code: string) => t(`applications.state.${code}` as WordKey);
  return (
    <form className="part rowed" onSubmit={(event) => {
      event.preventDefault();
      deciding.mutate(undefined, { onSuccess: () => setReason("") });
    }}>
      <ChoiceField label={t("applications.state")} value={state} onChange={(event) => setState(event.target.value)}>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {named(each)}
          </option>
        ))}
      </ChoiceField>
      <TextField label={t("applications.reason")} required maxLength={1000} value={reason} onChange={(event) => setReason(event.target.value)} />
      {deciding.error && <Notice problem={deciding.error} />}
      <p className="acts">
        <button className="btn go" disabled={deciding.isPending}>
          {t("applications.decide")}
        </button>
      </p>
      <ul className="rows">
        {view.decisions.map((each) => (
          <li key={each.at}>{t("applications.decided", { state: named(each.state), name: each.author.name, at: dates.moment(each.at), reason: each.reason })}</li>
        ))}
      </ul>
    </form>
  );
}
