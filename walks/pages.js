// The pages of the demo company, and what a walk asks of each.

/** The plan that is looked at most closely. */
export const PLAN = "Data-centre renewal";

/** Name, path, and a text that the page holds. */
export const pagesOf = (project, person) => [
  { name: "portfolio", path: "/projects", holds: PLAN },
  { name: "plan", path: `/projects/${project}`, holds: PLAN },
  { name: "plan as a list", path: `/projects/${project}?view=list`, holds: PLAN },
  { name: "plan as a calendar", path: `/projects/${project}?view=calendar`, holds: PLAN },
  { name: "my work", path: "/work" },
  { name: "people", path: "/people", holds: "Femi Adeyemi" },
  { name: "person", path: `/people/${person}`, holds: "Femi Adeyemi" },
  { name: "load", path: "/people/load", holds: "Femi Adeyemi" },
  { name: "requests", path: "/people/requests" },
  { name: "import people", path: "/people/import" },
  { name: "clients", path: "/clients", holds: "Northgate Hospital" },
  { name: "new project", path: "/projects/new" },
  { name: "import", path: "/import" },
  { name: "administration", path: "/administration", holds: "Konrad Beyer" },
  { name: "company time", path: "/administration/time", holds: "Harbour House" },
  { name: "company", path: "/administration/company" },
  { name: "audit", path: "/administration/audit" },
  { name: "account", path: "/account" },
];

/** Nothing is asked for any more, so what is seen is the page as it stays. */
export const quiet = (page) => page.waitForFunction(() => !document.querySelector("[aria-busy=true], .waiting")).then(() => page.waitForTimeout(150));

export const fits = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
