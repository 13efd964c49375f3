/// The end of a bar: its height is the chance that the work still goes on. Full at P2, 90 % at P10, half at P50, 20 %
/// at P80, 10 % at P90, and at P98 it ends.
const HEIGHTS = [1, 0.9, 0.5, 0.2, 0.1, 0.02];
const LEAST = 0.9;

type Knot = { x: number; height: number; slope: number };

/// The outline from `start` to the last knot, standing on `base` with its full height, as an SVG path; `xs` are the
/// quantiles on the chart.
export function finPath(start: number, xs: number[], base: number, height: number): string {
  const knots = smooth(merge(xs, start));
  const top = (share: number) => n(base - Math.max(LEAST, height * share));
  const first = knots[0];
  if (!first) return "";
  let path = `M${n(start)} ${n(base)}V${n(base - height)}L${n(Math.max(start, first.x))} ${top(first.height)}`;
  for (let i = 1; i < knots.length; i++) {
    const a = knots[i - 1]!;
    const b = knots[i]!;
    const third = (b.x - a.x) / 3;
    path += `C${n(a.x + third)} ${top(a.height + third * a.slope)} ${n(b.x - third)} ${top(b.height - third * b.slope)} ${n(b.x)} ${top(b.height)}`;
  }
  return `${path}V${n(base)}Z`;
}

/// Two chances at one place: the smaller holds from there on. What would be over before the start counts from it.
function merge(xs: number[], start: number): Knot[] {
  const knots: Knot[] = [];
  xs.forEach((each, i) => {
    const x = Math.max(each, start);
    const last = knots.at(-1);
    if (last && x - last.x < 0.05) last.height = HEIGHTS[i]!;
    else knots.push({ x, height: HEIGHTS[i]!, slope: 0 });
  });
  return knots;
}

/// Slopes after Fritsch and Carlson 1980: the harmonic mean of both sides', so that the curve never rises.
function smooth(knots: Knot[]): Knot[] {
  for (let i = 1; i < knots.length - 1; i++) {
    const before = slope(knots[i - 1]!, knots[i]!);
    const after = slope(knots[i]!, knots[i + 1]!);
    knots[i]!.slope = before * after <= 0 ? 0 : (2 * before * after) / (before + after);
  }
  return knots;
}

function slope(a: Knot, b: Knot): number {
  return (b.height - a.height) / (b.x - a.x);
}

export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
