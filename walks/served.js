// A server of its own for a walk or a bench: a throw-away data folder, the demo in it, its clock stopped.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { top } from "./walk.js";

/** Monday, 1 February 2027, 9:00 in Hamburg: the demo's today. */
export const TODAY = "2027-02-01T08:00:00Z";
const PATIENCE = 120_000;
/** A folder with the demo as its first start leaves it, so that not each walk has to lay it out; see laid-out.js. */
const laidOut = process.env.CHARGEHAND_LAID_OUT;

export class Served {
  static async start({ demo = true, clock = TODAY, command = [], port = 0 } = {}) {
    const served = new Served();
    served.data = mkdtempSync(join(tmpdir(), "chargehand-walk-"));
    // With its owners: PostgreSQL's part may belong to somebody else.
    if (laidOut && demo && clock === TODAY) execFileSync("cp", ["-a", `${laidOut}/.`, served.data]);
    served.options = { demo, clock, command };
    await served.#run(port);
    return served;
  }

  async #run(port) {
    const { demo, clock, command } = this.options;
    const [program, ...before] = [...command, "./chargehand"]; // as taskset -c 0 ./chargehand
    const environment = { ...process.env, ...(clock ? { CHARGEHAND_CLOCK: clock } : {}) };
    const begun = performance.now();
    this.process = spawn(
      program,
      [...before, "serve", "--port", String(port), "--data", this.data, ...(demo ? ["--demo"] : [])],
      { cwd: top, env: environment, stdio: ["ignore", "pipe", "pipe"] },
    );
    this.url = await this.#address();
    this.readyMillis = performance.now() - begun;
  }

  #address() {
    return new Promise((resolve, reject) => {
      let said = "";
      const timer = setTimeout(() => reject(new Error(`The server was not ready in time:\n${said}`)), PATIENCE);
      const listen = (text) => {
        said += text;
        const ready = said.match(/Chargehand is ready: (http:\S+)/);
        if (!ready) return;
        clearTimeout(timer);
        resolve(ready[1]);
      };
      this.process.stdout.on("data", listen);
      this.process.stderr.on("data", (text) => (said += text));
      this.process.on("exit", (code) => reject(new Error(`The server ended (${code}):\n${said}`)));
    });
  }

  /** Name and password by role, as the demo's first start wrote them. */
  signIns() {
    const lines = JSON.parse(readFileSync(join(this.data, "first-sign-in.json"), "utf8"));
    return Object.fromEntries(lines.map((line) => [line.role, line]));
  }

  /** What the API answers to somebody who has signed in as the role; for what a walk needs to know beforehand. */
  async caller(role) {
    const { account, password } = this.signIns()[role];
    const signedIn = await fetch(`${this.url}/api/sessions`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ login: account, password }),
    });
    if (signedIn.status !== 201) throw new Error(`${role} can't sign in: ${signedIn.status} ${await signedIn.text()}`);
    const cookie = signedIn.headers.get("set-cookie").replace(/;.*/, "");
    return async (method, path, body, headers = {}) => {
      const answer = await fetch(this.url + path, {
        method,
        headers: { Cookie: cookie, ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.status === 204 ? undefined : answer.json();
    };
  }

  /** Ends it as Ctrl+C does, and waits. */
  async stop() {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once("close", resolve));
    this.process.kill("SIGTERM");
    await gone;
  }

  /** The same folder again, at the same address. */
  async restart() {
    await this.#run(new URL(this.url).port);
  }

  async end() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true });
  }
}
