// From a project file to a calendar page, by keyboard and by mouse, light and dark, on a desk and on a phone.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { top, Walk } from "./walk.js";

const SCREENS = [
  { name: "desk", width: 1440, height: 900 },
  { name: "phone", width: 390, height: 844 },
];

let walk;
let url;

before(async () => {
  walk = await Walk.start("page");
  const file = join(walk.folder, "calendar.html");
  execFileSync("./chargehand", ["plan", "examples/harbour/patient-app.json", "--out", file], { cwd: top });
  url = pathToFileURL(file).href;
});

after(() => walk.end());

for (const screen of SCREENS) {
  for (const theme of ["light", "dark"]) {
    describe(`the calendar on a ${screen.name}, ${theme}`, () => {
      let page;
      const step = (name) => walk.step(page, `${screen.name} ${theme} ${name}`);

      before(async () => {
        page = await walk.open(url, { ...screen, theme });
      });

      after(() => page.context().close());

      it("opens in the reader's theme, no wider than the screen", async () => {
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), theme);
        assert.ok(await fits(page), "the page scrolls sideways");
        assert.ok((await rows(page)) > 20);
        await step("opened");
      });

      it("walks its rows by the arrow keys", async () => {
        await page.locator("tbody tr").first().focus();
        const seen = [];
        for (const key of ["ArrowDown", "ArrowDown", "ArrowUp", "End", "Home", "ArrowDown"]) {
          await page.keyboard.press(key);
          seen.push(await focused(page));
        }
        const last = (await rows(page)) - 1;
        assert.deepEqual(seen, [1, 2, 1, last, 0, 1]);
        await step("row by keyboard");
      });

      it("folds a summary and unfolds it", async () => {
        await page.keyboard.press("Home");
        const all = await visibleRows(page);
        await page.keyboard.press("ArrowLeft");
        assert.ok((await visibleRows(page)) < all);
        await step("folded");
        await page.keyboard.press("ArrowRight");
        assert.equal(await visibleRows(page), all);
      });

      it("explains a row by Enter and goes back to it by Escape", async () => {
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("Enter");
        assert.match(await panel(page).innerText(), /Why is it here\?/);
        await step("why by Enter");
        await page.keyboard.press("Escape");
        assert.ok(await panel(page).isHidden());
        assert.equal(await focused(page), 1);
      });

      it("explains a row that is clicked, until its cross is", async () => {
        const row = page.locator("tbody tr .t", { hasText: "Test everything together" });
        await row.click({ position: { x: 80, y: 10 } });
        assert.match(await panel(page).innerText(), /Waits for Messages to the ward/);
        await step("why by mouse");
        await panel(page).getByRole("button", { name: "Close" }).click();
        assert.ok(await panel(page).isHidden());
      });

      it("zooms to days and back", async () => {
        for (const zoom of ["Week", "Day"]) {
          const button = page.getByRole("button", { name: zoom, exact: true });
          if (await button.isHidden()) continue;
          await button.click();
          assert.equal(await button.getAttribute("aria-pressed"), "true");
          await step(`zoom ${zoom}`);
        }
        const fit = page.getByRole("button", { name: "Fit" });
        if (await fit.isVisible()) await fit.click();
        assert.ok(await fits(page), "the page scrolls sideways");
      });

      it("says at its foot what to look at and how it was made", async () => {
        await page.getByText("How it was made").click();
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await step("foot");
        await page.evaluate(() => scrollTo(0, 0));
      });

      it("changes its theme by the switch", async () => {
        const other = theme === "light" ? "dark" : "light";
        await page.locator("#theme").click();
        assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), other);
        await step(`switched to ${other}`);
      });

      it("prints", async () => {
        const pdf = await page.pdf({ path: join(walk.folder, `${screen.name}-${theme}.pdf`), preferCSSPageSize: true });
        const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
        assert.ok(pages.length >= 1 && pages.length <= 4, `${pages.length} pages`);
      });
    });
  }
}

const panel = (page) => page.locator("#panel");
const rows = (page) => page.locator("tbody tr").count();
const visibleRows = (page) => page.locator("tbody tr:not([hidden])").count();
const focused = (page) =>
  page.evaluate(() => [...document.querySelectorAll("tbody tr")].indexOf(document.activeElement));
const fits = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
