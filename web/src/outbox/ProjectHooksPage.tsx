import { useParams } from "@tanstack/react-router";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useWords } from "../words/words";
import { HooksPart } from "./HooksPart";

/// Webhooks of one project.
export default function ProjectHooksPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  return (
    <>
      <ProjectHead project={project} page="hooks.title" />
      <p className="i2">{t("hooks.project.detail")}</p>
      <HooksPart project={project} />
    </>
  );
}
