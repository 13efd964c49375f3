import { n } from "../layout/fin";
import { ruler, type Scale } from "../layout/scale";
import type { Working } from "../model/working";
import type { Zone } from "../model/zone";

/// Days off between two x, as rectangles of one height: neighbours are one.
export function offDays(scale: Scale, zone: Zone, working: Working, left: number, right: number, height: number): string {
  if (scale.perDay < 1.5) return "";
  let shapes = "";
  const last = zone.day(scale.at(right));
  for (let day = zone.day(scale.at(left)) - 1; day <= last; day++) {
    if (!working.isOff(day)) continue;
    const from = scale.x(zone.midnight(day));
    const width = scale.x(zone.midnight(day + 1)) - from;
    const rect = `x="${n(from)}" y="0" width="${n(width)}" height="${n(height)}"`;
    shapes += `<rect class="off" ${rect}/>`;
    if (working.isHoliday(day)) shapes += `<rect class="holiday" ${rect}/>`;
  }
  return shapes;
}

export type RulerMarks = { now: number; nowText: string; promised?: { x: number; text: string } };

/// The ruler over the chart, as SVG of 34 px height.
export function rulerMarkup(scale: Scale, zone: Zone, left: number, right: number, marks: RulerMarks): string {
  const { headings, ticks } = ruler(scale, zone, left, right);
  let markup = "";
  headings.forEach((tick, i) => {
    const next = headings[i + 1]?.x ?? Infinity;
    const x = Math.max(tick.x, Math.min(left, next - 70));
    markup += `<path d="M${n(tick.x)} 0V34"/>`;
    if (next - x > tick.text.length * 6.2) markup += `<text class="k" x="${n(x + 4)}" y="14">${tick.text}</text>`;
  });
  for (const tick of ticks)
    markup += `<path d="M${n(tick.x)} 22V34"/><text x="${n(tick.x + 3)}" y="29">${tick.text}</text>`;
  if (marks.promised) {
    const width = marks.promised.text.length * 6 + 12;
    markup +=
      `<path d="M${n(marks.promised.x)} 2V34"/><rect class="flag" x="${n(marks.promised.x)}" y="2" width="${width}" height="15"/>` +
      `<text class="flag-text" x="${n(marks.promised.x + 6)}" y="13.5">${marks.promised.text}</text>`;
  }
  const width = marks.nowText.length * 6 + 10;
  return (
    markup +
    `<rect class="now" x="${n(marks.now - width / 2)}" y="17" width="${width}" height="16" rx="2"/>` +
    `<text class="now-text" x="${n(marks.now)}" y="29" text-anchor="middle">${marks.nowText}</text>`
  );
}
