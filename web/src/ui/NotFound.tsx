import { useWords } from "../words/words";

export function NotFound() {
  const { t } = useWords();
  return (
    <main>
      <h1>{t("app.notFound")}</h1>
    </main>
  );
}
