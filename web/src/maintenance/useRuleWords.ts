import { useWords } from "../words/words";
import { readRule } from "./rule";

/// A rule as one says it: "each second Sunday of a month"; as it is written, where there are no words.
export function useRuleWords(): (rule: string) => string {
  const { t } = useWords();
  return (rule) => {
    const simple = readRule(rule);
    if (!simple) return rule;
    const { every, unit, days, nth, monthDay } = simple;
    const day = (each: string) => t(`due.day.${each}` as "due.day.MO");
    if (unit === "WEEKLY") return t("maintenance.rule.weekly", { every, days: days.map(day).join(", ") || "–" });
    if (unit === "DAILY") return t("maintenance.rule.daily", { every });
    if (unit === "YEARLY") return t("maintenance.rule.yearly", { every });
    if (nth !== 0) return t("maintenance.rule.nth", { every, nth, day: day(days[0]!) });
    return t("maintenance.rule.monthly", { every, day: monthDay === -1 ? "last" : monthDay });
  };
}
