import type { Link, Plan, Task } from "../plan";

const WEEK = { monday: ["09:00-13:00", "14:00-18:00"], tuesday: ["09:00-13:00", "14:00-18:00"], wednesday: ["09:00-13:00", "14:00-18:00"], thursday: ["09:00-13:00", "14:00-18:00"], friday: ["09:00-13:00", "14:00-17:00"] };
const at = (date: string, time = "08:00") => `${date}T${time}:00Z`;
const base = { zone: "Europe/Berlin", findings: [], can: { edit: true }, calendar: { week: WEEK, exceptions: { "2027-03-26": [], "2027-03-29": [] } } };

/// Lines of the small plan: level, name, who, days, and what it waits for.
const PATIENT: [number, string, string, number, string, Partial<Task>?][] = [
  [0, "Patient app", "", 0, ""],
  [1, "Agree the scope", "", 0, ""],
  [2, "Workshops with ward staff", "an", 5, "", { progress: { started: at("2027-01-11"), finished: at("2027-01-15", "16:00") }, was: { start: at("2027-01-11"), finish: at("2027-01-15", "16:00") } }],
  [2, "Sign-in and consent rules", "se", 8, "", { progress: { started: at("2027-01-13"), finished: at("2027-01-22", "16:00") }, was: { start: at("2027-01-13"), finish: at("2027-01-22", "16:00") } }],
  [2, "Scope signed", "cl", 0, "3", { kind: "milestone", progress: { started: at("2027-01-29", "11:00"), finished: at("2027-01-29", "11:00") }, was: { start: at("2027-01-27"), finish: at("2027-01-27") } }],
  [1, "Interfaces to the hospital", "", 0, ""],
  [2, "Patient index interface", "in", 10, "4", { progress: { started: at("2027-01-25"), remainingMinutes: 1900 }, was: { start: at("2027-01-25"), finish: at("2027-02-05") } }],
  [2, "Appointments interface", "in", 8, "6", { was: { start: at("2027-02-05"), finish: at("2027-02-16") } }],
  [2, "Lab results interface", "ba", 12, "4", { progress: { started: at("2027-01-28"), remainingMinutes: 4300 }, was: { start: at("2027-01-28"), finish: at("2027-02-09") } }],
  [2, "Lab test data", "cl", 2, "", { deadline: { by: at("2027-01-29", "16:00"), promisedTo: "Harbour IT" }, notBefore: at("2027-02-01") }],
  [1, "App", "", 0, ""],
  [2, "Sign-in with national ID", "se", 12, "4", { progress: { started: at("2027-01-25"), remainingMinutes: 2600 }, was: { start: at("2027-01-25"), finish: at("2027-02-08") } }],
  [2, "Consent records", "ba", 6, "11", { was: { start: at("2027-02-09"), finish: at("2027-02-17") } }],
  [2, "Appointments pages", "fr", 13, "4", { progress: { started: at("2027-02-01"), remainingMinutes: 5600 }, was: { start: at("2027-02-01"), finish: at("2027-02-17") } }],
  [2, "Lab result pages", "fr", 7, "8", { deadline: { by: at("2027-03-05", "16:00"), promisedTo: "Northgate Hospital" } }],
  [2, "Messages to the ward", "in", 5, "7"],
  [2, "Accessibility pass", "de", 3, "13"],
  [1, "Prove it", "", 0, ""],
  [2, "Integration tests", "te", 5, "12"],
  [2, "Penetration test", "ex", 3, "", { pinned: at("2027-03-08") }],
  [2, "Load test", "op", 2, "7"],
  [2, "Fix what the tests find", "ba", 5, "18"],
  [2, "Clinical safety sign-off", "cl", 3, "21"],
  [1, "Go live", "", 0, ""],
  [2, "Train ward champions", "tr", 3, "15"],
  [2, "Move the pilot ward", "op", 3, "21"],
  [2, "Go-live", "cl", 0, "25", { kind: "milestone", deadline: { by: at("2027-04-02", "16:00"), promisedTo: "Northgate Hospital" } }],
  [1, "Hypercare", "op", 15, "26"],
  [1, "Hand over to operations", "op", 2, "27"],
];
const PEOPLE: Record<string, string> = {
  an: "Ada Analyst", se: "Sefa Security", cl: "Clinic", in: "Inge Integration", ba: "Bram Backend", fr: "Freya Front-end",
  de: "Dewi Design", te: "Tove Tests", ex: "External tester", op: "Olu Operations", tr: "Tariq Training",
};

