// What the server and its PostgreSQL take of the machine, as Linux counts it.
import { readdirSync, readFileSync } from "node:fs";

const TICKS_A_SECOND = 100;

/** The server's own memory, in megabytes. */
export const serverMegabytes = (served) => kilobytes(served.process.pid, "status", "VmRSS") / 1024;

/** Its processes share most of their memory, so each counts with its share; in megabytes. */
export const postgresMegabytes = (served) =>
  postgres(served).reduce((sum, pid) => sum + kilobytes(pid, "smaps_rollup", "Pss"), 0) / 1024;

/** Seconds of a core that both have taken so far, and of the server's part those of its compiler. */
export function seconds(served) {
  const { pid } = served.process;
  const compiler = readdirSync(`/proc/${pid}/task`).filter((thread) => /^C[12] Compiler/.test(read(`${pid}/task/${thread}/comm`)));
  return {
    server: ticks(`${pid}`) / TICKS_A_SECOND,
    compiler: sum(compiler.map((thread) => ticks(`${pid}/task/${thread}`))) / TICKS_A_SECOND,
    postgres: sum(postgres(served).map((each) => ticks(`${each}`))) / TICKS_A_SECOND,
  };
}

function postgres({ data }) {
  const postmaster = readFileSync(`${data}/postgres/cluster/postmaster.pid`, "utf8").split("\n")[0];
  return [postmaster, ...read(`${postmaster}/task/${postmaster}/children`).trim().split(" ")];
}

function kilobytes(pid, file, name) {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(read(`${pid}/${file}`))[1]);
}

/** Fields 14 and 15 of proc_pid_stat(5), counted behind the name, which may have blanks. */
function ticks(path) {
  const fields = read(`${path}/stat`).replace(/^.*\) /, "").split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

const read = (path) => readFileSync(`/proc/${path}`, "utf8");
const sum = (values) => values.reduce((all, each) => all + each, 0);
