import { useEffect, useSyncExternalStore } from "react";
import { ask } from "../api/client";
import { queries, workQuery } from "../api/queries";
import type { Complication, MyWork, ProgressTold } from "../api/types";
import { useSession } from "../identity/session";
import { UnsentWork, type Unsent } from "./unsent";

let mine: { account: string; work: UnsentWork } | undefined;

/// Of whoever is signed in; on a shared machine nobody sends what another one told.
export function useUnsent(): UnsentWork {
  const account = useSession()?.account.id ?? "";
  const work = of(account);
  useSyncExternalStore(work.watch, () => work.state);
  return work;
}

/// While this is on a page what waits is sent as soon as can be.
export function useSending(): void {
  const work = useUnsent();
  useEffect(() => work.keepTrying(), [work]);
}

function of(account: string): UnsentWork {
  if (mine?.account !== account) mine = { account, work: new UnsentWork(sent, `chargehand.work.${account}`, localStorage, serverNow, alone) };
  return mine.work;
}

/// Of all windows one sends.
const alone = async (run: () => Promise<void>): Promise<void> => void (await (navigator.locks ? navigator.locks.request("chargehand-work", run) : run()));

/// By the server's clock, as far as it was heard of, for that is what it judges by.
function serverNow(): Date {
  const read = queries.getQueryState<MyWork>(workQuery.queryKey);
  return new Date(read?.data ? Date.parse(read.data.now) + Date.now() - read.dataUpdatedAt : Date.now());
}

async function sent(unsent: Unsent): Promise<number | undefined> {
  const version = await tell(unsent);
  for (const key of ["work", "task-work", "desk"]) void queries.invalidateQueries({ queryKey: [key] });
  return version;
}

function tell(unsent: Unsent): Promise<number | undefined> {
  if (unsent.kind === "progress") return tellProgress(unsent);
  return unsent.kind === "complication" ? tellComplication(unsent) : tellWait(unsent);
}

const pathOf = ({ project, task }: Pick<Unsent, "project" | "task">) => `/api/projects/${project}/tasks/${encodeURIComponent(task)}`;

async function tellProgress(unsent: Extract<Unsent, { kind: "progress" }>): Promise<number> {
  return (await ask<ProgressTold>(`${pathOf(unsent)}/progress`, { method: "PUT", body: unsent.report, ifMatch: unsent.version })).body.version;
}

async function tellComplication(unsent: Extract<Unsent, { kind: "complication" }>): Promise<undefined> {
  await ask<Complication>(`${pathOf(unsent)}/complications`, { method: "POST", body: unsent.body, key: unsent.key });
}

async function tellWait({ need, waits, at }: Extract<Unsent, { kind: "wait" }>): Promise<undefined> {
  const path = `/api/needs/${need}/waiting`;
  await (waits ? ask(path, { method: "PUT", body: { since: at } }) : ask(`${path}?at=${encodeURIComponent(at)}`, { method: "DELETE" }));
}
