import { MutationCache, QueryCache, QueryClient, queryOptions } from "@tanstack/react-query";
import { Away, get, Problem } from "./client";
import type * as api from "./types";

let signedOut = () => {};

/// What happens when the server no longer knows us.
export function onSignedOut(then: () => void): void {
  signedOut = then;
}

function look(failed: unknown): void {
  if (failed instanceof Problem && failed.status === 401 && failed.code === "not-signed-in") signedOut();
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: look }),
  mutationCache: new MutationCache({ onError: look }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (times, failed) => failed instanceof Away && times < 3,
      networkMode: "always",
    },
    mutations: { networkMode: "always" },
  },
});

const one = <T>(key: readonly unknown[], path: string) =>
  queryOptions({ queryKey: key, queryFn: ({ signal }) => get<T>(path, signal) });

const items = <T>(key: readonly unknown[], path: string) =>
  queryOptions({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const list = await get<api.List<T> | T[]>(path, signal);
      return Array.isArray(list) ? list : list.items;
    },
  });

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => get<api.Session>("/api/session", signal),
  staleTime: 5 * 60_000,
  refetchInterval: 15 * 60_000,
});
export const setupQuery = one<api.SetupState>(["setup"], "/api/setup");
export const signInQuery = one<api.SignInWays>(["sign-in"], "/api/sign-in");
/// @param bare set where the reader may see the projects, but neither chances nor promises
export type SeenPortfolio = api.Portfolio & { bare?: true };
export const portfolioQuery = queryOptions({
  queryKey: ["portfolio"],
  queryFn: async ({ signal }): Promise<SeenPortfolio> => {
    try {
      return await get<SeenPortfolio>("/api/portfolio", signal);
    } catch (failed) {
      if (!(failed instanceof Problem && (failed.status === 404 || failed.status === 403))) throw failed;
      return bare((await get<api.List<api.Project>>("/api/projects", signal)).items);
    }
  },
});

// For whoever may see projects but no portfolio: the same rows, without what is reckoned over all of them.
const bare = (projects: api.Project[]): SeenPortfolio => ({
  bare: true,
  now: queries.getQueryData(sessionQuery.queryKey)?.now ?? new Date().toISOString(),
  projects: projects.map(({ finish, ...project }) => ({ ...project, plannedFinish: finish, milestones: [], decisions: [] })),
  promises: [],
  short: [],
});
export const workQuery = one<api.MyWork>(["work"], "/api/work");
export const sheetsQuery = one<api.WeekSheets>(["sheets"], "/api/sheets");
export const sheetQuery = (person: string, week: string) => one<api.WeekSheet>(["sheet", person, week], `/api/people/${person}/sheets/${week}`);
export const logQuery = (project: string) => one<api.ProjectLog>(["log", project], `/api/projects/${project}/log`);
export const systemsQuery = (project: string) => one<api.UsedSystems>(["systems", project], `/api/projects/${project}/systems`);
export const logHistoryQuery = (project: string, entry: string, version: number) =>
  items<api.LogEarlier>(["log", project, entry, version], `/api/projects/${project}/log/${entry}/history`);
export const logSearchQuery = (words: string, kind: string) =>
  items<api.LogFound>(["log", "search", words, kind], `/api/log?q=${encodeURIComponent(words)}${kind ? `&kind=${kind}` : ""}`);
export const projectHoursQuery = (project: string) => items<api.ProjectHours>(["sheet", "project", project], `/api/projects/${project}/hours`);
export const taskWorkQuery = (project: string, task: string) =>
  one<api.TaskWork>(["task-work", project, task], `/api/projects/${project}/tasks/${encodeURIComponent(task)}/work`);
