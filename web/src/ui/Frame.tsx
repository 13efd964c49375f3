import { Outlet, useNavigate, useRouterState } from "@tanstack/react-router";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from "react";
import { hear, sessionQuery } from "../api/queries";
import type { Session } from "../api/types";
import { SessionContext } from "../identity/session";
import { live, useLine, useLiveEvents } from "../live/live";
import { useWords } from "../words/words";
import { speak } from "../words/Speaking";
import { datesIn } from "./dates";
import { FinInk } from "./Fin";
import { setDensity, setTheme } from "./look";
import { Masthead } from "./Masthead";
import { Sayings } from "./said";

const palette = () => import("../find/Palette");
const Palette = lazy(palette);
const Keys = lazy(() => import("../find/Keys"));
/// The page does without where it can't be had.
const KeptSending = lazy(() => import("../work/KeptSending").catch(() => ({ default: () => null })));

/// What is around every page of somebody who has signed in.
///
/// @param children a page that stands outside of the others' route
export function Frame({ children }: { children?: ReactNode }) {
  const { data: session } = useQuery(sessionQuery);
  const { t } = useWords();
  const [open, setOpen] = useState<"find" | "keys">();
  const close = useCallback(() => setOpen(undefined), []);
  useLiveEvents(hear);
  useSettings(session?.account);
  useShortcuts(setOpen);
  useFocusOnArrival();
  useEffect(() => {
    // Loaded before it is wanted, so that what is typed right after Ctrl K is not lost.
    const timer = setTimeout(() => void palette().catch(() => undefined), 1500); // Only ahead of time: who opens it asks again.
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    live.start();
    return () => live.end();
  }, [session?.account.id]);
  if (!session) return null;
  return (
    <SessionContext value={session}>
      <a className="skip" href="#main">
        {t("app.skip")}
      </a>
      <FinInk />
      <div className="page">
        <Masthead find={() => setOpen("find")} keys={() => setOpen("keys")} />
        <OfflineLine zone={session.company.zone} />
        <main id="main" tabIndex={-1}>
          {children ?? <Outlet />}
        </main>
      </div>
      <Sayings />
      <Suspense>
        <KeptSending />
      </Suspense>
      <Suspense>
        {open === "find" && <Palette close={close} keys={() => setOpen("keys")} />}
        {open === "keys" && <Keys close={close} />}
      </Suspense>
    </SessionContext>
  );
}

function OfflineLine({ zone }: { zone: string }) {
  const { t, locale } = useWords();
  const line = useLine();
  if (line.online) return null;
  const since = line.since ?? new Date().toISOString();
  return (
    <div className="offline" role="status">
      <p>
        <b>{t("app.offline", { since: datesIn(locale, zone, since).time(since) })}</b> {t("app.offline.detail")}
      </p>
      <button className="btn" type="button" onClick={() => live.tryNow()}>
        {t("app.tryNow")}
      </button>
    </div>
  );
}

function useSettings(account: Session["account"] | undefined) {
  useEffect(() => {
    if (!account) return;
    void speak(account.language);
    setTheme(account.theme);
    setDensity(account.density);
  }, [account?.language, account?.theme, account?.density, account]);
}

function useShortcuts(open: (what: "find" | "keys") => void) {
  const navigate = useNavigate();
  useEffect(() => {
    let going = 0;
    const pressed = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
        event.preventDefault();
        return open("find");
      }
      if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      if (event.key === "?") {
        event.preventDefault();
        return open("keys");
      }
      const to = places[event.key];
      if (going && to && Date.now() - going < 1500) void navigate({ to });
      going = event.key === "g" ? Date.now() : 0;
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  }, [navigate, open]);
}

const places: Record<string, string> = { w: "/work", p: "/projects", e: "/people", c: "/clients", i: "/import", a: "/account" };

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

// A page that was come to by a link is read from its beginning, unless it has put the focus somewhere itself.
function useFocusOnArrival() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [first] = useState(path);
  useEffect(() => {
    if (path === first) return;
    requestAnimationFrame(() => {
      const main = document.getElementById("main");
      if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true });
    });
  }, [path, first]);
}
