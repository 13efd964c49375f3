import { useEffect, useSyncExternalStore } from "react";
import type { LiveEvent } from "../api/types";
import { readEvents } from "./stream";

/// Whether the server is heard. Away only after the line has been down for a moment, so that a restart is no alarm.
export type Line = { online: boolean; since?: string };

type Message = { kind: "event"; event: LiveEvent } | { kind: "line"; line: Line } | { kind: "again" };

const silenceMs = 40_000;
const firstPauseMs = 500;
const longestPauseMs = 10_000;
const patienceMs = 2_500;

/// One line to the server for all windows of this browser: who holds the lock listens and passes on what it hears.
class Live {
  private readonly takers = new Set<(event: LiveEvent) => void>();
  private readonly watchers = new Set<() => void>();
  private readonly channel = new BroadcastChannel("chargehand-live");
  private line: Line = { online: true };
  private last: number | undefined;
  private stop: AbortController | undefined;
  private wake: (() => void) | undefined;
  private answered = false;
  private alarm: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === "event") this.hand(data.event);
      else if (data.kind === "line") this.set(data.line);
      else this.wake?.();
    };
    addEventListener("online", () => this.tryNow());
  }

  start(): void {
    if (this.stop) return;
    const stop = (this.stop = new AbortController());
    const listen = () => this.listen(stop.signal);
    if (!navigator.locks) void listen();
    else navigator.locks.request("chargehand-live", { signal: stop.signal }, listen).catch(() => undefined);
  }

  end(): void {
    this.stop?.abort();
    this.stop = undefined;
    this.last = undefined;
    clearTimeout(this.alarm);
    this.alarm = undefined;
    this.set({ online: true });
  }

  tryNow(): void {
    this.wake?.();
    this.channel.postMessage({ kind: "again" } satisfies Message);
  }

  onEvent(take: (event: LiveEvent) => void): () => void {
    this.takers.add(take);
    return () => void this.takers.delete(take);
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => void this.watchers.delete(watcher);
  };

  readonly now = (): Line => this.line;

  private async listen(signal: AbortSignal): Promise<void> {
    let pause = firstPauseMs;
    while (!signal.aborted) {
      if (await this.hear(signal)) pause = firstPauseMs;
      if (signal.aborted) return;
      if (!this.answered) this.lost();
      await this.rest(pause * (0.75 + Math.random() / 2), signal);
      pause = Math.min(longestPauseMs, pause * 2);
    }
  }

  /// True if the server answered at all.
  private async hear(signal: AbortSignal): Promise<boolean> {
    this.answered = false;
    const quiet = new AbortController();
    let timer = setTimeout(() => quiet.abort(), silenceMs);
    try {
      const headers: Record<string, string> = { Accept: "text/event-stream" };
      if (this.last !== undefined) headers["Last-Event-ID"] = String(this.last);
      const response = await fetch("/api/events", { headers, signal: AbortSignal.any([signal, quiet.signal]) });
      if (response.status === 401) this.end();
      // Whoever answers is there, even if there is nothing to hear.
      if (response.status < 500) this.back();
      this.answered = response.status < 500 && !response.ok;
      if (!response.ok || !response.body) return false;
      await readEvents(
        response.body,
        (event) => this.take(event.event, event.data, event.id),
        () => {
          clearTimeout(timer);
          timer = setTimeout(() => quiet.abort(), silenceMs);
        },
      );
      return true;
    } catch {
      return false;
    } finally {
      clearTimeout(timer);
    }
  }

  private take(kind: string, data: string, id: string | undefined): void {
    const begins = kind === "ready" && this.last === undefined;
    if (id !== undefined && !Number.isNaN(Number(id))) this.last = Number(id);
    if (kind !== "change" && kind !== "reset" && !begins) return;
    // After a reset too much was missed to be told one by one; before the first word nobody knows what was.
    const event: LiveEvent = kind === "change" ? JSON.parse(data) : { seq: this.last ?? 0, noun: begins ? "begin" : "reset", id: "" };
    this.hand(event);
    this.channel.postMessage({ kind: "event", event } satisfies Message);
  }

  private hand(event: LiveEvent): void {
    if (event.seq !== undefined) this.last = Math.max(this.last ?? 0, event.seq);
    for (const take of this.takers) take(event);
  }

  private lost(): void {
    if (!this.line.online || this.alarm) return;
    const since = new Date().toISOString();
    this.alarm = setTimeout(() => this.tell({ online: false, since }), patienceMs);
  }

  private back(): void {
    clearTimeout(this.alarm);
    this.alarm = undefined;
    this.tell({ online: true });
  }

  private tell(line: Line): void {
    this.set(line);
    this.channel.postMessage({ kind: "line", line } satisfies Message);
  }

  private set(line: Line): void {
    if (line.online) {
      clearTimeout(this.alarm);
      this.alarm = undefined;
    }
    if (line.online === this.line.online) return;
    this.line = line;
    for (const watcher of this.watchers) watcher();
  }

  private rest(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((wake) => {
      const timer = setTimeout(wake, ms);
      this.wake = () => {
        clearTimeout(timer);
        wake();
      };
      signal.addEventListener("abort", () => this.wake?.(), { once: true });
    });
  }
}

export const live = new Live();

export const useLine = (): Line => useSyncExternalStore(live.watch, live.now);

/// Calls `take` for each event while the component is shown; `take` should be stable.
export function useLiveEvents(take: (event: LiveEvent) => void): void {
  useEffect(() => live.onEvent(take), [take]);
}