export const satisfactionQuery = (project: string) => items<api.Satisfaction>(["satisfaction", project], `/api/projects/${project}/satisfaction`);
export const teamPaceQuery = (project: string) => one<api.ProjectPace>(["forecast", project, "pace"], `/api/projects/${project}/pace`);
export const updatesQuery = (project: string) => one<api.UpdateList>(["updates", project], `/api/projects/${project}/updates`);
export const rhythmsQuery = (project: string) => items<api.UpdateRhythm>(["updates", project, "rhythms"], `/api/projects/${project}/updates/rhythms`);
export const byItselfQuery = (project: string) => items<api.UpdateByItself>(["updates", project, "by-itself"], `/api/projects/${project}/updates/by-itself`);
export const portalWishQuery = (project: string) => one<api.PortalWish>(["updates", project, "portal"], `/api/projects/${project}/updates/portal`);
export const clientQuestionsQuery = (project: string) => items<api.ClientQuestion>(["clientQuestions", project], `/api/projects/${project}/questions`);
export const projectQuery = (project: string) => one<api.Project>(["projects", project], `/api/projects/${project}`);
export const changesQuery = (project: string) => items<api.ChangeRequest>(["changes", project], `/api/projects/${project}/change-requests`);
export const changeQuery = (project: string, id: string) => one<api.ChangeRequest>(["changes", project, id], `/api/projects/${project}/change-requests/${id}`);
export const deliverablesQuery = (project: string) => items<api.Deliverable>(["deliverables", project], `/api/projects/${project}/deliverables`);
export const complicationsQuery = (project: string) => items<api.Complication>(["work", project, "complications"], `/api/projects/${project}/complications`);
export const needsQuery = (project: string) => items<api.Need>(["work", project, "needs"], `/api/projects/${project}/needs`);
export const valueQuery = one<api.ValueReport>(["value"], "/api/value");
export const documentsQuery = (project: string) => items<api.ProjectDocument>(["documents", project], `/api/projects/${project}/documents`);
export const attachmentsQuery = (project: string, task: string) =>
  items<api.ProjectDocument>(["documents", project, task], `/api/projects/${project}/tasks/${encodeURIComponent(task)}/documents`);
export const portalLinksQuery = (project: string) => items<api.PortalLink>(["portalLinks", project], `/api/projects/${project}/portal-links`);
export const clientFactsQuery = ({ project, id }: Pick<api.ClientQuestion, "project" | "id">) =>
  items<api.ClientFact>(["clientFacts", project, id], `/api/projects/${project}/questions/${id}/facts`);
export const ownQuestionsQuery = items<api.OwnQuestion>(["own-questions"], "/api/own-questions");
export const portalQuery = one<api.Portal>(["portal"], "/api/portal");
export const projectsQuery = items<api.Project>(["projects"], "/api/projects");
export const peopleQuery = items<api.Person>(["people"], "/api/people");
export const personQuery = (person: string) => one<api.Person>(["people", person], `/api/people/${person}`);
export const overloadQuery = (person: string, week: string) => one<api.Overload>(["overload", person, week], `/api/people/${person}/overload?week=${week}`);
export const absencesQuery = (person: string) =>
  items<api.Absence>(["people", person, "absences"], `/api/people/${person}/absences`);
export const absenceRequestsQuery = items<api.AbsenceRequest>(["absences"], "/api/absence-requests");
export const absenceEffectQuery = (person: string, from: string, to: string) =>
  one<api.AbsenceEffect>(["absences", "effect", person, from, to], `/api/people/${person}/absence-effect?from=${from}&to=${to}`);
export const bookingsQuery = (person: string, from: string, to: string) =>
  items<api.Booking>(["bookings", person, from, to], `/api/people/${person}/bookings?from=${from}&to=${to}`);
export const loadQuery = (from: string, to: string) =>
  one<api.Load>(["load", from, to], `/api/load?from=${from}&to=${to}&by=week`);
export const requestsQuery = items<api.Request>(["requests"], "/api/requests");
export const sitesQuery = items<api.Site>(["sites"], "/api/sites");
export const shutdownsQuery = items<api.Shutdown>(["shutdowns"], "/api/shutdowns");
export const holidaysQuery = (country: string, region: string, year: number) =>
  items<api.Holiday>(
    ["holidays", country, region, year],
    `/api/holidays?country=${country}&year=${year}${region ? `&region=${encodeURIComponent(region)}` : ""}`,
  );
export const clientsQuery = items<api.Client>(["clients"], "/api/clients");
export const companyQuery = one<api.Company>(["company"], "/api/company");
export const accountsQuery = items<api.Account>(["accounts"], "/api/accounts");
export const invitationsQuery = items<api.Invitation>(["invitations"], "/api/invitations");
export const ownSessionsQuery = items<api.OwnSession>(["sessions"], "/api/sessions");
export const tokensQuery = items<api.Token>(["tokens"], "/api/tokens");
export const questionsQuery = queryOptions({
  ...one<api.AssessmentQuestions>(["assessment-questions"], "/api/assessment-questions"),
  refetchOnMount: "always", // it says whether somebody is signed in
});
export const staffingQuery = (project: string) => one<api.ProjectStaffing>(["staffing", project], `/api/projects/${project}/staffing`);
export const candidatesQuery = (project: string, query: string) =>
  one<api.Candidates>(["staffing", project, "candidates", query], `/api/projects/${project}/candidates?${query}`);
