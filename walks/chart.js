// The chart as a walk finds its way in it.

/** The bar of a task, wherever it is; its name begins with the task's. */
export const bar = (page, name) => page.locator(`.gantt-bar[aria-label^="${name},"]`);

export const cell = (page, name, column) =>
  page.locator(".gantt-row", { has: bar(page, name) }).locator(`[data-column="${column}"]`);

/** Forecasts come in their own time, in each browser; where a bar stands is known at once. */
const forecast = ", likely by [^,]+";

/** What the bar is called: name, start, finish, what holds it; without its forecast. */
export const spoken = async (page, name) => (await bar(page, name).getAttribute("aria-label")).replace(new RegExp(forecast), "");

export async function drag(page, name, pixels, { grip = "middle" } = {}) {
  const box = await bar(page, name).boundingBox();
  const x = grip === "end" ? box.x + box.width - 3 : box.x + Math.min(box.width / 2, 12);
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(x + (pixels * i) / 10, y);
}

/** Waits until a bar is called something else than before, and tells how long that took. */
export const changed = (page, name, before) => until(page, name, before, false);

/** Waits until a bar is called the same as elsewhere, and tells how long that took. */
export const alike = async (page, elsewhere, name) => until(page, name, await spoken(elsewhere, name), true);

async function until(page, name, called, same) {
  const begun = performance.now();
  await page.waitForFunction(
    ([start, wanted, equal, ignored]) => {
      const found = document.querySelector(`.gantt-bar[aria-label^="${start},"]`);
      return found && (found.getAttribute("aria-label").replace(new RegExp(ignored), "") === wanted) === equal;
    },
    [name, called, same, forecast],
  );
  return performance.now() - begun;
}

/** The chart has a row for each task, its bars drawn and its dates filled in. */
export async function drawn(page) {
  await page.locator(".gantt-bar").first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".gantt-finish")].some((each) => /\d/.test(each.textContent)));
}

export async function saved(page) {
  await page.locator("footer.foot", { hasText: /saved/i }).waitFor();
}

