import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { portalQuery } from "../api/queries";
import type { PortalProject } from "../api/types";
import { ClientChanges, ClientDeliverables } from "../delivery/ClientChanges";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ClientFactList } from "./ClientFactList";
import { keyOf } from "./facts";
import { known, withWords } from "./known";
import { milestonesOf } from "./milestones";
import { PortalDocuments } from "./PortalDocuments";
import { SatisfactionAsked } from "./SatisfactionAsked";
import { UpdateShown } from "./UpdateShown";
import "./updates.css";

const FEW = 3;

/// What clients see: their projects as they were released, what we need from them, and what they asked.
export default function PortalPage() {
  const { t } = useWords();
  const asked = useQuery(portalQuery);
  const [chosen, choose] = useState<string>();
  return (
    <Asked of={asked}>
      {({ projects }) => {
        const project = projects.find(({ id }) => id === chosen) ?? projects[0];
        return (
          <>
            <PageHead title={project?.name ?? t("portal.title")} />
            {projects.length > 1 && (
              <nav className="tabs portal-tabs" aria-label={t("portal.title")}>
                {projects.map(({ id, name }) => (
                  <button key={id} type="button" aria-current={id === project?.id ? "page" : undefined} onClick={() => choose(id)}>
                    {name}
                  </button>
                ))}
              </nav>
            )}
            {project ? <Shown key={project.id} project={project} /> : <Empty title={t("portal.none")}>{t("portal.none.detail")}</Empty>}
          </>
        );
      }}
    </Asked>
  );
}

function Shown({ project }: { project: PortalProject }) {
  const { t } = useWords();
  const { update } = project;
  const deciding = project.changes.filter(({ state, offer }) => state === "offered" && offer?.fresh);
  return (
    <div className="portal">
      <div>
        {update ? (
          <>
            <AsOf project={project} />
            <UpdateShown name={project.name} facts={update.facts} words={update.words} audience="client" anchored />
          </>
        ) : (
          <p className="lead">{t("portal.unreleased")}</p>
        )}
        <ClientDeliverables project={project} />
        <ClientChanges project={project} />
      </div>
      <aside>
        <section>
          <h2>{t("portal.asked")}</h2>
          {project.asked.length + deciding.length === 0 && <p className="i2">{t("portal.asked.none")}</p>}
          <ul className="asked">
            {deciding.map(({ id, title }) => (
              <li key={id}>
                <p className="i2">{t("portal.asked.decide")}</p>
                <p>
                  <a className="lnk" href={`#${id}`}>
                    {title}
                  </a>
                </p>
              </li>
            ))}
            {project.asked.map((need) => (
              <AskedOf key={need.need} need={need} />
            ))}
          </ul>
        </section>
        <SatisfactionAsked key={project.satisfaction?.milestone} project={project} />
        <Questions project={project} />
        <PortalDocuments project={project} />
      </aside>
    </div>
  );
}

function AsOf({ project: { id, update, newer, acknowledged } }: { project: PortalProject }) {
  const { t } = useWords();
  const dates = useDates(update!.facts.zone);
  const reading = useDoing(() => send("POST", `/api/projects/${id}/updates/${update!.id}/acknowledgement`), "portal");
  return (
    <div className="as-of">
      <p className="lab">
        {t(update!.switchedOn ? "portal.asOf.byItself" : "portal.asOf", { at: dates.moment(update!.facts.asOf), name: update!.switchedOn ?? update!.by })}
        {newer && <b className="c-wait"> {t("portal.newer")}</b>}
      </p>
      <a className="lnk" href={`/api/projects/${id}/shown-updates/${update!.id}`} download>{t("updates.paper")}</a>
      {acknowledged ? (
        <span className="i3">{t("portal.acked")}</span>
      ) : (
        <button className="btn" type="button" disabled={reading.isPending} onClick={() => reading.mutate()}>
          {t("portal.ack")}
        </button>
      )}
      {reading.error && <Notice problem={reading.error} />}
    </div>
  );
}

