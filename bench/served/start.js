// bin/bench start: how soon the server is ready when it is started again, and how much memory it takes at rest.
import { Served } from "../../walks/served.js";
import { atMost, beside, median } from "./figures.js";
import { postgresMegabytes, serverMegabytes } from "./processes.js";

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
      atMost("memory of the server at rest (RSS)", serverMegabytes(served), "MB", 500),
      atMost("memory of PostgreSQL at rest (PSS)", postgresMegabytes(served), "MB", 256),
      beside("the first start, with the demo laid out", first, "ms"),
    ];
  } finally {
    await served.end();
  }
}
