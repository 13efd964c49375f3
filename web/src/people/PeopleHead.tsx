import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { absenceRequestsQuery, requestsQuery, sheetsQuery } from "../api/queries";
import { PageHead } from "../ui/PageHead";
import { useWords } from "../words/words";

/// The head of the pages about all people: who there is, what they are booked for, and what is asked of them.
export function PeopleHead({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const asked = useQuery(requestsQuery).data?.filter(({ state }) => state === "open").length ?? 0;
  const absences = useQuery(absenceRequestsQuery).data?.filter(({ mayGrant }) => mayGrant).length ?? 0;
  const open = asked + absences + (useQuery(sheetsQuery).data?.waiting.length ?? 0);
  return (
    <PageHead
      title={t("people.title")}
      tabs={[
        { to: "/people", name: t("people.tab.list") },
        { to: "/people/load", name: t("people.tab.load") },
        { to: "/people/requests", name: open ? t("people.tab.requestsOpen", { open }) : t("people.tab.requests") },
      ]}
    >
      {children}
    </PageHead>
  );
}
