import { useWords } from "../words/words";

export default function PlanPage() {
  const { t } = useWords();
  return <p>{t("app.loading")}</p>;
}
