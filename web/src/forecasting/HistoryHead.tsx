import type { ReactNode } from "react";
import { PageHead } from "../ui/PageHead";
import { useWords } from "../words/words";

/// The head of the pages about past work.
export function HistoryHead({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  return (
    <PageHead title={t("history.title")} tabs={[{ to: "/history", name: t("history.tab.work") }, { to: "/history/reliability", name: t("history.tab.reliability") }]}>
      {children}
    </PageHead>
  );
}
