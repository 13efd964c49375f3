import { useWords } from "../words/words";

/// What a kind of work is called: "software/test" is tests within software; what a file calls its own stays.
export function useKindWords(): (kind: string) => string {
  const { t, word } = useWords();
  return (kind) => {
    const [family, ...rest] = kind.split("/");
    const known = word(`project.kind.${family}`) ?? word(`forecast.kind.${family}`);
    if (rest.length === 0) return known ?? kind;
    const own = rest.join("/") === "waiting" ? t("forecast.kind.waiting") : rest.join("/");
    return known ? t("forecast.kind", { kind: own, family: known }) : kind;
  };
}
