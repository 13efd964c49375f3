import { useQuery } from "@tanstack/react-query";
import { absenceEffectQuery, projectsQuery } from "../api/queries";
import { lastMoment, useDates } from "../ui/dates";
import { useWords } from "../words/words";

/// What it does to dates if somebody is away, project by project; tried out, not kept.
export function AbsenceEffect({ person, from, to }: { person: string; from: string; to: string }) {
  const { t } = useWords();
  const dates = useDates();
  const projects = useQuery(projectsQuery).data ?? [];
  const asked = useQuery(absenceEffectQuery(person, from, to));
  const effect = asked.data;
  if (!effect) return asked.error ? null : <p className="lab" role="status">{t("absence.effect.asking")}</p>;
  if (effect.projects.length === 0 && effect.others === 0) return <p className="i2">{t("absence.effect.none")}</p>;
  return (
    <ul className="absence-effect" aria-label={t("absence.effect")}>
      {effect.projects.map((each) => {
        const day = (at: string) => dates.weekdayDay(lastMoment(at));
        const moves = day(each.was) !== day(each.then);
        return (
          <li key={each.project} className={each.promises.length > 0 ? "effect late" : "effect"}>
            <b>{projects.find(({ id }) => id === each.project)?.name ?? t("person.bookings.aProject")}</b>{" "}
            {moves ? t("absence.effect.finish", { then: day(each.then), was: day(each.was) }) : t("absence.effect.finish.same", { was: day(each.was) })}{" "}
            {t("absence.effect.tasks", { count: each.tasks.length, names: each.tasks.slice(0, 3).join(", "), more: Math.max(0, each.tasks.length - 3) })}
            {each.promises.map((promise) => (
              <p key={promise.name + promise.by} className="c-late">
                ▲ {t("absence.effect.promise", { name: promise.name, by: day(promise.by), then: day(promise.then) })}
              </p>
            ))}
          </li>
        );
      })}
      {effect.others > 0 && <li className="i2">{t("absence.effect.others", { others: effect.others })}</li>}
    </ul>
  );
}
