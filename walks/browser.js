// Debian's Chromium, as walks and benches use it.
import { chromium } from "playwright-core";

export function launch(args = []) {
  // Root, as in a container, can't have Chromium's sandbox; the pages are our own.
  const sandbox = process.getuid() === 0 ? ["--no-sandbox"] : [];
  return chromium.launch({ executablePath: process.env.CHROMIUM, args: [...sandbox, ...args] });
}
