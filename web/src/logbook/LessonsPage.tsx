import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { logSearchQuery } from "../api/queries";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { KINDS, type Kind } from "./entries";
import "../forecasting/promises.css";
import "./logbook.css";

/// What was decided and learnt in all projects, by its words.
export default function LessonsPage() {
  const { t } = useWords();
  const [kind, setKind] = useState<Kind | "">("lesson");
  const [typed, setTyped] = useState("");
  const [words, setWords] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed), 250);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <>
      <PageHead title={t("lessons.title")} />
      <div className="log-sift top">
        <span className="seg" role="group" aria-label={t("log.kind")}>
          <button type="button" aria-pressed={kind === ""} onClick={() => setKind("")}>{t("log.all")}</button>
          {KINDS.map((each) => (
            <button key={each} type="button" aria-pressed={kind === each} onClick={() => setKind(each)}>{t(`log.kinds.${each}`)}</button>
          ))}
        </span>
        <input className="line" type="search" maxLength={200} aria-label={t("log.search")} placeholder={t("log.search")} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </div>
      <Asked of={useQuery(logSearchQuery(words, kind))}>{(found) => <FoundList found={found} words={words} />}</Asked>
    </>
  );
}

function FoundList({ found, words }: { found: import("../api/types").LogFound[]; words: string }) {
  const { t } = useWords();
  const dates = useDates();
  if (found.length === 0) return <p className="narrow i2">{words.trim() ? t("log.noMatch") : t("lessons.none")}</p>;
  return (
    <div className="promises">
      <ul className="standing">
        {found.map(({ entry, projectName }) => (
          <li key={entry.id}>
            <div className="what">
              <p className="lab">{t(`log.kind.${entry.kind}`, { number: entry.number })} · {entry.kind === "decision" ? t("log.decided", { who: entry.who ?? "", day: entry.day ? dates.day(entry.day) : "" }) : t("log.written", { name: entry.made.name, day: dates.day(entry.made.at) })}</p>
              <h2>{entry.title}</h2>
              {entry.text && <p className="i2 words">{entry.text}</p>}
              {entry.outcome && <p className="words">{entry.outcome}</p>}
            </div>
            <div className="stands">
              <p><Link className="lnk" to="/projects/$project/log" params={{ project: entry.project }}>{projectName}</Link></p>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
