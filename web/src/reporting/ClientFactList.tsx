import type { ClientFact } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { keyOf } from "./facts";

/// How a fact is said: what it is, and of which moment.
export function useFactWords(zone: string) {
  const { t } = useWords();
  const dates = useDates(zone);
  const day = (at: string | undefined) => (at ? dates.day(lastMoment(at)) : "");
  return ({ kind, name, state, day: on, asOf }: ClientFact) => {
    const is = kind === "milestone" && state ? t(`fact.milestone.${state as "promised"}`, { day: day(on) }) : kind === "deliverable" && state ? t(`fact.deliverable.${state as "open"}`) : "";
    return { name: name ?? "", about: [t(`fact.kind.${kind}`), is, asOf && t("fact.asOf", { day: dates.day(asOf) })].filter(Boolean).join(" · ") };
  };
}

/// What an answer leads to.
///
/// @param linked whether the facts stand on this page
export function ClientFactList({ facts, zone, linked }: { facts: readonly ClientFact[]; zone: string; linked?: boolean }) {
  const { t } = useWords();
  const say = useFactWords(zone);
  if (facts.length === 0) return null;
  return (
    <ul className="client-facts" aria-label={t("fact.leads")}>
      {facts.map((fact, i) => {
        const { name, about } = say(fact);
        return (
          <li key={fact.ref ?? i}>
            {fact.ref === undefined ? (
              <span className="i3">{t("fact.gone", { kind: t(`fact.kind.${fact.kind}`) })}</span>
            ) : (
              <>
                {linked ? (
                  <a className="lnk" href={`#${encodeURIComponent(keyOf(fact))}`}>
                    {name}
                  </a>
                ) : (
                  <span>{name}</span>
                )}{" "}
                <span className="lab">{about}</span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
