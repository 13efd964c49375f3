import { AdminHead } from "../identity/AdminHead";
import { useWords } from "../words/words";
import { HooksPart } from "./HooksPart";

/// Webhooks of the whole company.
export default function HooksPage() {
  const { t } = useWords();
  return (
    <>
      <AdminHead />
      <p className="i2">{t("hooks.company.detail")}</p>
      <HooksPart />
    </>
  );
}
