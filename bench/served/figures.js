// Things measured, beside what is aimed at, written down with command, machine and date.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";
import { join } from "node:path";

export const atMost = (name, value, unit, aim) => ({ name, value, unit, aim, met: value <= aim });
export const atLeast = (name, value, unit, aim) => ({ name, value, unit, aim, least: true, met: value >= aim });
/** What explains the others and has no aim of its own. */
export const beside = (name, value, unit) => ({ name, value, unit });

export class Sample {
  #sorted;

  constructor(values) {
    if (values.length === 0) throw new Error("Nothing was measured.");
    this.#sorted = [...values].sort((a, b) => a - b);
  }

  /** The value that this share of all does not exceed. */
  quantile(share) {
    return this.#sorted[Math.max(0, Math.ceil(this.#sorted.length * share) - 1)];
  }

  get median() {
    return this.quantile(0.5);
  }
}

export const median = (values) => new Sample(values).median;

const number = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

function line({ name, value, unit, aim, least, met }) {
  const figure = `  ${name.padEnd(62)} ${number(value).padStart(10)} ${unit.padEnd(4)}`;
  if (aim === undefined) return figure.trimEnd();
  return `${figure} aim ${least ? "≥" : "≤"} ${number(aim).padStart(6)}  ${met ? "met" : "MISSED"}`;
}

function processor() {
  try {
    return /^model name\s*:\s*(.*)$/m.exec(readFileSync("/proc/cpuinfo", "utf8"))[1];
  } catch {
    return process.arch;
  }
}

/** The load is part of the figure: others at work on the machine make it slower. */
export class Results {
  #begun = loadavg()[0];

  constructor(name, command) {
    this.name = name;
    this.command = command;
    this.day = new Date().toISOString().slice(0, 10);
  }

  tell(figures, { json, folder }) {
    const machine = {
      cores: availableParallelism(),
      processor: processor(),
      node: process.version,
      load: { before: round(this.#begun), after: round(loadavg()[0]) },
    };
    const text = [
      this.command,
      `${this.day}, ${machine.cores} cores, ${machine.processor}, Node ${machine.node}, load ${machine.load.before} before and ${machine.load.after} after`,
      "",
      ...figures.map(line),
      "",
    ].join("\n");
    process.stdout.write(json ? `${JSON.stringify(figures)}\n` : text);
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${this.name}-${this.day}.txt`), text);
    const record = { command: this.command, date: this.day, ...machine, figures };
    writeFileSync(join(folder, `${this.name}-${this.day}.json`), `${JSON.stringify(record, null, 2)}\n`);
  }
}

const round = (value) => Math.round(value * 10) / 10;
