// How much script the first page loads, gzipped; fails above the budget. A few seconds after `npm run build`.
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const budget = 300 * 1024;
const folder = process.argv[2] ?? new URL("dist/", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(`${folder}/.vite/manifest.json`, "utf8"));
const gzipped = (file) => gzipSync(readFileSync(`${folder}/${file}`)).length;

const entry = Object.keys(manifest).find((key) => manifest[key].isEntry);
const first = new Set();
const take = (key) => {
  if (first.has(key)) return;
  first.add(key);
  for (const needed of manifest[key].imports ?? []) take(needed);
};
take(entry);
take("src/words/en.json?first");
take("src/reporting/Portfolio.tsx");

let sum = 0;
for (const key of first) {
  const size = gzipped(manifest[key].file);
  sum += size;
  console.log(`${(size / 1024).toFixed(1).padStart(8)} KB  ${manifest[key].file}`);
}
console.log(`${(sum / 1024).toFixed(1).padStart(8)} KB  first load, of ${budget / 1024} KB`);
if (sum > budget) process.exit(1);
