import { useQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { HistoryProgress as Step } from "../api/types";
import { useWords } from "../words/words";

/// Soon enough that a person sees it move.
const AGAIN = 700;

/// How far the server has come with a file that it reads or takes; a million rows take minutes.
export function HistoryProgress() {
  const { t } = useWords();
  const asked = useQuery({
    queryKey: ["history-progress"],
    queryFn: ({ signal }) => get<Step>("/api/history-imports/progress", signal),
    refetchInterval: AGAIN,
    staleTime: 0,
    gcTime: 0,
  });
  const { doing, rows = 0, of } = asked.data ?? {};
  const text = doing === "taking" && of != null ? t("historyImport.progress.taking", { rows, of }) : t("historyImport.progress.reading", { rows });
  return (
    <p className="i2" role="status">
      <progress aria-label={text} max={of ?? undefined} value={of == null ? undefined : rows} /> {text}
    </p>
  );
}
