// One who has signed in, over connections that stay open; and a stream of live events.
import http from "node:http";

export class Caller {
  #agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

  constructor(url, { account, password }) {
    this.url = new URL(url);
    this.account = account;
    this.password = password;
    this.cookie = "";
  }

  async signIn() {
    const { status, headers, text } = await this.send("POST", "/api/sessions", { login: this.account, password: this.password });
    if (status !== 201) throw new Error(`${this.account} can't sign in: ${status} ${text}`);
    this.cookie = headers["set-cookie"][0].replace(/;.*/, "");
    return this;
  }

  /** Status, headers and text of the answer, once all of it is there. */
  send(method, path, body, headers = {}) {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const options = {
      method,
      agent: this.#agent,
      host: this.url.hostname,
      port: this.url.port,
      path,
      headers: {
        ...(this.cookie && { Cookie: this.cookie }),
        "Accept-Encoding": "identity",
        ...(sent !== undefined && { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(sent) }),
        ...headers,
      },
    };
    return new Promise((resolve, reject) => {
      const request = http.request(options, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () =>
          resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
        answer.on("error", reject);
      });
      request.on("error", reject);
      request.end(sent);
    });
  }

  async get(path) {
    const { status, text } = await this.send("GET", path);
    if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
    return JSON.parse(text);
  }

  /** Calls `heard` with every live event, until the returned function is called. */
  async listen(heard) {
    const options = {
      host: this.url.hostname,
      port: this.url.port,
      path: "/api/events",
      headers: { Cookie: this.cookie, Accept: "text/event-stream" },
    };
    const stream = await new Promise((resolve, reject) => {
      http.get(options, resolve).on("error", reject);
    });
    if (stream.statusCode !== 200) throw new Error(`GET /api/events: ${stream.statusCode}`);
    let kept = "";
    stream.setEncoding("utf8");
    stream.on("data", (text) => {
      const events = (kept + text).split(/\r?\n\r?\n/);
      kept = events.pop();
      for (const event of events) {
        const data = /^data: ?(.*)$/m.exec(event)?.[1];
        if (data?.startsWith("{")) heard(JSON.parse(data));
      }
    });
    stream.on("error", () => undefined); // Ended from our side, or with the server.
    return () => stream.destroy();
  }

  end() {
    this.#agent.destroy();
  }
}
