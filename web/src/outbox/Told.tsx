import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { noticesQuery } from "../api/queries";
import { useWords } from "../words/words";
import "./outbox.css";

/// How much is new for me, in the masthead; nothing where nothing is.
export function Told() {
  const { t } = useWords();
  const unseen = useQuery(noticesQuery).data?.unseen ?? 0;
  if (unseen === 0) return null;
  return (
    <Link className="told" to="/notices">
      <b>{unseen}</b> {t("notices.new", { count: unseen })}
    </Link>
  );
}
