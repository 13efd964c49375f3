import type { ReactNode } from "react";
import { PageHead } from "../ui/PageHead";
import { useWords } from "../words/words";
import { useCan } from "./session";

export function AdminHead({ children }: { children?: ReactNode }) {
  const { t } = useWords();
  const can = useCan();
  const tabs = [
    { to: "/administration", name: t("admin.tab.accounts"), needs: "accounts.see" },
    { to: "/administration/time", name: t("admin.tab.time"), needs: "company.administer" },
    { to: "/administration/company", name: t("admin.tab.company"), needs: "company.administer" },
    { to: "/administration/hooks", name: t("admin.tab.hooks"), needs: "company.administer" },
    { to: "/administration/audit", name: t("admin.tab.audit"), needs: "audit.see" },
  ];
  return (
    <PageHead title={t("nav.administration")} tabs={tabs.filter((tab) => can(tab.needs))}>
      {children}
    </PageHead>
  );
}
