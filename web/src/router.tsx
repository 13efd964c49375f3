import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from "@tanstack/react-router";
import { get, Problem } from "./api/client";
import { onSignedOut, queries, sessionQuery } from "./api/queries";
import type { SetupState } from "./api/types";
import { Broken } from "./ui/Broken";
import { Frame } from "./ui/Frame";
import { Home } from "./ui/Home";
import { NotFound } from "./ui/NotFound";
import { withWords } from "./words/Speaking";

const root = createRootRoute({ component: Outlet, errorComponent: Broken, notFoundComponent: NotFound });

// Everything but the doors needs somebody who has signed in.
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: Frame,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(sessionQuery);
    } catch (failed) {
      if (!(failed instanceof Problem && failed.status === 401)) throw failed;
      const setup = await get<SetupState>("/api/setup").catch(() => undefined);
      if (setup?.needed) throw redirect({ to: "/setup" });
      throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { to: location.href } });
    }
  },
});

type Page = () => Promise<{ default: () => React.ReactNode }>;

const lazily = (load: Page) => lazyRouteComponent(() => withWords(load()));
const door = <P extends string>(path: P, load: Page) =>
  createRoute({ getParentRoute: () => root, path, component: lazily(load) });
const page = <P extends string>(path: P, load: Page) =>
  createRoute({ getParentRoute: () => inside, path, component: lazily(load) });

// What most people open first: these do with the first part of the texts (words.test.ts).
const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./identity/SignIn")),
});
const portfolio = createRoute({
  getParentRoute: () => inside,
  path: "/projects",
  component: lazyRouteComponent(() => import("./reporting/Portfolio")),
});
const plan = createRoute({
  getParentRoute: () => inside,
  path: "/projects/$project",
  component: lazyRouteComponent(() => import("./planning/PlanPage")),
});

const home = createRoute({
  getParentRoute: () => inside,
  path: "/",
  component: Home,
});

const work = createRoute({
  getParentRoute: () => inside,
  path: "/work",
  validateSearch: ({ task }: Record<string, unknown>): { task?: string } => (typeof task === "string" ? { task } : {}),
  component: lazily(() => import("./work/WorkPage")),
});

const hours = createRoute({
  getParentRoute: () => inside,
  path: "/hours",
  validateSearch: ({ week, person }: Record<string, unknown>): { week?: string; person?: string } => ({
    ...(typeof week === "string" && /^\d{4}-\d{2}-\d{2}$/.test(week) ? { week } : {}),
    ...(typeof person === "string" ? { person } : {}),
  }),
  component: lazily(() => import("./hours/HoursPage")),
});

const board = createRoute({
  getParentRoute: () => inside,
  path: "/projects/$project/board",
  validateSearch: ({ of }: Record<string, unknown>): { of?: string } => (typeof of === "string" && of ? { of } : {}),
  component: lazily(() => import("./increments/BoardPage")),
});

