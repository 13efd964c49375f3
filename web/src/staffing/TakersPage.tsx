import { useQuery, keepPreviousData } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { accountableQuery, candidatesQuery, choicesQuery, staffingQuery } from "../api/queries";
import type { Candidate, Candidates } from "../api/types";
import { useCan } from "../identity/session";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { Notice, Waiting } from "../ui/states";
import { Rich, useWords } from "../words/words";
import "../people/people.css";
import { ChoosePart } from "./ChoosePart";
import { Mark } from "./Findings";
import { OutsidePart } from "./OutsidePart";
import { StaffingHead } from "./StaffingHead";
import { Certificates, Sides, Time } from "./Taker";
import "./staffing.css";
import { groupOf, KINDS, queryOf, type Sifting } from "./takers";
import { useAssessmentWords } from "./words";

/// Who of the company's own people takes a project.
export default function TakersPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  const can = useCan();
  const staffing = useQuery(staffingQuery(project));
  const [sifting, setSifting] = useState<Sifting>({ share: "50" });
  const found = useQuery({ ...candidatesQuery(project, queryOf(sifting)), placeholderData: keepPreviousData });
  return (
    <>
      <StaffingHead project={project} />
      {found.data && <Sentence found={found.data} />}
      {staffing.data && !staffing.data.assessment && <p className="lab c-risk pad">▲ {t("takers.assessFirst")}</p>}
      <Today project={project} />
      <Sieve sifting={sifting} change={setSifting} kind={found.data?.kind} />
      {found.error ? <Notice problem={found.error} again={() => void found.refetch()} /> : found.data ? <List project={project} found={found.data} /> : <Waiting />}
      {can("staffing.edit") && <OutsidePart sifting={sifting} />}
    </>
  );
}

function Sentence({ found }: { found: Candidates }) {
  const { t } = useWords();
  const dates = useDates();
  const fit = found.items.filter((each) => each.fit.whole);
  const values = { to: dates.dayLong(found.to), fit: fit.length, free: fit.filter(({ missing }) => missing === 0).length };
  return (
    <p className="say">
      <Rich>{t("takers.question", values)}</Rich>
    </p>
  );
}

/// Who answers for the project today, and who was chosen.
function Today({ project }: { project: string }) {
  const { t } = useWords();
  const dates = useDates();
  const held = useQuery(accountableQuery(project)).data?.filter(({ until }) => !until) ?? [];
  const choice = useQuery(choicesQuery(project)).data?.[0];
  const help = (what: string, helper?: string) => (helper ? t("takers.chosen.with", { what, helper }) : `· ${what}`);
  const who = (part: string) => held.find((each) => each.part === part)?.name;
  return (
    <dl className="pairs today">
      {(["manager", "acting", "deputy"] as const).map((part) => (
        <div key={part} className="pair">
          <dt>{t(`takers.now.${part}`)}</dt>
          <dd>{who(part) ?? <span className="i3">{t("takers.now.nobody")}</span>}</dd>
        </div>
      ))}
      {choice && (
        <div className="pair">
          <dt>{t("takers.chosen")}</dt>
          <dd>
            {t("takers.chosen.by", { name: choice.personName, author: choice.author.name, at: dates.moment(choice.at) })}
            {choice.mitigation && choice.mitigation !== "none" && (
              <span className="i2">
                {" "}
                {help(t(`takers.mitigation.${choice.mitigation}` as "takers.mitigation.mentor"), choice.helperName)}
              </span>
            )}
            {choice.reason && <span className="i2"> {choice.reason}</span>}
          </dd>
        </div>
      )}
      {!who("manager") && !who("acting") && <p className="c-risk wide">▲ {t("takers.now.missing")}</p>}
    </dl>
  );
}

