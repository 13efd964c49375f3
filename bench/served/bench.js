// bin/bench web | api | load | start | together | kinds: measures the server that people start.
import { api } from "./api.js";
import { Results } from "./figures.js";
import { kinds } from "./kinds.js";
import { load } from "./load.js";
import { start } from "./start.js";
import { together } from "./together.js";
import { web } from "./web.js";

const BENCHES = { web, api, load, start, together, kinds };
const HELP = `bin/bench web   [--size N] [--seed N] [--json]
bin/bench api   [--size N] [--seed N] [--json]
bin/bench load  [--rate N] [--seconds N] [--seed N] [--json]
bin/bench start [--json]
bin/bench kinds [--size N] [--seed N] [--only register | money | board] [--json]
bin/bench together [--pages N] [--tasks N] [--size N] [--seed N] [--json]

web    opens a made-up plan of N tasks (10,000) with 1.2 links a task in Chromium, signed in: until rows are painted and
       a key is answered, scrolling, dragging, dropping, and the size of the scripts. About three minutes.
api    makes the same edits through the API until they are stored and seen on a stream of events. About two minutes.
load   asks for what bench/load/mix.json says, N requests a second (160), on the demo company; the program that asks is
       held to one core, the server and its PostgreSQL to another. About two minutes.
start  starts the server again and again, and weighs it at rest. About a minute.
together  holds N pages open (1,000) in processes of their own and changes a plan that all of them see; then fills the
       database with N tasks (100,000), in plans of N tasks each (10,000), and reads My work and drafts an update of one of
       them. Under five minutes; --pages 100 --tasks 2000 --size 1000 in one.
kinds  reads a register of N assets (10,000; a large company has 100,000) with as many relations, writes a tenth as many
       policies, and reads ten times as many amounts of money; searches, asks what goes away, looks five years ahead and adds
       up. Then sends webhooks to a board of 2,000 cards, and scrolls it and drags its cards in Chromium. About three
       minutes for 10,000; --only measures one of these, and writes no results.

Each starts a server on a data folder of its own, and writes bench/results/NAME-DATE.txt and .json. --json prints the
figures as one line of JSON.
`;

const [name, ...rest] = process.argv.slice(2);
if (rest.includes("--help") || !(name in BENCHES)) {
  process.stdout.write(HELP);
  process.exit(rest.includes("--help") || name === "--help" ? 0 : 64);
}
const options = {
  size: number("--size", 10_000),
  seed: number("--seed", 1),
  pages: number("--pages", 1_000),
  tasks: number("--tasks", 100_000),
  rate: number("--rate", 160),
  seconds: number("--seconds", 60),
  only: oneOf("--only", ["register", "money", "board"]),
  say: (text) => process.stderr.write(`  ${text}\n`),
};
const results = new Results(name, command());
const figures = await BENCHES[name](options);
results.tell(figures, { json: rest.includes("--json"), folder: options.only ? undefined : text("--results") });

function command() {
  const said = { web: ["size", "seed"], api: ["size", "seed"], load: ["rate", "seconds", "seed"], start: [], together: ["pages", "tasks", "size", "seed"], kinds: ["size", "seed"] }[name];
  return [`bin/bench ${name}`, ...said.map((option) => `--${option} ${options[option]}`)].join(" ");
}

function oneOf(option, known) {
  const value = text(option);
  if (!rest.includes(option) || known.includes(value)) return value;
  process.stderr.write(`${option} needs one of ${known.join(", ")}.\n`);
  process.exit(64);
}

function text(option) {
  const at = rest.indexOf(option);
  return at < 0 ? undefined : rest[at + 1];
}

function number(option, otherwise) {
  if (!rest.includes(option)) return otherwise;
  const value = Number(text(option)?.replaceAll("_", ""));
  if (Number.isInteger(value) && value > 0) return value;
  process.stderr.write(`${option} needs a whole number above 0.\n`);
  process.exit(64);
}
