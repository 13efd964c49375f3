import type { Promised } from "../api/types";
import type { Dates } from "../ui/dates";
import { useWords } from "../words/words";

/// How a promise stands, in a word, with its chance where that says more; a shape beside each colour.
export function PromiseState({ state, chance, dates }: { state: Promised["state"]; chance?: number; dates: Dates }) {
  const { t } = useWords();
  const share = chance === undefined ? "" : dates.percent(chance);
  if (state === "broken") return <b className="c-late">{t("promises.state.broken")}</b>;
  if (state === "atRisk") return <b className={chance !== undefined && chance < 0.2 ? "c-late" : "c-risk"}>{"▲\u00a0"}{t("promises.state.atRisk", { chance: share })}</b>;
  if (state === "holds") return <span>{t("promises.state.holds", { chance: share })}</span>;
  return <span className="i2">{t(`promises.state.${state}`)}</span>;
}
