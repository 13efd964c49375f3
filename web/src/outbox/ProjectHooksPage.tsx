import { useParams } from "@tanstack/react-router";
import { ProjectHead } from "../forecasting/ProjectHead";
import { HooksPart } from "./HooksPart";

/// Webhooks of one project.
export default function ProjectHooksPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  return (
    <>
      <ProjectHead project={project} page="hooks.title" />
      <HooksPart project={project} />
    </>
  );
}