export const outsideQuery = (query: string) => one<api.OutsideCandidates>(["vacancies", "outside", query], `/api/candidates?${query}`);
export const choicesQuery = (project: string) => items<api.StaffingChoice>(["staffing", project, "choices"], `/api/projects/${project}/choices`);
export const accountableQuery = (project: string) =>
  items<api.AccountableHeld>(["staffing", project, "accountable"], `/api/projects/${project}/accountable`);
export const managingQuery = (person: string) => one<api.PersonManaging>(["people", person, "managing"], `/api/people/${person}/managing`);
export const qualificationsQuery = (person: string) => one<api.Qualifications>(["people", person, "qualifications"], `/api/people/${person}/qualifications`);
export const profilesQuery = items<api.ManagerProfile>(["profiles"], "/api/manager-profiles");
export const termsQuery = (person: string) => one<api.PersonTerms>(["people", person, "terms"], `/api/people/${person}/terms`);
export const vacanciesQuery = items<api.Vacancy>(["vacancies"], "/api/vacancies");
export const vacancyQuery = (id: string) => one<api.VacancyView>(["vacancies", id], `/api/vacancies/${id}`);
export const applicationsQuery = (vacancy: string) => one<api.JobApplications>(["vacancies", vacancy, "applications"], `/api/vacancies/${vacancy}/applications`);
export const rankingsQuery = (vacancy: string) => one<api.Rankings>(["vacancies", vacancy, "rankings"], `/api/vacancies/${vacancy}/rankings`);
export const rankingQuery = (vacancy: string, id: string) => one<api.Ranking>(["vacancies", vacancy, "rankings", id], `/api/vacancies/${vacancy}/rankings/${id}`);
export const applicationSearchQuery = (query: string) => one<api.ApplicationSearch>(["vacancies", "search", query], `/api/applications?${query}`);
export const applicationQuery = (vacancy: string, id: string) =>
  one<api.JobApplicationView>(["vacancies", vacancy, "applications", id], `/api/vacancies/${vacancy}/applications/${id}`);
export const interviewQuery = (vacancy: string, id: string) =>
  one<api.Interview>(["vacancies", vacancy, "applications", id, "interview"], `/api/vacancies/${vacancy}/applications/${id}/interview`);
export const letterQuery = (vacancy: string, id: string) =>
  one<api.ApplicantLetter>(["vacancies", vacancy, "applications", id, "letter"], `/api/vacancies/${vacancy}/applications/${id}/letter`);
export const ideasQuery = items<api.Assessment>(["assessments"], "/api/assessments");
export const assessmentQuery = (id: string) => one<api.Assessment>(["assessments", id], `/api/assessments/${id}`);
export const forecastQuery = (project: string) => one<api.ForecastDetail>(["forecast", project], `/api/projects/${project}/forecast/detail`);
export const portfolioForecastQuery = one<api.PortfolioForecast>(["forecast", "portfolio"], "/api/portfolio/forecast");
export const draftsQuery = (project: string) => items<api.DraftHead>(["drafts", project], `/api/projects/${project}/drafts`);
export const draftQuery = (project: string, draft: string) => one<api.Draft>(["drafts", project, draft], `/api/projects/${project}/drafts/${draft}`);
export const draftCostQuery = (project: string, draft: string) => one<api.DraftCost>(["drafts", project, draft, "cost"], `/api/projects/${project}/drafts/${draft}/cost`);
export const baselinesQuery = (project: string) => items<api.BaselineHead>(["baselines", project], `/api/projects/${project}/baselines`);
export const baselineQuery = (project: string, baseline: string) =>
  one<api.BaselineComparison>(["baselines", project, baseline], `/api/projects/${project}/baselines/${baseline}/comparison`);
