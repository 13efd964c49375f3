import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { incrementQuery, incrementsQuery } from "../api/queries";
import type { Increment, IncrementDetail, IncrementList } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { BurnUp } from "./BurnUp";
import { CapacityTable } from "./CapacityTable";
import { ScopePart } from "./ScopePart";
import "../forecasting/forecasting.css";
import "./increments.css";

/// One increment: its goal, what people can do in it, what it takes on, the commitment and the review.
export default function IncrementPage() {
  const { project, increment } = useParams({ strict: false }) as { project: string; increment: string };
  const list = useQuery(incrementsQuery(project));
  return (
    <>
      <ProjectHead project={project} page="increments.title" />
      <Asked of={useQuery(incrementQuery(project, increment))}>
        {(detail) => <Asked of={list}>{(all) => <One key={detail.increment.id} project={project} detail={detail} list={all} />}</Asked>}
      </Asked>
    </>
  );
}

function One({ project, detail, list }: { project: string; detail: IncrementDetail; list: IncrementList }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates(list.zone);
  const { increment } = detail;
  const { outlook, commitment, review } = increment;
  const edit = can("plan.edit") && increment.state !== "over";
  return (
    <>
      <div className="inc-line">
        <b>{t("increment.name", { number: increment.number })}</b>
        <span className="i2">{dates.span(increment.starts, increment.ends)}</span>
        <span className="goal">{increment.goal}</span>
        <span className="away">
          <Link className="btn" to="/projects/$project/board" params={{ project }} search={{ of: increment.id }}>{t("board.title")}</Link>
        </span>
      </div>
      <p className="say" role="status">
        <Rich>
          {outlook ? t("increment.sentence", { likely: outlook.likely, tasks: increment.tasks, chance: dates.percent(outlook.all) })
            : t(increment.state === "over" ? "increment.overSentence" : "increment.empty", { done: increment.done, tasks: increment.tasks })}
        </Rich>
        {commitment && ` ${t(commitment.chance === undefined ? "increment.committedPlain" : "increment.committed", { name: commitment.name, day: dates.day(commitment.at), chance: dates.percent(commitment.chance ?? 0) })}`}
      </p>
      {edit && <Facts project={project} increment={increment} key={increment.version} />}
      {increment.tasks > 0 && <div className="inc-part"><BurnUp detail={detail} dates={dates} file={`increment-${increment.number}`} level={2} /></div>}
      {increment.state !== "over" && <ScopePart project={project} detail={detail} edit={edit} zone={list.zone} />}
      <CapacityTable detail={detail} />
      {review && (
        <section className="inc-part" aria-labelledby="review">
          <h2 id="review">{t("increment.review")}</h2>
          <p className="lab">{review.name}, {dates.moment(review.at)}</p>
          {review.text && <p className="text">{review.text}</p>}
          {review.learnt && <p className="text"><b>{t("increment.learnt")}</b> {review.learnt}</p>}
        </section>
      )}
      {edit && commitment && <Review project={project} increment={increment} list={list} />}
    </>
  );
}

function Facts({ project, increment }: { project: string; increment: Increment }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const path = `/api/projects/${project}/increments/${increment.id}`;
  const [goal, setGoal] = useState(increment.goal);
  const [starts, setStarts] = useState(increment.starts);
  const [ends, setEnds] = useState(increment.ends);
  const changing = useDoing(() => send("PUT", path, { goal, starts, ends }, increment.version), "increments");
  const committing = useDoing(() => send("POST", `${path}/commitment`, undefined, increment.version), "increments", "board");
  const removing = useDoing(() => send("DELETE", path, undefined, increment.version), "increments", "board");
  const changed = goal !== increment.goal || starts !== increment.starts || ends !== increment.ends;
  const failed = changing.error ?? committing.error ?? removing.error;
  return (
    <form className="inc-part" onSubmit={(event) => {
      event.preventDefault();
      void changing.mutateAsync(undefined).then(() => say(t("increment.saved")), () => undefined);
    }}>
      <div className="inc-form">
        <TextField label={t("increment.goal")} value={goal} required maxLength={300} onChange={(event) => setGoal(event.target.value)} />
        <DayField label={t("increment.starts")} value={starts} change={setStarts} />
        <DayField label={t("increment.ends")} value={ends} change={setEnds} min={starts} />
        <button className="btn" type="submit" disabled={!changed || changing.isPending}>{t("increment.save")}</button>
      </div>
      {failed && <Notice problem={failed} />}
      {!increment.commitment && (
        <p className="acts">
          <button className="btn go" type="button" disabled={increment.tasks === 0 || changed || committing.isPending}
            onClick={() => void committing.mutateAsync(undefined).then(() => say(t("increment.isCommitted")), () => undefined)}>
            {t("increment.commit", { tasks: increment.tasks })}
          </button>
          <button className="btn bare" type="button" disabled={removing.isPending}
            onClick={() => void removing.mutateAsync(undefined).then(() => navigate({ to: "/projects/$project/increments", params: { project } }), () => undefined)}>
            {t("increment.remove")}
          </button>
        </p>
      )}
    </form>
  );
}

/// What came of it and what was learnt; what isn't done goes on.
function Review({ project, increment, list }: { project: string; increment: Increment; list: IncrementList }) {
  const { t } = useWords();
  const [review, setReview] = useState("");
  const [learnt, setLearnt] = useState("");
  const next = list.items.filter(({ id, state }) => id !== increment.id && state !== "over");
  const [to, setTo] = useState(next[0]?.id ?? "");
  const left = increment.tasks - increment.done;
  const reviewing = useDoing(
    () => send("POST", `/api/projects/${project}/increments/${increment.id}/review`, { review, learnt, next: to || undefined }, increment.version),
    "increments", "board", "backlog",
  );
  const area = (id: string, label: string, value: string, set: (value: string) => void) => (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} rows={3} maxLength={4000} value={value} onChange={(event) => set(event.target.value)} />
    </div>
  );
  return (
    <section className="inc-part" aria-labelledby="review">
      <h2 id="review">{t("increment.review")}</h2>
      <form className="change" onSubmit={(event) => {
        event.preventDefault();
        void reviewing.mutateAsync(undefined).then(() => say(t("increment.isOver", { number: increment.number })), () => undefined);
      }}>
        {area("review-text", t("increment.reviewText"), review, setReview)}
        {area("review-learnt", t("increment.learnt"), learnt, setLearnt)}
        {left > 0 && (
          <ChoiceField label={t("increment.leftGo", { left })} value={to} onChange={(event) => setTo(event.target.value)}>
            {next.map(({ id, number }) => <option key={id} value={id}>{t("increment.name", { number })}</option>)}
            <option value="">{t("backlog.title")}</option>
          </ChoiceField>
        )}
        {reviewing.error && <Notice problem={reviewing.error} />}
        <p className="acts"><button className="btn go" type="submit" disabled={reviewing.isPending}>{t("increment.finish")}</button></p>
      </form>
    </section>
  );
}