function AskedOf({ need }: { need: PortalProject["asked"][number] }) {
  const { t } = useWords();
  const dates = useDates();
  const [note, setNote] = useState("");
  const bringing = useDoing(() => send("POST", `/api/needs/${need.need}/closure`, { state: "met", note }), "portal");
  return (
    <li className={need.met ? "met" : ""}>
      {need.due && !need.met && <p className={need.overdue ? "c-late" : "i2"}>{t(need.overdue ? "portal.asked.overdue" : "portal.asked.by", { day: dates.weekdayDay(need.due) })}</p>}
      <p>
        <b>{need.what}</b>
      </p>
      {need.met ? (
        <p className="i3">{t("portal.asked.here")}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            bringing.mutate(undefined, { onSuccess: () => say(t("portal.asked.said")) });
          }}
        >
          <input className="line" aria-label={`${t("portal.asked.note")}: ${need.what}`} placeholder={t("portal.asked.note")} maxLength={300} value={note} onChange={(event) => setNote(event.target.value)} />
          <button className="btn" aria-label={t("portal.asked.sendOf", { what: need.what })} disabled={bringing.isPending}>
            {t("portal.asked.send")}
          </button>
        </form>
      )}
      {bringing.error && <Notice problem={bringing.error} />}
    </li>
  );
}

/// What was answered already and may be the answer, before it is asked again.
function Known({ text, questions }: { text: string; questions: PortalProject["questions"] }) {
  const { t } = useWords();
  const found = known(text, questions);
  return (
    <div role="status" className="known">
      {found.length > 0 && (
        <>
          <p className="lab">{t("portal.ask.known")}</p>
          {found.map(({ id, text: question, answer }) => (
            <p key={id}>
              <b>{question}</b> <span className="i2">{answer}</span>
            </p>
          ))}
        </>
      )}
    </div>
  );
}

function Questions({ project }: { project: PortalProject }) {
  const { t } = useWords();
  const dates = useDates();
  const [text, setText] = useState("");
  const [about, setAbout] = useState("");
  const [wanted, setWanted] = useState("");
  const milestones = milestonesOf(project);
  const shown = withWords(wanted, project.questions);
  const asking = useDoing(() => send("POST", `/api/projects/${project.id}/questions`, { text, task: about || undefined }), "portal");
  const wishing = useDoing((wish: { question: string; wish: string }) => send("POST", `/api/projects/${project.id}/wishes`, wish), "portal");
  return (
    <section>
      <h2>{t("portal.ask")}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          asking.mutate(undefined, {
            onSuccess: () => {
              setText("");
              setAbout("");
              say(t("portal.ask.said"));
            },
          });
        }}
      >
        <div className="field">
          <label htmlFor="ask-us">{t("portal.ask.label")}</label>
          <textarea id="ask-us" rows={2} required maxLength={4000} value={text} onChange={(event) => setText(event.target.value)} />
          <p className="note">{t("portal.ask.note")}</p>
        </div>
        {milestones.length > 0 && (
          <div className="field">
            <label htmlFor="ask-about">{t("portal.ask.about")}</label>
            <select id="ask-about" className="line" value={about} onChange={(event) => setAbout(event.target.value)}>
              <option value="">{t("portal.ask.about.none")}</option>
              {milestones.map(({ task, name }) => (
                <option key={task} value={task}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <Known text={text} questions={project.questions} />
        <p className="acts">
          <button className="btn go" disabled={asking.isPending}>
            {t("portal.ask.send")}
          </button>
        </p>
        {asking.error && <Notice problem={asking.error} />}
      </form>
      {project.questions.length > FEW && (
        <div className="field">
          <label htmlFor="asked-before">{t("portal.ask.find")}</label>
          <input id="asked-before" type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
        </div>
      )}
      {shown.length === 0 && project.questions.length > 0 && <p className="i2" role="status">{t("portal.ask.find.none")}</p>}
      <ul className="questions">
        {shown.map(({ id, text: question, asked, answer, answered, facts }) => (
          <li key={id} id={keyOf({ kind: "answer", ref: id })}>
            <p>
              <b>{question}</b> <span className="lab">{asked.name}, {dates.day(asked.at)}</span>
            </p>
            <p className={answer ? "i2" : "c-wait"}>
              {answer ?? t("portal.open")} {answered && <span className="lab">{answered.name}, {dates.day(answered.at)}</span>}
            </p>
            <ClientFactList facts={facts} zone={project.update?.facts.zone ?? "UTC"} linked />
            <button className="btn bare" type="button" disabled={wishing.isPending} onClick={() => wishing.mutate({ question: id, wish: question }, { onSuccess: () => say(t("changes.wish.said")) })}>
              {t("changes.wish.fromQuestion")}
              <span className="sr"> {question}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
