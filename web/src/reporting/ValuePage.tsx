import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { valueQuery } from "../api/queries";
import type { ValueReport } from "../api/types";
import { useSession } from "../identity/session";
import { lastMoment, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { Rich, useWords } from "../words/words";
import "./value.css";

/// What managing projects was good for: what was kept, what was seen in time, what was taken; each with before, after and
/// what became of it.
export default function ValuePage() {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const asked = useQuery(valueQuery);
  const since = asked.data?.since;
  return (
    <>
      <PageHead title={t("value.title")} sub={since && t("value.since", { day: dates.day(since) })} />
      <Asked of={asked}>{(value) => <Shown value={value} />}</Asked>
    </>
  );
}

function Shown({ value: { kept, caught, taken } }: { value: ValueReport }) {
  const { t } = useWords();
  const good = kept.filter(({ state }) => state === "kept").length;
  const averted = caught.filter(({ became }) => became === "averted").length;
  const holding = taken.filter(({ became }) => became === "holds").length;
  return (
    <>
      <p className="say">
        <Rich>{t("value.says", { kept: good, due: kept.length, averted, caught: caught.length, holding, taken: taken.length })}</Rich>
      </p>
      <div className="value">
        <Part name="kept" count={kept.length}>
          {kept.map((each) => (
            <Kept key={`${each.project.id} ${each.task ?? ""}`} of={each} />
          ))}
        </Part>
        <Part name="caught" count={caught.length}>
          {caught.map((each) => (
            <Caught key={`${each.project.id} ${each.task} ${each.at}`} of={each} />
          ))}
        </Part>
        <Part name="taken" count={taken.length}>
          {taken.map((each) => (
            <Taken key={`${each.project.id} ${each.at}`} of={each} />
          ))}
        </Part>
      </div>
    </>
  );
}

function Part({ name, count, children }: { name: "kept" | "caught" | "taken"; count: number; children: ReactNode }) {
  const { t } = useWords();
  return (
    <section aria-labelledby={`value-${name}`}>
      <header>
        <h2 id={`value-${name}`}>
          {t(`value.${name}`)} <span className="i3">{count}</span>
        </h2>
        <p className="lab">{t(`value.${name}.method`)}</p>
      </header>
      {count === 0 ? <p className="i2">{t(`value.${name}.none`)}</p> : <ul>{children}</ul>}
    </section>
  );
}

/// One thing: what it is at the left, before and after in the middle, what became of it at the right.
function Row({ project, what, about, was, now, label, became, tone }: {
  project: ValueReport["kept"][number]["project"];
  what: string;
  about: ReactNode;
  was: string;
  now: string;
  label: string;
  became: string;
  tone?: string;
}) {
  return (
    <li>
      <div>
        <p className="what">{what}</p>
        <p className="lab">
          <Link to="/projects/$project" params={{ project: project.id }}>
            {project.name}
          </Link>{" "}
          · {about}
        </p>
      </div>
      <p className="shift">
        {was !== now && <s>{was}</s>} <b>{now}</b>
        <span className="lab">{label}</span>
      </p>
      <p className={tone ?? "i2"}>{became}</p>
    </li>
  );
}

function Kept({ of }: { of: ValueReport["kept"][number] }) {
  const { t } = useWords();
  const dates = useDates(of.project.zone);
  const by = dates.day(lastMoment(of.by));
  return (
    <Row
      project={of.project}
      what={of.name}
      about={of.to ? t("value.kept.to", { whom: of.to, day: by }) : t("value.kept.by", { day: by })}
      was={dates.day(lastMoment(of.first))}
      now={of.finished ? dates.day(lastMoment(of.finished)) : "–"}
      label={t(of.finished ? "value.kept.done" : "value.kept.undone")}
      became={t(`value.kept.${of.state === "kept" ? "kept" : of.finished ? "late" : "over"}`, { moved: of.moved })}
      tone={of.state === "kept" ? undefined : "c-late"}
    />
  );
}

function Caught({ of }: { of: ValueReport["caught"][number] }) {
  const { t } = useWords();
  const dates = useDates(of.project.zone);
  return (
    <Row
      project={of.project}
      what={of.what}
      about={t("value.caught.told", { task: of.name, name: of.by, day: dates.day(of.at) })}
      was={dates.day(lastMoment(of.before))}
      now={dates.day(lastMoment(of.after))}
      label={t(of.promised ? "value.caught.promised" : "value.caught.planned", { day: dates.day(lastMoment(of.date)) })}
      became={`${t(`value.caught.${of.became}`)}${of.done ? ` ${of.done}` : ""}`}
      tone={of.became === "came" ? "c-late" : of.became === "open" ? "c-wait" : undefined}
    />
  );
}

function Taken({ of }: { of: ValueReport["taken"][number] }) {
  const { t } = useWords();
  const dates = useDates(of.project.zone);
  return (
    <Row
      project={of.project}
      what={t("value.taken.what", { day: dates.day(of.at) })}
      about={t("value.taken.by", { name: of.by })}
      was={dates.moment(of.before)}
      now={dates.moment(of.after)}
      label={t("value.taken.label")}
      became={t(`value.taken.${of.became}`, { day: dates.moment(of.now) })}
      tone={of.became === "lost" || of.became === "undone" ? "i3" : undefined}
    />
  );
}
