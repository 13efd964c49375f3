import { Link } from "@tanstack/react-router";
import { useWords } from "../words/words";
import { PageHead } from "./PageHead";
import { Empty } from "./states";

export function NotFound() {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t("app.notFound.head")} />
      <Empty
        title={t("app.notFound")}
        acts={
          <Link className="btn go" to="/">
            {t("app.notFound.act")}
          </Link>
        }
      >
        {t("app.notFound.detail")}
      </Empty>
    </>
  );
}
