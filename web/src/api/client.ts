/// What the server says when it refuses: RFC 9457.
export type ProblemDetails = {
  type: string;
  title: string;
  status: number;
  detail?: string;
  code: string;
  hint?: string;
  values?: Record<string, unknown>;
  traceId?: string;
};

export class Problem extends Error {
  /// `retryAfter` in seconds, where the server says how long to wait.
  constructor(
    readonly details: ProblemDetails,
    readonly retryAfter?: number,
  ) {
    super(details.detail ?? details.title);
  }
  get code() {
    return this.details.code;
  }
  get status() {
    return this.details.status;
  }
}

/// The server could not be reached at all, or is not ready.
export class Away extends Error {}

export type Answer<T> = { body: T; version: number | undefined };
/// `key` null for a POST that changes nothing; uploads are looked at before they change anything, too.
export type Asking = { method?: string; body?: unknown; ifMatch?: number; signal?: AbortSignal; key?: string | null };

/// One request to the API. Throws Problem for what the server refuses and Away when nobody answers.
export async function ask<T>(path: string, asking: Asking = {}): Promise<Answer<T>> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": document.documentElement.lang };
  const form = asking.body instanceof FormData;
  if (asking.body !== undefined && !form) headers["Content-Type"] = "application/json";
  if (asking.ifMatch !== undefined) headers["If-Match"] = `"${asking.ifMatch}"`;
  if (asking.method === "POST" && asking.key !== null && !form) headers["Idempotency-Key"] = asking.key ?? crypto.randomUUID();
  let response: Response;
  try {
    const early = asking.method === undefined ? await earlyAnswer(path) : undefined;
    response = early ?? await fetch(path, {
      method: asking.method ?? "GET",
      headers,
      body: asking.body === undefined ? undefined : form ? (asking.body as FormData) : JSON.stringify(asking.body),
      signal: asking.signal,
      credentials: "same-origin",
    });
  } catch (failed) {
    if (failed instanceof DOMException && failed.name === "AbortError") throw failed;
    throw new Away();
  }
  if (response.status === 502 || response.status === 503 || response.status === 504) throw new Away();
  if (!response.ok) {
    throw new Problem(await problemOf(response), Number(response.headers.get("Retry-After")) || undefined);
  }
  const version = /"(\d+)"/.exec(response.headers.get("ETag") ?? "")?.[1];
  const text = response.status === 204 ? "" : await response.text();
  return { body: (text ? JSON.parse(text) : undefined) as T, version: version ? Number(version) : undefined };
}

/// What early.js asked for, once, if it went well; else it is asked again.
async function earlyAnswer(path: string): Promise<Response | undefined> {
  const { early } = window as { early?: Record<string, Promise<Response>> };
  const asked = early?.[path];
  if (!asked) return undefined;
  delete early[path];
  const answer = await asked.catch(() => undefined);
  return answer?.ok ? answer : undefined;
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  try {
    return (await response.json()) as ProblemDetails;
  } catch {
    return { type: "about:blank", title: response.statusText, status: response.status, code: "unknown" };
  }
}

export const get = async <T>(path: string, signal?: AbortSignal) => (await ask<T>(path, { signal })).body;
export const send = async <T>(method: string, path: string, body?: unknown, ifMatch?: number) =>
  (await ask<T>(path, { method, body, ifMatch })).body;