export const aimsQuery = (project: string) => one<api.Aims>(["aims", project], `/api/projects/${project}/aims`);
export const calendarSearchQuery = (project: string) => one<api.LastCalendarSearch>(["calendar-search", project], `/api/projects/${project}/searches`);
export const proposalsQuery = (project: string) => items<api.PlanProposal>(["proposals", project], `/api/projects/${project}/proposals`);
export const promisesQuery = (project: string) => items<api.Promised>(["promises", project], `/api/projects/${project}/promises`);
export const risksQuery = (project: string) => one<api.RiskList>(["risks", project], `/api/projects/${project}/risks`);
export const waysQuery = (project: string, promise: string) => one<api.WaysBack>(["promises", project, "ways", promise], `${promise}/ways`);
export const reliabilityQuery = one<api.ReliabilityView>(["history", "reliability"], "/api/history/reliability");
export const assetQuery = (asset: string) => one<api.AssetDetail>(["assets", asset], `/api/assets/${asset}`);
export const impactQuery = (asset: string) => one<api.AssetImpact>(["assets", asset, "impact"], `/api/assets/${asset}/impact`);
export const boardQuery = (project: string, increment?: string) =>
  one<api.Board>(["board", project, increment ?? ""], `/api/projects/${project}/board${increment ? `?increment=${increment}` : ""}`);
export const backlogQuery = (project: string) => one<api.Backlog>(["backlog", project], `/api/projects/${project}/backlog`);
export const incrementsQuery = (project: string) => one<api.IncrementList>(["increments", project], `/api/projects/${project}/increments`);
export const incrementQuery = (project: string, increment: string) =>
  one<api.IncrementDetail>(["increments", project, increment], `/api/projects/${project}/increments/${increment}`);
export const suggestionQuery = (project: string, increment: string) =>
  one<api.Suggestion>(["increments", project, increment, "suggestion"], `/api/projects/${project}/increments/${increment}/suggestion`);
export const estimatingsQuery = (project: string) => items<api.Estimating>(["estimatings", project], `/api/projects/${project}/estimatings`);
export const flowQuery = (project: string) => one<api.Flow>(["increments", project, "flow"], `/api/projects/${project}/increments/flow`);
export const lifecycleQuery = (words: string, taken: boolean) =>
  one<api.LifecycleCatalogue>(["lifecycles", words, taken], `/api/lifecycle-catalogue?q=${encodeURIComponent(words)}&taken=${taken}`);
export const growthQuery = items<api.AssetGrowth>(["growth"], "/api/asset-growth");
export const assetGrowthQuery = (asset: string) => items<api.AssetGrowth>(["growth", asset], `/api/assets/${asset}/growth`);
export const assetWorkQuery = (asset: string) => items<api.AssetWork>(["assets", asset, "work"], `/api/assets/${asset}/work`);
export const replacedQuery = (project: string) => items<api.ReplacedAsset>(["due", "project", project], `/api/projects/${project}/assets`);
export const projectMoneyQuery = (project: string) => one<api.ProjectMoney>(["money", project], `/api/projects/${project}/money`);
export const moneyQuery = one<api.PortfolioMoney>(["money"], "/api/money");
export const contractQuery = (project: string) => one<api.ProjectContract>(["contract", project], `/api/projects/${project}/contract`);
export const contractsQuery = one<api.ContractList>(["contract"], "/api/contracts");
export const planTasksQuery = (project: string) => one<{ tasks: { id: string; name: string; kind: string }[] }>(["plan", project, "tasks"], `/api/projects/${project}/plan`);
export const moneyToApproveQuery = items<api.MoneyToApprove>(["money-approvals"], "/api/money-approvals");
export const moneyLimitQuery = one<api.ApprovalLimit>(["money-limit"], "/api/money-limit");
export const ratesQuery = one<api.ExchangeRates>(["money", "rates"], "/api/exchange-rates");
export const dueQuery = (until: string) => one<api.DueAssets>(["due", until], `/api/due-assets?until=${until}`);
export const maintenanceRoundsQuery = (until: string) => one<api.MaintenanceRoundList>(["maintenance", "rounds", until], `/api/maintenance-rounds?until=${until}`);
export const maintenancePolicyQuery = (policy: string) => one<api.MaintenancePolicyDetail>(["maintenance", "policy", policy], `/api/maintenance-policies/${policy}`);
export const maintenanceCalendarQuery = (years: number) => one<api.MaintenanceCalendar>(["maintenance", "calendar", years], `/api/maintenance-calendar?years=${years}`);
export const ruleDaysQuery = (rule: string, first: string) => one<api.RuleDays>(["rule-days", rule, first], `/api/rule-days?rule=${encodeURIComponent(rule)}&first=${first}`);
export const changeWindowsQuery = one<api.ChangeCalendar>(["change-windows"], "/api/change-windows");
export const signalsQuery = (project: string) => one<api.SignalList>(["signals", project], `/api/projects/${project}/signals`);
export const taskSignalsQuery = (project: string, task: string) =>
  one<api.TaskSignals>(["signals", project, task], `/api/projects/${project}/tasks/${encodeURIComponent(task)}/signals`);
