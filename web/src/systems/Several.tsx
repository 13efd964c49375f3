import { useId } from "react";
import { useWords } from "../words/words";

/// Several of many: those that are chosen stand there, each with a way to take it back; others are added from a list.
export function Several({ label, all, chosen, choose }: {
  label: string;
  all: readonly { id: string; name: string }[];
  chosen: readonly string[];
  choose: (chosen: string[]) => void;
}) {
  const { t } = useWords();
  const id = useId();
  const free = all.filter((each) => !chosen.includes(each.id));
  const named = chosen.map((each) => ({ id: each, name: all.find((other) => other.id === each)?.name ?? "…" }));
  if (all.length === 0) return null;
  return (
    <div className="field several">
      <label htmlFor={id}>{label}, {t("app.optional")}</label>
      {named.length > 0 && (
        <ul>
          {named.map((each) => (
            <li key={each.id}>
              {each.name}
              <button type="button" className="lnk" aria-label={t("systems.take", { name: each.name })} onClick={() => choose(chosen.filter((other) => other !== each.id))}>✕</button>
            </li>
          ))}
        </ul>
      )}
      {free.length > 0 && (
        <select id={id} value="" onChange={(event) => choose([...chosen, event.target.value])}>
          <option value="">{t("systems.choose")}</option>
          {free.map((each) => <option key={each.id} value={each.id}>{each.name}</option>)}
        </select>
      )}
    </div>
  );
}
