import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { ownQuestionsQuery, workQuery } from "../api/queries";
import type { MyWork, OwnQuestion } from "../api/types";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty } from "../ui/states";
import { useWords } from "../words/words";
import { KeptWork } from "./Kept";
import { NextDays } from "./NextDays";
import { TaskNow } from "./TaskNow";
import { Today } from "./Today";
import { workTabs } from "./tabs";
import { chosenOf, keyOf } from "./work";
import "./work.css";

const route = getRouteApi("/inside/work");

/// What is mine today, the one thing that is next in the middle, and the days after it.
export default function WorkPage() {
  const asked = useQuery(workQuery);
  const questions = useQuery(ownQuestionsQuery).data ?? [];
  return <Asked of={asked}>{(work) => (work.person || questions.length + work.complications.length + work.mentions.length > 0 ? <Mine work={work} questions={questions} /> : <Nobody />)}</Asked>;
}

function Nobody() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t("work.title")} />
      <Empty title={t("work.nobody")}>{t("work.nobody.detail")}</Empty>
    </>
  );
}

function Mine({ work, questions }: { work: MyWork; questions: OwnQuestion[] }) {
  const { t } = useWords();
  const dates = useDates(work.zone);
  const { task: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const chosen = chosenOf(work, wanted);
  const choose = (key: string) => void navigate({ search: { task: key }, replace: true, resetScroll: false });
  const open = work.tasks.filter(({ state }) => state !== "done");
  const today = work.days.find(({ date }) => date === work.today);
  return (
    <>
      <PageHead title={dates.full(work.today)} tabs={workTabs(t)} sub={t("work.sub", { hours: dates.number(Math.round((today?.minutes ?? 0) / 6) / 10), open: open.length })}>
        <span className="sub">{t("work.zone", { zone: work.zone.replace("_", " ").replace(/^.*\//, "") })}</span>
      </PageHead>
      <h2 className="sr">{t("work.title")}</h2>
      <KeptWork zone={work.zone} />
      {questions.length + work.tasks.length + work.needs.length + work.complications.length + work.mentions.length + work.meetings.length === 0 ? (
        <Empty title={t("work.none")}>{t("work.none.detail")}</Empty>
      ) : (
        <div className="mine">
          <Today work={work} chosen={chosen && keyOf(chosen)} choose={choose} />
          {chosen ? <TaskNow key={keyOf(chosen)} work={work} task={chosen} /> : <section className="task-now" />}
          <NextDays work={work} questions={questions} chosen={chosen && keyOf(chosen)} choose={choose} />
        </div>
      )}
    </>
  );
}
