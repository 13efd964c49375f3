// A made-up plan of any size, brought into a server as people do: read from a file, then accepted.
import { Random } from "./random.js";

const PHASES = 10;
const GROUPS = 10;
const LINKS_PER_TASK = 1.2;
const START = "2027-01-04";
const FILE = "made-up.json";

/**
 * Ten phases of ten groups. Tasks of a group follow one another, now and then two at a time, and some wait for another
 * group's; in all 1.2 links a task. A fiftieth as many people as tasks, each with tasks all over. The same size and seed
 * give the same plan.
 */
export function madeUpPlan(size, seed) {
  const random = new Random(seed);
  const people = Array.from({ length: Math.max(4, Math.round(size / 50)) }, (_, i) => ({ name: `Person ${i + 1}` }));
  const leaves = [];
  const phases = Array.from({ length: PHASES }, (_, p) => ({
    name: `Phase ${p + 1}`,
    tasks: Array.from({ length: GROUPS }, (_, g) => ({
      name: `Group ${p + 1}.${g + 1}`,
      tasks: groupOf(leaves, Math.round((size - PHASES - PHASES * GROUPS) / (PHASES * GROUPS)), people, random),
    })),
  }));
  link(leaves, Math.round(size * LINKS_PER_TASK), random);
  return { name: `Made-up plan of ${size} tasks`, zone: "Europe/Berlin", start: START, people, tasks: phases };
}

function groupOf(leaves, count, people, random) {
  const group = Array.from({ length: count }, (_, place) => ({
    id: `t${leaves.length + place}`,
    name: `Task ${leaves.length + place + 1}`,
    duration: `${2 + random.below(30)}h`,
    assignees: [people[random.below(people.length)].name],
    after: [],
  }));
  group.forEach((task, place) => leaves.push({ task, place }));
  return group;
}

function link(leaves, count, random) {
  let links = 0;
  const add = (from, to) => {
    const { task } = leaves[to];
    const id = leaves[from].task.id;
    if (task.after.includes(id)) return;
    task.after.push(id);
    links++;
  };
  leaves.forEach(({ place }, at) => {
    if (place > 0) add(at - 1 - random.below(Math.min(place, 3)), at);
  });
  for (let tries = 0; links < count && tries < 20 * count; tries++) {
    const to = 1 + random.below(leaves.length - 1);
    add(to - 1 - random.below(Math.min(to, 150)), to);
  }
}

/** The id of the project that it became. Whoever is not in `known`, ids of persons by name, is somebody new. */
export async function bringIn(url, cookie, plan, known = {}) {
  const form = new FormData();
  form.append("file", new Blob([JSON.stringify(plan)], { type: "application/json" }), FILE);
  const read = await answered(fetch(`${url}/api/imports`, { method: "POST", headers: { Cookie: cookie }, body: form }));
  const [{ error, people }] = read.files;
  if (error) throw new Error(`The plan can't be read: ${JSON.stringify(error)}`);
  const choices = Object.fromEntries(people.map(({ name }) => [name, known[name] ?? "new"]));
  const taken = await answered(
    fetch(`${url}/api/imports/${read.id}/acceptance`, {
      method: "POST",
      headers: { Cookie: cookie, "Content-Type": "application/json" },
      body: JSON.stringify({ files: [{ name: FILE, people: choices }] }),
    }),
  );
  return taken.projects[0];
}

async function answered(asked) {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}
