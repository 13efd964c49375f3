import { Link } from "@tanstack/react-router";
import type { Project } from "../api/types";
import { Rich, useWords } from "../words/words";

/// That a plan only tries something out, of which it is, and the way to what comes of it.
export function DraftBanner({ id, draft }: { id: string; draft: NonNullable<Project["draft"]> }) {
  const { t } = useWords();
  return (
    <section className="drafted" aria-label={t("drafts.this")}>
      <p>
        <Rich>{t("drafts.banner", { name: draft.name })}</Rich>
      </p>
      <Link className="btn go" to="/projects/$project/drafts/$draft" params={{ project: draft.project, draft: id }}>
        {t("drafts.compare")}
      </Link>
      <Link className="btn" to="/projects/$project" params={{ project: draft.project }}>
        {t("drafts.back")}
      </Link>
    </section>
  );
}
