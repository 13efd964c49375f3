import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { NotFound } from "./ui/NotFound";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

const plan = createRoute({
  getParentRoute: () => root,
  path: "/projects/$project",
  component: lazyRouteComponent(() => import("./planning/PlanPage")),
});

export const router = createRouter({ routeTree: root.addChildren([plan]), defaultPreload: "intent" });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