function Sieve({ sifting, change, kind }: { sifting: Sifting; change: (sifting: Sifting) => void; kind?: string }) {
  const { t } = useWords();
  const can = useCan();
  const words = useAssessmentWords();
  const field = (name: keyof Sifting, label: string, number?: boolean) => (
    <TextField label={label} type={number ? "number" : "search"} min={0} value={sifting[name] ?? ""} onChange={(event) => change({ ...sifting, [name]: event.target.value })} />
  );
  return (
    <div className="sift takers-sift" role="search">
      <ChoiceField label={t("takers.kind")} value={sifting.kind ?? kind ?? KINDS[0]} onChange={(event) => change({ ...sifting, kind: event.target.value })}>
        {KINDS.map((each) => (
          <option key={each} value={each}>
            {words.kind(each)}
          </option>
        ))}
      </ChoiceField>
      <ChoiceField label={t("takers.share")} value={sifting.share} onChange={(event) => change({ ...sifting, share: event.target.value })}>
        {["20", "50", "80", "100"].map((each) => (
          <option key={each} value={each}>
            {each} %
          </option>
        ))}
      </ChoiceField>
      {field("skill", t("takers.skill"))}
      {field("field", t("takers.field"))}
      {field("certificate", t("takers.certificate"))}
      {field("free", t("takers.free"), true)}
      {can("rates.see") && field("rate", t("takers.rate"), true)}
    </div>
  );
}

function List({ project, found }: { project: string; found: Candidates }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<string>();
  if (found.items.length === 0) return <p className="i2 pad">{t("takers.none")}</p>;
  const others = found.items.filter((each) => groupOf(each) === "other");
  // Whoever was searched for is shown, also if nobody is near.
  const shown = all || others.length === found.items.length;
  const groups = (["fits", "near", "other", "freelance"] as const).map((group) => ({ group, people: found.items.filter((each) => groupOf(each) === group) }));
  return (
    <div className="takers">
      {groups.map(({ group, people }) =>
        people.length === 0 || (group === "other" && !shown) ? null : (
          <section key={group} aria-labelledby={`takers-${group}`}>
            <h2 id={`takers-${group}`}>{t(`takers.group.${group}`)}</h2>
            <ul>
              {people.map((each) => (
                <Taker key={each.person} candidate={each} found={found} project={project} open={open === each.person}
                  toggle={() => setOpen(open === each.person ? undefined : each.person)} />
              ))}
            </ul>
          </section>
        ),
      )}
      <p className="nt i3">{t("takers.legend")}</p>
      {!shown && others.length > 0 && (
        <button className="lnk" type="button" onClick={() => setAll(true)}>
          {t("takers.show.other", { count: others.length })}
        </button>
      )}
    </div>
  );
}

function Vetted({ vetting }: { vetting: Candidate["vetting"] }) {
  const { t } = useWords();
  const dates = useDates();
  if (!vetting) return <p className="lab c-risk">▲ {t("takers.vetted.not")}</p>;
  return (
    <p className="lab">
      <Mark finding={vetting.finding} /> {t("takers.vetted", { by: vetting.by, at: dates.moment(vetting.at), how: vetting.how })}
    </p>
  );
}

function Taker({ candidate, found, project, open, toggle }: { candidate: Candidate; found: Candidates; project: string; open: boolean; toggle: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const words = useAssessmentWords();
  const kinds = candidate.kinds.map((kind) => words.then(kind));
  return (
    <li className={open ? "taker open" : "taker"}>
      <div>
        <h3>{candidate.name}</h3>
        <p className="i2">{kinds.length ? t("takers.is", { kinds: words.list(kinds) }) : t("takers.isNone")}</p>
        <p className="lab">
          {candidate.fields.join(", ")}
          {candidate.rate && ` · ${words.money(candidate.rate)}/h`}
          {candidate.leadDays !== undefined && ` · ${t("takers.lead", { days: candidate.leadDays })}`}
        </p>
        {candidate.freelance && <Vetted vetting={candidate.vetting} />}
        <Certificates of={candidate.certificates} />
      </div>
      <Sides fit={candidate.fit} />
      <Time candidate={candidate} share={found.share} />
      <div className="acts">
        {can("staffing.edit") && (
          <button className="btn" type="button" aria-expanded={open} aria-label={t("takers.chooseOf", { name: candidate.name })} onClick={toggle}>
            {t("takers.choose")}
          </button>
        )}
      </div>
      {open && <ChoosePart project={project} candidate={candidate} found={found} done={toggle} />}
    </li>
  );
}
