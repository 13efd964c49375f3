import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { get } from "../api/client";
import type { Project } from "../api/types";
import { planApi } from "./planApi";
import { PlanDesk } from "./PlanDesk";
import { VIEWS, type View } from "./PlanHead";

/// One project: its plan as a chart, a list or a calendar.
export default function PlanPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const search = useSearch({ strict: false }) as { view?: string; task?: string };
  const navigate = useNavigate();
  const api = useMemo(() => planApi(project), [project]);
  const { data } = useQuery({
    queryKey: ["projects", project],
    queryFn: ({ signal }) => get<Project>(`/api/projects/${project}`, signal),
  });
  const view = VIEWS.find((each) => each === search.view) ?? "plan";
  const show = (next: { view?: View; task?: string }) =>
    void navigate({
      to: ".",
      search: { ...(next.view && next.view !== "plan" ? { view: next.view } : {}), ...(next.task ? { task: next.task } : {}) } as never,
      replace: true,
    });
  return (
    <PlanDesk
      key={project}
      project={project}
      api={api}
      client={data?.client?.name}
      draft={data?.draft}
      view={view}
      setView={(next) => show({ view: next, task: search.task })}
      opened={search.task}
      open={(task) => show({ view, task })}
    />
  );
}
