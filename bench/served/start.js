// bin/bench start: how soon the server is ready when it is started again, and how much memory it takes at rest.
import { readFileSync } from "node:fs";
import { Served } from "../../walks/served.js";
import { atMost, beside, median } from "./figures.js";

const STARTS = 5;
const REST_MILLIS = 15_000;

export async function start({ say }) {
  const served = await Served.start();
  try {
    const first = served.readyMillis;
    say(`first start, with the demo laid out: ${Math.round(first)} ms`);
    const later = [];
    for (let i = 0; i < STARTS; i++) {
      await served.stop();
      await served.restart();
      say(`later start: ${Math.round(served.readyMillis)} ms`);
      later.push(served.readyMillis);
    }
    await new Promise((resolve) => setTimeout(resolve, REST_MILLIS));
    return [
      atMost(`a later start, until the server is ready, median of ${STARTS}`, median(later), "ms", 5_000),
      atMost("memory of the server at rest (RSS)", kilobytes(served.process.pid, "status", "VmRSS") / 1024, "MB", 500),
      atMost("memory of PostgreSQL at rest (PSS)", postgres(served) / 1024, "MB", 256),
      beside("the first start, with the demo laid out", first, "ms"),
    ];
  } finally {
    await served.end();
  }
}

function kilobytes(pid, file, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${pid}/${file}`, "utf8"))[1]);
}

/** Its processes share most of their memory, so each counts with its share. */
function postgres({ data }) {
  const postmaster = readFileSync(`${data}/postgres/cluster/postmaster.pid`, "utf8").split("\n")[0];
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8").trim().split(" ");
  return [postmaster, ...children].reduce((sum, pid) => sum + kilobytes(pid, "smaps_rollup", "Pss"), 0);
}
