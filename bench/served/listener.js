// A process of its own that holds many pages open, as bench/served/together.js wants them: their streams of live events,
// and when each heard of a version of one plan.
import { Caller } from "./caller.js";

const heard = new Map();
const ends = [];

process.on("message", async ({ open, report, end }) => {
  if (open) {
    for (const { url, cookie, project } of open) {
      const caller = new Caller(url, {});
      caller.cookie = cookie;
      ends.push(await caller.listen(({ noun, id, version }) => {
        if (noun !== "plan" || id !== project) return;
        if (!heard.has(version)) heard.set(version, []);
        // One clock for all processes of the machine.
        heard.get(version).push(performance.timeOrigin + performance.now());
      }));
    }
    process.send({ opened: ends.length });
  }
  if (report) process.send({ report: heard.get(report) ?? [] });
  if (end) {
    ends.forEach((close) => close());
    process.exit(0);
  }
});
