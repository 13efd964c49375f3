import { getRouteApi } from "@tanstack/react-router";
import { useSession } from "../identity/session";
import { monday, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Empty } from "../ui/states";
import { useWords } from "../words/words";
import { workTabs } from "../work/tabs";
import { Week } from "./Week";
import "./hours.css";

const route = getRouteApi("/inside/hours");

/// The reader's own hours, a week at a time; with a person, those of somebody whose hours they tell or approve.
export default function HoursPage() {
  const { t } = useWords();
  const dates = useDates();
  const session = useSession()!;
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const person = search.person ?? session.person;
  const week = monday(search.week ?? dates.today);
  const go = (to: string) => void navigate({ search: { ...search, week: to } });
  if (!person)
    return (
      <>
        <PageHead title={t("hours.title")} />
        <Empty title={t("work.nobody")}>{t("work.nobody.detail")}</Empty>
      </>
    );
  return (
    <>
      <PageHead title={t("hours.title")} tabs={search.person ? undefined : workTabs(t)} />
      <Week key={`${person}/${week}`} person={person} week={week} own={person === session.person} go={go} />
    </>
  );
}