export function patientApp(): Plan {
  const tasks: Task[] = [];
  const links: Link[] = [];
  const above: string[] = [];
  PATIENT.forEach(([level, name, who, days, waits, more], i) => {
    const id = `t${i}`;
    above[level] = id;
    const kind = days ? "effort" : "summary";
    tasks.push({
      id, parent: level ? above[level - 1] : undefined, name, kind, minutes: days ? days * 480 : undefined,
      assignments: who ? [{ person: who, units: 100 }] : undefined, start: "", finish: "", ...more,
    });
    if (waits) links.push({ predecessor: `t${waits}`, successor: id, type: "FS" });
  });
  links.push({ predecessor: "t8", successor: "t18", type: "FS" }, { predecessor: "t19", successor: "t21", type: "FS" });
  return {
    ...base, project: "patient", name: "Patient app", version: 1, now: at("2027-02-02", "13:00"), start: at("2027-01-11"), finish: "",
    tasks, links, people: people(PEOPLE), baseline: { id: "b1", name: "First plan", at: at("2027-01-08") },
  };
}

const people = (of: Record<string, string>) =>
  Object.entries(of).map(([id, name]) => ({ id, name, skills: [], initials: name.split(" ").map((word) => word[0]).join("").slice(0, 2).toUpperCase() }));

/// The same for the same seed: phases of groups of leaves, and about 1.2 links a leaf.
export function generatedPlan(size: number, seed = 7): Plan {
  let state = seed;
  const random = () => ((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32);
  const phases = size >= 1000 ? 10 : 3;
  const groups = size >= 1000 ? 10 : 3;
  const leaves = Math.max(1, Math.round((size - phases - phases * groups) / (phases * groups)));
  const tasks: Task[] = [];
  const links: Link[] = [];
  const crew: Record<string, string> = {};
  const count = Math.max(8, Math.round(size / 80));
  for (let i = 0; i < count; i++) crew[`p${i}`] = `Person ${i + 1}`;
  const leafIds: string[] = [];
  const verbs = ["Rack", "Cable", "Configure", "Test", "Migrate", "Document", "Review", "Move", "Secure", "Measure"];
  const nouns = ["storage", "switches", "login", "backups", "ward tablets", "firewall", "database", "monitoring", "power", "cooling"];
  for (let p = 0; p < phases; p++) {
    tasks.push(blank(`f${p}`, undefined, `Phase ${p + 1}`, "summary"));
    for (let g = 0; g < groups; g++) {
      tasks.push(blank(`f${p}g${g}`, `f${p}`, `Group ${p + 1}.${g + 1}`, "summary"));
      for (let l = 0; l < leaves; l++) {
        const id = `f${p}g${g}l${l}`;
        const milestone = random() < 0.03;
        const task = blank(id, `f${p}g${g}`, `${pick(verbs)} ${pick(nouns)} ${l + 1}`, milestone ? "milestone" : "effort");
        if (!milestone) {
          task.minutes = (1 + Math.floor(random() * 8)) * 480;
          task.assignments = [{ person: `p${Math.floor(random() * count)}`, units: 100 }];
        }
        tasks.push(task);
        for (let k = 0; k < 1 + (random() < 0.24 ? 1 : 0); k++) {
          const back = random() < 0.9 ? 1 + Math.floor(random() * 12) : 1 + Math.floor(random() * 300);
          const from = leafIds[leafIds.length - back];
          if (from && !links.some((link, i) => i > links.length - 4 && link.predecessor === from && link.successor === id))
            links.push({ predecessor: from, successor: id, type: random() < 0.9 ? "FS" : random() < 0.5 ? "SS" : "FF" });
        }
        leafIds.push(id);
      }
    }
  }
  return {
    ...base, project: "generated", name: `Plan of ${size}`, version: 1, now: at("2027-02-02", "13:00"), start: at("2027-01-11"), finish: "",
    tasks, links, people: people(crew),
  };
  function pick(of: string[]) { return of[Math.floor(random() * of.length)]!; }
}

const blank = (id: string, parent: string | undefined, name: string, kind: Task["kind"]): Task => ({ id, parent, name, kind, start: "", finish: "" });