const elsewhere = createRoute({
  getParentRoute: () => inside,
  path: "$",
  component: NotFound,
});

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    door("/assess", () => import("./staffing/AssessPage")),
    door("/setup", () => import("./identity/Setup")),
    door("/released/$link", () => import("./reporting/ReleasedPage")),
    door("/invitations/$token", () => import("./identity/Welcome")),
    inside.addChildren([
      home,
      work,
      hours,
      portfolio,
      page("/value", () => import("./reporting/ValuePage")),
      page("/projects/new", () => import("./reporting/NewProject")),
      page("/portal", () => import("./reporting/PortalPage")),
      page("/projects/$project/updates", () => import("./reporting/UpdatesPage")),
      page("/projects/$project/steering", () => import("./reporting/SteeringPage")),
      page("/projects/$project/documents", () => import("./reporting/DocumentsPage")),
      page("/projects/$project/links", () => import("./reporting/LinksPage")),
      page("/projects/$project/hooks", () => import("./outbox/ProjectHooksPage")),
      page("/projects/$project/log", () => import("./logbook/LogPage")),
      page("/projects/$project/systems", () => import("./systems/SystemsPage")),
      page("/projects/$project/meetings", () => import("./meetings/MeetingsPage")),
      page("/projects/$project/meetings/$meeting/$day", () => import("./meetings/MinutesPage")),
      page("/lessons", () => import("./logbook/LessonsPage")),
      page("/projects/$project/changes", () => import("./delivery/ChangesPage")),
      page("/projects/$project/changes/$change", () => import("./delivery/ChangePage")),
      plan,
      page("/projects/$project/forecast", () => import("./forecasting/ForecastPage")),
      page("/projects/$project/better", () => import("./planning/BetterPage")),
      page("/projects/$project/baselines", () => import("./forecasting/BaselinesPage")),
      page("/projects/$project/risks", () => import("./forecasting/RisksPage")),
      page("/projects/$project/promises", () => import("./forecasting/PromisesPage")),
      page("/projects/$project/drafts", () => import("./forecasting/DraftsPage")),
      page("/projects/$project/drafts/$draft", () => import("./forecasting/DraftPage")),
      board,
      page("/projects/$project/increments", () => import("./increments/IncrementsPage")),
      page("/projects/$project/estimates", () => import("./increments/EstimatesPage")),
      page("/projects/$project/code-host", () => import("./increments/CodeHostPage")),
      page("/projects/$project/increments/$increment", () => import("./increments/IncrementPage")),
      page("/portfolio/forecast", () => import("./forecasting/PortfolioForecastPage")),
      page("/history", () => import("./forecasting/HistoryPage")),
      page("/history/reliability", () => import("./forecasting/ReliabilityPage")),
      page("/history/import", () => import("./forecasting/HistoryImport")),
      page("/projects/$project/staffing", () => import("./staffing/StaffingPage")),
      page("/projects/$project/staffing/people", () => import("./staffing/TakersPage")),
      page("/register", () => import("./assets/RegisterPage")),
      page("/money", () => import("./money/AllMoneyPage")),
      page("/money/import", () => import("./money/MoneyImportPage")),
      page("/projects/$project/money", () => import("./money/MoneyPage")),
      page("/projects/$project/contract", () => import("./money/ContractPage")),
      page("/register/due", () => import("./programme/DuePage")),
      page("/register/maintenance", () => import("./maintenance/MaintenancePage")),
      page("/register/maintenance/new", () => import("./maintenance/PolicyPage")),
      page("/register/maintenance/$policy", () => import("./maintenance/PolicyPage")),
      page("/register/windows", () => import("./maintenance/WindowsPage")),
      page("/register/growth", () => import("./assets/GrowthPage")),
      page("/register/catalogue", () => import("./assets/CataloguePage")),
      page("/register/import", () => import("./assets/AssetImportPage")),
      page("/register/$asset", () => import("./assets/AssetPage")),
      page("/hiring", () => import("./staffing/HiringPage")),
      page("/hiring/assessments/$assessment", () => import("./staffing/IdeaPage")),
      page("/hiring/candidates", () => import("./staffing/ApplicantsPage")),
      page("/hiring/profiles", () => import("./staffing/ProfilesPage")),
      page("/hiring/vacancies/$vacancy", () => import("./staffing/VacancyPage")),
      page("/hiring/vacancies/$vacancy/compare", () => import("./staffing/ComparePage")),
      page("/hiring/vacancies/$vacancy/ranking", () => import("./staffing/RankingPage")),
      page("/hiring/vacancies/$vacancy/applications/$application", () => import("./staffing/ApplicationPage")),
      page("/hiring/vacancies/$vacancy/applications/$application/interview", () => import("./staffing/InterviewPage")),
      page("/hiring/vacancies/$vacancy/applications/$application/decision", () => import("./staffing/DecisionPage")),
      page("/people", () => import("./people/PeoplePage")),
      page("/people/new", () => import("./people/NewPerson")),
      page("/people/load", () => import("./people/LoadPage")),
      page("/people/requests", () => import("./people/RequestsPage")),
      page("/people/import", () => import("./interchange/PeopleImport")),
      page("/people/$person", () => import("./people/PersonPage")),
      page("/clients", () => import("./identity/Clients")),
      page("/import", () => import("./interchange/ImportPage")),
      page("/administration", () => import("./identity/Accounts")),
      page("/administration/time", () => import("./people/CompanyTimePage")),
      page("/administration/company", () => import("./identity/CompanyPage")),
      page("/administration/hooks", () => import("./outbox/HooksPage")),
      page("/administration/audit", () => import("./identity/AuditPage")),
      page("/desk", () => import("./reporting/DeskPage")),
      page("/notices", () => import("./outbox/NoticesPage")),
      page("/account", () => import("./identity/AccountPage")),
      page("/api", () => import("./reference/ApiPage")),
      elsewhere,
    ]),
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: Broken,
  scrollRestoration: true,
});

onSignedOut(() => {
  if (router.state.location.pathname === "/sign-in") return;
  queries.clear();
  void router.navigate({ to: "/sign-in", search: { to: router.state.location.href } });
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
