import "@fontsource-variable/ibm-plex-sans/wdth.css";
import "@mantine/core/styles.css";
import "../../ui/tokens.css";
import "../../ui/mantine.css";
import "../../ui/base.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "../../api/queries";
import type { Session } from "../../api/types";
import { SessionContext } from "../../identity/session";
import { FinInk, Mark } from "../../ui/Fin";
import { theme } from "../../ui/theme";
import { loadWords, WordsProvider, type Language } from "../../words/words";
import { PlanDesk } from "../PlanDesk";
import type { View } from "../PlanHead";
import { MockApi } from "./mockApi";
import { generatedPlan, patientApp } from "./plans";

/// The plan page over a plan in memory, for working on it: mock.html?n=10000&dark&de&view=list.
const asked = new URLSearchParams(location.search);
const size = Number(asked.get("n") ?? 0);
const language: Language = asked.has("de") ? "de" : "en";
if (asked.has("dark")) document.documentElement.dataset.theme = "dark";
localStorage.removeItem("plan.unsent.mock");
const api = new MockApi(size ? generatedPlan(size) : asked.has("empty") ? { ...patientApp(), tasks: [], links: [] } : patientApp());
const session = { account: { id: "me", name: "Hanna Chargehand", initials: "HC", density: "compact" }, company: { name: "Harbour IT", zone: "Europe/Berlin" }, can: [], now: "2027-02-02T13:00:00Z" } as unknown as Session;
await loadWords(language);

function Page() {
  const [view, setView] = useState<View>((asked.get("view") as View | null) ?? "plan");
  const [opened, open] = useState<string | undefined>(asked.get("task") ?? undefined);
  return (
    <div className="page">
      <header className="mast">
        <a className="brand" href="/">
          <Mark />
          <span>Harbour IT</span>
        </a>
        <nav aria-label="Main">
          <a href="/" aria-current="page">
            Projects
          </a>
          <a href="/">People</a>
        </nav>
        <div className="end">
          <span className="here" id="here" />
          <span className="who me">HC</span>
        </div>
      </header>
      <main id="main">
        <PlanDesk project="mock" api={api} client="Northgate Hospital" {...{ view, setView, opened, open }} />
      </main>
    </div>
  );
}

createRoot(document.getElementById("root")!).render(
  <MantineProvider theme={theme} forceColorScheme={asked.has("dark") ? "dark" : "light"} withCssVariables={false} withGlobalClasses={false}>
    <WordsProvider language={language}>
      <SessionContext value={session}>
        <FinInk />
        <QueryClientProvider client={queries}>
          <Page />
        </QueryClientProvider>
      </SessionContext>
    </WordsProvider>
  </MantineProvider>,
);
