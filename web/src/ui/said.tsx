import { useEffect, useSyncExternalStore, type ReactNode } from "react";

/// What was just done, said once at the lower left for as long as it takes to read, or to take it back where that can be.
type Saying = { text: ReactNode; act?: { name: string; do: () => void } };

let saying: Saying | undefined;
const watchers = new Set<() => void>();

export function say(text: ReactNode, act?: Saying["act"]): void {
  saying = { text, act };
  for (const watcher of watchers) watcher();
}

function hush(): void {
  saying = undefined;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => void watchers.delete(watcher);
}

export function Sayings() {
  const now = useSyncExternalStore(watch, () => saying);
  useEffect(() => {
    if (!now) return;
    const timer = setTimeout(hush, now.act ? 10_000 : 5_000);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <div className="toasts" role="status">
      {now && (
        <div className="toast">
          <p>{now.text}</p>
          {now.act && (
            <button
              className="btn bare"
              type="button"
              onClick={() => {
                now.act!.do();
                hush();
              }}
            >
              {now.act.name}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