export const historyQuery = one<api.WorkHistory>(["history"], "/api/history");
export const deskQuery = one<api.Desk>(["desk"], "/api/desk");
export const suggestionsQuery = (project: string) => items<api.WorkSuggestion>(["suggestions", project], `/api/projects/${project}/suggestions`);
export const feedsQuery = items<api.FeedKey>(["feeds"], "/api/feeds");
export const noticesQuery = one<api.NoticeList>(["notices"], "/api/notices");
export const noticeWishesQuery = one<api.NoticeWishes>(["notices", "wishes"], "/api/notice-wishes");
export const hooksQuery = (path: string) => one<api.HookList>(["hooks", path], path);
export const steeringQuery = (project: string) => one<api.SteeringReport>(["updates", project, "steering"], `/api/projects/${project}/steering-report`);
export const steeringWishesQuery = one<api.SteeringWishes>(["steering"], "/api/steering-reports");
export const mailStateQuery = one<api.MailState>(["mails"], "/api/mails");
export const meetingsQuery = (project: string) => one<api.MeetingList>(["meetings", project], `/api/projects/${project}/meetings`);
export const meetingDayQuery = (project: string, meeting: string, day: string) =>
  one<api.MeetingDay>(["meetings", project, meeting, day], `/api/projects/${project}/meetings/${meeting}/days/${day}`);
export const searchQuery = (words: string) =>
  queryOptions({
    ...items<api.Found>(["search", words], `/api/search?q=${encodeURIComponent(words)}`),
    enabled: words.trim().length > 1,
  });

const touched: Record<string, readonly string[]> = {
  plan: ["portfolio", "staffing", "work", "desk", "suggestions", "board", "backlog", "increments", "changes"],
  board: ["board", "backlog", "increments", "signals"],
  assessment: ["assessments", "staffing"],
  vacancy: ["vacancies"],
  profile: ["profiles", "staffing", "people", "vacancies"],
  forecast: ["portfolio", "work", "desk", "board", "increments"],
  proposal: ["portfolio", "desk", "proposals"],
  project: ["portfolio", "projects", "clients"],
  person: ["people", "load", "work"],
  need: ["work", "task-work", "portal", "desk", "suggestions"],
  log: ["log", "desk"],
  systems: ["systems"],
  estimating: ["estimatings"],
  absence: ["absences", "desk"],
  meeting: ["meetings", "work"],
  sheet: ["sheets", "sheet", "desk"],
  update: ["updates", "portal", "desk", "clientFacts"],
  answerDraft: ["desk", "clientQuestions", "own-questions"],
  question: ["portal", "desk", "clientQuestions", "own-questions", "clientFacts"],
  document: ["documents", "portal", "clientFacts"],
  satisfaction: ["portal", "desk", "satisfaction"],
  money: ["money", "contract", "money-approvals"],
  change: ["changes", "portal", "desk", "clientFacts"],
  deliverable: ["deliverables", "portal", "clientFacts"],
  complication: ["work", "task-work", "desk", "suggestions"],
  suggestion: ["desk", "suggestions"],
  comment: ["task-work"],
  mention: ["work"],
  notice: ["notices"],
  booking: ["load", "bookings", "requests", "staffing", "desk"],
  client: ["clients"],
  account: ["session", "accounts", "invitations"],
};

/// A live event makes what it touches be asked for again, if it is on screen.
export function hear({ noun }: api.LiveEvent): void {
  if (noun === "reset") return void queries.invalidateQueries();
  for (const key of touched[noun] ?? []) void queries.invalidateQueries({ queryKey: [key] });
}
