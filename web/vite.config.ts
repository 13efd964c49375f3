import { readFileSync } from "node:fs";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";
import { isLater } from "./src/words/parts.ts";

export default defineConfig({
  plugins: [react(), parted(), preloaded("PlanPage"), named("early.js", "theme.js")],
  build: { outDir: "dist", manifest: true, chunkSizeWarningLimit: 700, target: "es2022", assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { "^/api/": process.env.CHARGEHAND_URL ?? "http://127.0.0.1:8080" } },
  test: { environment: "happy-dom", include: ["src/**/*.test.{ts,tsx}"] },
});

/// The texts of one language in two: those that the first pages need, and those that others wait for.
function parted(): Plugin {
  return {
    name: "parted",
    enforce: "pre",
    load(id) {
      const [file, query] = id.split("?");
      const part = /\b(first|later)\b/.exec(query ?? "")?.[0];
      if (!file?.endsWith(".json") || !part) return undefined;
      const texts = Object.entries(JSON.parse(readFileSync(file.replace(/^(?=\/src\/)/, import.meta.dirname), "utf8")) as Record<string, string>);
      const those = JSON.stringify(Object.fromEntries(texts.filter(([key]) => isLater(key) === (part === "later"))));
      return { code: `export default JSON.parse(${JSON.stringify(those)})`, moduleType: "js" };
    },
  };
}

/// Small scripts that run before all else get their content into their name, so that browsers need not ask for them again.
function named(...files: string[]): Plugin {
  return {
    name: "named",
    apply: "build",
    buildStart() {
      for (const name of files) this.emitFile({ type: "asset", name, source: readFileSync(`public/${name}`) });
    },
    transformIndexHtml: {
      order: "post",
      handler: (html, { bundle }) =>
        files.reduce((text, name) => {
          const named = Object.values(bundle ?? {}).find((each) => each.type === "asset" && each.names.includes(name));
          return named ? text.replace(`"/${name}"`, `"/${named.fileName}"`) : text;
        }, html),
    },
  };
}

/// The page that takes longest to open is fetched beside the first script, rather than after it.
function preloaded(name: string): Plugin {
  return {
    name: "preloaded",
    transformIndexHtml: {
      order: "post",
      handler: (_, { bundle }) =>
        Object.values(bundle ?? {})
          .filter((chunk) => chunk.type === "chunk" && chunk.name === name)
          .map(({ fileName }) => ({ tag: "link", attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` }, injectTo: "head" as const })),
    },
  };
}
