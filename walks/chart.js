// The chart as a walk finds its way in it.

/** The bar of a task, wherever it is; its name begins with the task's. */
export const bar = (page, name) => page.locator(`.gantt-bar[aria-label^="${name},"]`);

export const cell = (page, name, column) =>
  page.locator(".gantt-row", { has: bar(page, name) }).locator(`[data-column="${column}"]`);

/** What the bar is called: name, start, finish, what holds it. */
export const spoken = (page, name) => bar(page, name).getAttribute("aria-label");

export async function drag(page, name, pixels, { grip = "middle" } = {}) {
  const box = await bar(page, name).boundingBox();
  const x = grip === "end" ? box.x + box.width - 3 : box.x + Math.min(box.width / 2, 12);
  const y = box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(x + (pixels * i) / 10, y);
}

/** Waits until a bar is called something else than before, and tells how long that took. */
export async function changed(page, name, before) {
  const begun = performance.now();
  await page.waitForFunction(
    ([start, old]) => {
      const found = document.querySelector(`.gantt-bar[aria-label^="${start},"]`);
      return found && found.getAttribute("aria-label") !== old;
    },
    [name, before],
  );
  return performance.now() - begun;
}

/** Waits until a bar starts when it starts elsewhere, and tells how long that took: forecasts that arrive are no move. */
export async function movedAlike(page, elsewhere, name) {
  const begun = performance.now();
  const [start] = (await spoken(elsewhere, name)).match(/starts [^,]+/);
  await page.locator(`.gantt-bar[aria-label^="${name},"][aria-label*="${start}"]`).waitFor({ state: "attached" });
  return performance.now() - begun;
}

/** Waits until a bar is called the same in both, its forecast included. */
export async function alike(page, elsewhere, name) {
  for (let tries = 0; tries < 100; tries++) {
    if ((await spoken(page, name)) === (await spoken(elsewhere, name))) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`Here ${await spoken(page, name)}, there ${await spoken(elsewhere, name)}`);
}

/** The chart has a row for each task, its bars drawn and its dates filled in. */
export async function drawn(page) {
  await page.locator(".gantt-bar").first().waitFor();
  await page.waitForFunction(() => [...document.querySelectorAll(".gantt-finish")].some((each) => /\d/.test(each.textContent)));
}

export async function saved(page) {
  await page.locator("footer.foot", { hasText: /saved/i }).waitFor();
}

