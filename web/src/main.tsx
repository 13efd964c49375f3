import "@fontsource-variable/ibm-plex-sans/wdth.css";
import "@mantine/core/styles.css";
import "./ui/tokens.css";
import "./ui/mantine.css";
import "./ui/base.css";
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queries } from "./api/queries";
import { router } from "./router";
import { useScheme } from "./ui/look";
import { theme } from "./ui/theme";
import { Speaking, startLanguage } from "./words/Speaking";

function Application() {
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme={useScheme()}
      withCssVariables={false}
      withGlobalClasses={false}
      deduplicateInlineStyles={false}
    >
      <Speaking>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </Speaking>
    </MantineProvider>
  );
}

void startLanguage().then(() =>
  createRoot(document.getElementById("root")!).render(
    <StrictMode>
      <Application />
    </StrictMode>,
  ),
);
