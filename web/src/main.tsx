import "@fontsource-variable/ibm-plex-sans/wdth.css";
import "@mantine/core/styles.css";
import "./ui/tokens.css";
import "./ui/base.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { router } from "./router";
import { cssVariables, theme } from "./ui/theme";
import { WordsProvider, type Language } from "./words/words";

const queries = new QueryClient({ defaultOptions: { queries: { staleTime: 30_000, retry: false } } });
const language: Language = document.documentElement.lang === "de" ? "de" : "en";

createRoot(document.getElementById("root")!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <WordsProvider language={language}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </WordsProvider>
    </MantineProvider>
  </StrictMode>,
);
