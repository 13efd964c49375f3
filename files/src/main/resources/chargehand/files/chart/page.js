(() => {
  "use strict";
  const root = document.documentElement;
  const plan = document.getElementById("plan");
  const panel = document.getElementById("panel");
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Light or dark: the reader's system says, the switch or ?dark in the address overrules it.
  const theme = document.getElementById("theme");
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : prefersDark.matches);
  const show = (dark) => {
    root.dataset.theme = dark ? "dark" : "light";
    theme.textContent = dark ? "Light" : "Dark";
  };
  const asked = /[?&](dark|light)\b/.exec(location.search);
  show(asked ? asked[1] === "dark" : isDark());
  theme.addEventListener("click", () => show(!isDark()));
  one(".tools").hidden = false;
  if (!plan) {
    document.getElementById("zoom").hidden = true;
    return;
  }

  // Zoom: the chart's width is all that changes.
  const zooms = all("#zoom button");
  const chartWidth = () => one("thead .c").clientWidth;
  const zoom = (to) => {
    plan.classList.remove("zoomed", "zoom-week", "zoom-day");
    if (to !== "fit") plan.classList.add("zoomed", "zoom-" + to);
    zooms.forEach((button) => button.setAttribute("aria-pressed", button.dataset.zoom === to));
    plan.style.setProperty("--rx", 15000 / chartWidth() + "px");
  };
  for (const button of zooms) {
    const width = parseInt(plan.style.getPropertyValue("--" + button.dataset.zoom));
    button.hidden = width < chartWidth() * 1.2;
    button.addEventListener("click", () => zoom(button.dataset.zoom));
  }
  if (zooms.filter((button) => !button.hidden).length < 2) document.getElementById("zoom").hidden = true;
  zoom("fit");

  // The panel tells why the chosen row is where it is.
  let chosen = null;
  const days = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const add = (parent, tag, text, style) => {
    const element = parent.appendChild(document.createElement(tag));
    if (text) element.textContent = text;
    if (style) element.className = style;
    return element;
  };
  const date = (list, label, cell, below) => {
    const time = one("time", cell);
    if (!time) return;
    const [day, clock] = [time.dateTime.slice(0, 10), time.dateTime.slice(11, 16)];
    const part = add(list, "div");
    add(part, "dt", label);
    const value = add(part, "dd", days.format(new Date(day + "T00:00Z")).replace(",", ""));
    add(value, "span", below || clock);
  };
  const close = () => {
    if (!chosen) return;
    chosen.removeAttribute("aria-selected");
    chosen = null;
    panel.hidden = true;
  };
  const open = (row) => {
    close();
    chosen = row;
    row.setAttribute("aria-selected", "true");
    panel.replaceChildren();
    const top = add(panel, "div", "", "top");
    add(top, "h2", one(".t span[dir]", row).textContent);
    const button = add(top, "button", "✕", "close");
    button.type = "button";
    button.setAttribute("aria-label", "Close");
    button.addEventListener("click", () => { close(); row.focus(); });
    const critical = one(".chip", row) ? "critical" : "";
    add(panel, "p", [one(".n", row), one(".w", row)].map((cell) => cell.textContent).concat(critical).filter(Boolean).join(" · "), "lab");
    const dates = add(panel, "dl");
    date(dates, "Planned start", one(".a", row));
    date(dates, one(".a time", row) ? "Planned finish" : "Planned", one(".z", row));
    const likely = one(".l", row);
    const hour = likely.textContent.includes(":") ? likely.textContent + " · " : "";
    if (row.classList.contains("past")) date(dates, "Finished", likely);
    else date(dates, "Likely by", likely, hour + "80\u00a0%");
    add(panel, "h3", "Why is it here?");
    for (const sentence of all(".y p", row)) add(panel, "p", sentence.textContent);
    panel.hidden = false;
  };

  // Rows are a tree: up and down walk, left and right fold, Enter explains, Escape closes.
  const rows = all("tbody tr");
  const level = (row) => +row.getAttribute("aria-level");
  const visible = (row) => row && !row.hidden;
  const walk = (from, step) => {
    let at = rows.indexOf(from) + step;
    while (rows[at] && rows[at].hidden) at += step;
    return rows[at];
  };
  let stop = rows[0];
  const focus = (row) => {
    if (!visible(row)) return;
    stop.tabIndex = -1;
    stop = row;
    row.tabIndex = 0;
    row.focus();
    if (chosen) open(row);
  };
  const fold = (row, folded) => {
    if (!row.hasAttribute("aria-expanded")) return;
    row.setAttribute("aria-expanded", String(!folded));
    let folder = Infinity; // the level of a summary beneath that stays folded
    for (let i = rows.indexOf(row) + 1; i < rows.length && level(rows[i]) > level(row); i++) {
      if (level(rows[i]) <= folder) folder = Infinity;
      rows[i].hidden = folded || folder < Infinity;
      if (folder === Infinity && rows[i].getAttribute("aria-expanded") === "false") folder = level(rows[i]);
    }
  };
  const parent = (row) => {
    let at = rows.indexOf(row);
    while (at > 0 && level(rows[at]) >= level(row)) at--;
    return rows[at];
  };
  const keys = {
    ArrowDown: (row) => focus(walk(row, 1)),
    ArrowUp: (row) => focus(walk(row, -1)),
    Home: () => focus(rows[0]),
    End: () => focus(rows.findLast(visible)),
    ArrowRight: (row) => (row.getAttribute("aria-expanded") === "false" ? fold(row, false) : focus(walk(row, 1))),
    ArrowLeft: (row) => (row.getAttribute("aria-expanded") === "true" ? fold(row, true) : focus(parent(row))),
    Enter: (row) => open(row),
    " ": (row) => open(row),
  };
  plan.addEventListener("keydown", (event) => {
    const row = event.target.closest("tbody tr");
    const action = keys[event.key];
    if (!row || !action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action(row);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !chosen) return;
    const row = chosen;
    close();
    row.focus();
  });
  plan.addEventListener("click", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || String(getSelection())) return;
    if (row.hasAttribute("aria-expanded") && event.target.closest(".t")) fold(row, row.getAttribute("aria-expanded") === "true");
    focus(row);
    open(row);
  });

  // page.html#row-19 opens with that row chosen.
  const at = /^#row-(\d+)$/.exec(location.hash);
  const first = at && rows[at[1] - 1];
  if (first) {
    [stop.tabIndex, first.tabIndex, stop] = [-1, 0, first];
    open(first);
    first.scrollIntoView({ block: "nearest" });
  }
})();
