import type { Update, UpdateFacts, UpdatePay, UpdatePromise, UpdateWords } from "../api/types";
import { lastMoment, useDates, type Dates } from "../ui/dates";
import { Rich, useWords, type Words } from "../words/words";
import { keyOf } from "./facts";
import { FinishFin } from "./FinishFin";
import { daysMoved, isTold, promiseOf, type Told } from "./first";
import { movedFor } from "./forYou";

const AT_RISK = 0.75;

type ShownProps = {
  name: string;
  facts: UpdateFacts;
  words: UpdateWords;
  audience: Update["audience"];
  asked?: boolean;
  anchored?: boolean;
};

/// An update as its audience reads it: the promise first, in words and drawn, and the whole project named as such; then
/// what moved and why, what that does to them, then each promise with its chance. What is asked of them is there too,
/// unless it stands beside it.
///
/// @param anchored whether answers on the same page lead to its milestones
export function UpdateShown({ name, facts, words, audience, asked = false, anchored = false }: ShownProps) {
  const say = useWords();
  const { t } = say;
  const dates = useDates(facts.zone);
  const promise = promiseOf(facts);
  const idOf = (task: string) => (anchored ? keyOf({ kind: "milestone", ref: task }) : undefined);
  return (
    <div className="update">
      <h2 className="headline">
        <Rich>{headline(name, facts, promise, say, dates)}</Rich>
      </h2>
      <p className="lead">{below(facts, promise, say, dates)}</p>
      {facts.reckoning && (
        <p className="notice wait" role="status">
          {t("updates.reckoning")}
        </p>
      )}
      <FinishFin name={promise?.name ?? name} facts={facts} promise={promise} />
      {promise && (
        <p className="i2">
          <Rich>{whole(facts, say, dates)}</Rich>
        </p>
      )}
      {words.summary && <Said title={t("portal.summary")}>{words.summary}</Said>}
      <Moved name={name} facts={facts} words={words} />
      <ForYou facts={facts} audience={audience} asked={asked} />
      {facts.changes && <Signed changes={facts.changes} zone={facts.zone} />}
      {facts.promises.length > 0 && <Promises facts={facts} idOf={idOf} />}
      {facts.increments && <Increments increments={facts.increments} zone={facts.zone} />}
      {facts.pay && <Pay pay={facts.pay} asOf={facts.asOf} zone={facts.zone} />}
      <div className="two">
        {facts.next.length > 0 && (
          <section>
            <h3>{t("portal.next")}</h3>
            <ul className="rows">
              {facts.next.map(({ name: next, planned, task }) => (
                <li key={next + planned} id={task && !facts.promises.some((each) => each.task === task) ? idOf(task) : undefined}>
                  <span>{next}</span>
                  <b>{dates.day(lastMoment(planned))}</b>
                </li>
              ))}
            </ul>
          </section>
        )}
        {facts.doneCount > 0 && (
          <section>
            <h3>{t("portal.done")}</h3>
            <p className="i2">{t("portal.done.count", { count: facts.doneCount, since: facts.since ? dates.day(facts.since) : "none" })}</p>
            <ul className="rows">
              {facts.done.slice(0, 5).map(({ name: done, at }) => (
                <li key={done + at}>
                  <span>{done}</span>
                  <span className="i3">{dates.day(lastMoment(at))}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

function headline(name: string, { finish }: UpdateFacts, promise: UpdatePromise | undefined, { t }: Words, dates: Dates): string {
  if (promise) return t("portal.headline.promise", { name: promise.name, day: dates.full(lastMoment(promise.by)) });
  return t("portal.headline", { name, day: dates.full(lastMoment(finish.likely ?? finish.planned)) });
}

function below({ finish }: UpdateFacts, promise: UpdatePromise | undefined, { t }: Words, dates: Dates): string {
  if (promise?.chance !== undefined) {
    const values = { chance: Math.round(promise.chance * 100), likely: dates.full(lastMoment(promise.likely ?? promise.planned)) };
    return t(promise.chance >= AT_RISK ? "portal.promise.kept" : "portal.promise.risk", values);
  }
  if (promise) return t("portal.words.unknown", { day: dates.full(lastMoment(promise.planned)) });
  return t("portal.headline.detail", { planned: dates.full(lastMoment(finish.planned)) });
}

function whole({ finish }: UpdateFacts, { t }: Words, dates: Dates): string {
  if (finish.likely) return t("portal.whole.likely", { day: dates.full(lastMoment(finish.likely)) });
  return t("portal.whole.planned", { day: dates.full(lastMoment(finish.planned)) });
}

/// Of the promise first, then of the whole project: each likely date beside the one that was told last.
function Moved({ name, facts, words }: { name: string; facts: UpdateFacts; words: UpdateWords }) {
  const { t } = useWords();
  const dates = useDates(facts.zone);
  const promise = promiseOf(facts);
  const project = { ...facts.finish, name: promise ? t("portal.moved.whole") : name };
  const told = (promise ? [promise, project] : [project]).filter(isTold);
  if (told.length === 0 && !words.why && !words.doing) return null;
  return (
    <section>
      {told.length > 0 && <h3>{t("portal.moved", { day: dates.dayLong(facts.since!) })}</h3>}
      {told.map((each) => (
        <MovedTo key={each.name} of={each} dates={dates} named={!!promise} />
      ))}
      <dl className="why">
        {words.why && (
          <>
            <dt>{t("portal.why")}</dt>
            <dd>{words.why}</dd>
          </>
        )}
        {words.doing && (
          <>
            <dt>{t("portal.doing")}</dt>
            <dd>{words.doing}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

function MovedTo({ of, dates, named }: { of: Told & { name: string }; dates: Dates; named: boolean }) {
  const { t } = useWords();
  const days = daysMoved(of, dates);
  return (
    <p className="moved">
      {days !== 0 && <s>{dates.day(lastMoment(of.likelyWas))}</s>} <b>{dates.dayLong(lastMoment(of.likely))}</b>{" "}
      <span>
        {named && `${of.name}: `}
        {days === 0 ? t("portal.moved.still") : t(days > 0 ? "portal.moved.later" : "portal.moved.earlier", { days: Math.abs(days) })}
      </span>
    </p>
  );
}

/// Which of their own dates moved, and what they bring; of officials, what they decide and what the client owes.
function ForYou({ facts, audience, asked }: { facts: UpdateFacts; audience: Update["audience"]; asked: boolean }) {
  const { t } = useWords();
  const dates = useDates(facts.zone);
  const moved = movedFor(audience, facts, dates);
  const brings = audience === "client" && asked ? facts.asked : [];
  const owed = audience === "official" ? facts.asked.filter(({ overdue }) => overdue) : [];
  const decisions = audience === "official" ? (facts.decisions ?? []) : [];
  if (moved.length + brings.length + owed.length + decisions.length === 0) return null;
  return (
    <section>
      <h3>{t("portal.forYou")}</h3>
      <ul className="for-you">
        {decisions.map(({ kind, what, day, who }) => (
          <li key={kind + what}>
            <Rich>{t(`portal.forYou.decide.${kind}` as "portal.forYou.decide.need", { what: who ? `${what} (${who})` : what, day: day ? dates.day(day) : "none" })}</Rich>
          </li>
        ))}
        {moved.map(({ task, name, likelyWas, likely, by, chance }) => (
          <li key={task}>
            <Rich>{t(`portal.forYou.moved.${audience as "client"}`, { name, was: dates.day(lastMoment(likelyWas)), now: dates.day(lastMoment(likely)), by: dates.day(lastMoment(by)), within: likely <= by ? "yes" : "no", chance: Math.round((chance ?? 0) * 100) })}</Rich>
          </li>
        ))}
        {brings.map(({ need, what, due }) => (
          <li key={need}>{t("portal.forYou.brings", { what, day: due ? dates.day(due) : "none" })}</li>
        ))}
        {owed.map(({ need, what, due }) => (
          <li key={need}>{t("portal.forYou.owes", { what, day: dates.day(due!) })}</li>
        ))}
      </ul>
    </section>
  );
}

/// What the client signed since they were told last.
function Signed({ changes, zone }: { changes: NonNullable<UpdateFacts["changes"]>; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  return (
    <section>
      <h3>{t("portal.changes")}</h3>
      <ul className="rows">
        {changes.map(({ title, name, at }) => (
          <li key={title + at}>
            <b>{title}</b>
            <span className="i2">{t("changes.signed", { name, at: dates.moment(at) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ title, children }: { title: string; children: string }) {
  return (
    <section>
      <h3>{title}</h3>
      <p className="said">{children}</p>
    </section>
  );
}

function Promises({ facts, idOf }: { facts: UpdateFacts; idOf: (task: string) => string | undefined }) {
  const { t } = useWords();
  const dates = useDates(facts.zone);
  return (
    <section>
      <h3>{t("portal.promises")}</h3>
      <table className="tbl flush stack promises">
        <thead>
          <tr>
            <th scope="col">{t("portal.what")}</th>
            <th scope="col">{t("portal.col.promised")}</th>
            <th scope="col">{t("portal.col.likely")}</th>
            <th scope="col">{t("portal.col.words")}</th>
          </tr>
        </thead>
        <tbody>
          {facts.promises.map((promise) => (
            <tr key={promise.task} id={idOf(promise.task)} className={promise.kept ? "kept" : ""}>
              <th scope="row">{promise.name}</th>
              <td data-label={t("portal.col.promised")}>{dates.day(lastMoment(promise.by))}</td>
              <td data-label={t("portal.col.likely")}>
                {promise.likelyWas && promise.likely && dates.day(lastMoment(promise.likelyWas)) !== dates.day(lastMoment(promise.likely)) && <s>{dates.day(lastMoment(promise.likelyWas))}</s>}{" "}
                <b>{dates.day(lastMoment(promise.kept ?? promise.likely ?? promise.planned))}</b>
              </td>
              <td>
                <InWords promise={promise} dates={dates} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/// What is worked on now and next, in plain words: a goal, its days, and what is in it.
function Increments({ increments, zone }: { increments: NonNullable<UpdateFacts["increments"]>; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  return (
    <section>
      <h3>{t("portal.increments")}</h3>
      {increments.map(({ number, goal, starts, ends, items, count, doneCount, result }) => (
        <div key={number} className="told-increment">
          <p>
            <b>{goal}</b> <span className="i2">{t("portal.increment.days", { from: dates.day(starts), to: dates.day(ends), done: doneCount, count })}</span>
          </p>
          {result && <p className="said">{result}</p>}
          <ul>
            {items.map(({ name, done }, i) => (
              <li key={i} className={done ? "i3" : undefined}>
                {name} {done && t("portal.increment.done")}
              </li>
            ))}
            {count > items.length && <li className="i3">{t("portal.increment.more", { count: count - items.length })}</li>}
          </ul>
        </div>
      ))}
    </section>
  );
}

/// What the client pays, as it was when the update was made.
function Pay({ pay: { kind, amount, billed, paid, parts }, asOf, zone }: { pay: UpdatePay; asOf: string; zone: string }) {
  const { t } = useWords();
  const dates = useDates(zone);
  const money = ({ minor, currency }: { minor: number; currency: string }) => dates.money(minor, currency);
  const sum = (all: typeof billed) => all.map(money).join(" + ");
  return (
    <section>
      <h3>{t("portal.pay")}</h3>
      <p className="i2">
        {kind && <b>{t(`portal.pay.${kind}` as "portal.pay.fixedPrice")}{amount && `: ${money(amount)}`}</b>}
        {kind && " · "}
        {t("portal.pay.sums", { billed: sum(billed) || "–", paid: sum(paid) || "–", day: dates.day(asOf) })}
      </p>
      {parts.length > 0 && (
        <table className="tbl flush stack">
          <thead>
            <tr>
              <th scope="col">{t("portal.pay.part")}</th>
              <th scope="col" className="num">{t("portal.pay.amount")}</th>
              <th scope="col">{t("portal.pay.state")}</th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, amount: part, state, day }, i) => (
              <tr key={i}>
                <th scope="row">{name}</th>
                <td className="num" data-label={t("portal.pay.amount")}>{money(part)}</td>
                <td data-label={t("portal.pay.state")}>{t("portal.pay.is", { state, day: day ? dates.day(day) : "none" })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function InWords({ promise: { by, kept, chance, planned }, dates }: { promise: UpdatePromise; dates: Dates }) {
  const { t } = useWords();
  if (kept) return t(kept <= by ? "portal.words.kept" : "portal.words.late", { day: dates.day(lastMoment(kept)) });
  if (chance === undefined) return t("portal.words.unknown", { day: dates.day(lastMoment(planned)) });
  const values = { chance: Math.round(chance * 100) };
  if (chance >= AT_RISK) return t("portal.words.asPromised", values);
  return (
    <span className={chance < 0.2 ? "c-late" : "c-risk"}>
      ▲ <Rich>{t("portal.words.risk", values)}</Rich>
    </span>
  );
}
