// Boards: one with many cards, and how soon it shows what a code host says.
import { createHmac, randomUUID } from "node:crypto";
import { Caller } from "./caller.js";
import { cards as shownCards } from "./cards.js";
import { atMost, beside, Sample } from "./figures.js";
import { bringIn, madeUpPlan } from "./plan.js";

const READS = 20;
const PUSHES = 20;
const WARM_UPS = 3;
const LONGEST_MILLIS = 10_000;

/** A plan of so many cards is read as a board; then branches are pushed, each begins a task, and a reader sees its card move. */
export async function boards(served, { cards, seed, say }) {
  const caller = await new Caller(served.url, served.signIns().administrator).signIn();
  const project = await bringIn(served.url, caller.cookie, madeUpPlan(cards, seed));
  const board = `/api/projects/${project}/board`;
  const reads = [];
  let shown;
  for (let i = 0; i < READS + WARM_UPS; i++) {
    const begun = performance.now();
    shown = await caller.get(board);
    if (i >= WARM_UPS) reads.push(performance.now() - begun);
  }
  say(`a board of ${shown.cards.length} cards is read`);
  const moved = await pushes(caller, project, shown);
  caller.end();
  const inPage = await shownCards({ url: served.url, account: served.signIns().administrator, project, say });
  const all = new Sample(moved);
  return [
    atMost("a webhook until the board shows it, slowest", all.quantile(1), "ms", 1_000),
    beside("a webhook until the board shows it, median", all.median, "ms"),
    beside("a board read, median", new Sample(reads).median, "ms"),
    beside("cards of that board", shown.cards.length, ""),
    ...inPage,
  ];
}

/** From the moment the webhook is sent until a page that hears of it has the board on which the task is begun. */
async function pushes(caller, project, board) {
  const { secret } = JSON.parse((await answered(caller.send("POST", `/api/projects/${project}/signals/source`, {}))).text);
  const waiting = board.cards.filter(({ begun, done }) => !begun && !done);
  let heard = () => undefined;
  const deaf = await caller.listen((event) => event.noun === "board" && event.id === project && heard());
  const took = [];
  try {
    for (let i = 0; i < PUSHES + WARM_UPS; i++) {
      const card = waiting[i];
      const told = new Promise((resolve, reject) => {
        heard = resolve;
        setTimeout(() => reject(new Error("The board did not move.")), LONGEST_MILLIS).unref();
      });
      const begun = performance.now();
      await push(caller, project, secret, card.key);
      await told;
      const now = await caller.get(`/api/projects/${project}/board`);
      if (!now.cards.some(({ task, begun }) => task === card.task && begun)) throw new Error(`${card.key} has not begun.`);
      if (i >= WARM_UPS) took.push(performance.now() - begun);
    }
  } finally {
    deaf();
  }
  return took;
}

async function push(caller, project, secret, key) {
  const after = randomUUID().replaceAll("-", "");
  const body = JSON.stringify({ ref: `refs/heads/${key}-work`, before: "0".repeat(40), after: `${after}${after.slice(0, 8)}`, commits: [], pusher: { full_name: "Tiago Nunes" } });
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  const answer = await fetch(new URL(`/api/signals/${project}`, caller.url), {
    method: "POST",
    body,
    headers: { "Content-Type": "application/json", "X-Forgejo-Event": "push", "X-Forgejo-Delivery": randomUUID(), "X-Forgejo-Signature": signature },
  });
  if (answer.status !== 202) throw new Error(`A webhook was refused: ${answer.status} ${await answer.text()}`);
}

async function answered(sent) {
  const answer = await sent;
  if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
  return answer;
}
