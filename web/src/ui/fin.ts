/// When something is done with a chance of 2, 10, 50, 80, 90 and 98 %: epoch milliseconds, or pixels once scaled.
export type Quantiles = readonly [number, number, number, number, number, number];

const chances = [0.98, 0.9, 0.5, 0.2, 0.1, 0.02] as const;

/// From the six instants of the API.
export const quantiles = (instants: readonly string[]): Quantiles =>
  instants.map((instant) => Date.parse(instant)) as unknown as Quantiles;

/// The fin: solid from `left` to the first quantile, then the chance that the work still goes on, down to a hair.
/// `q` in pixels; `top` and `base` are the heights of its upper edge and of the ground.
export function finPath(left: number, q: Quantiles, top: number, base: number): string {
  const height = base - top;
  const y = (chance: number) => base - Math.max(0.9, chance * height);
  return `M${n(left)} ${n(base)}V${n(top)}H${n(q[0])}${curve(q, top, y)}V${n(base)}Z`;
}

/// Only the falling edge of a fin, for comparing one with another.
export function finEdge(q: Quantiles, top: number, base: number): string {
  return `M${n(q[0])} ${n(top)}` + curve(q, top, (chance) => base - chance * (base - top));
}

/// The chance, 0 to 1, that what has these quantiles is done by `at`, straight between the known points.
export function chanceBy(q: Quantiles, at: number): number {
  if (at <= q[0]) return at < q[0] ? 0 : 0.02;
  for (let i = 1; i < 6; i++) {
    if (at > q[i]!) continue;
    const share = q[i] === q[i - 1] ? 1 : (at - q[i - 1]!) / (q[i]! - q[i - 1]!);
    return 1 - (chances[i - 1]! + share * (chances[i]! - chances[i - 1]!));
  }
  return 1;
}

// Monotone cubics (Fritsch and Carlson), so that the curve never rises between two known points.
function curve(q: Quantiles, top: number, y: (chance: number) => number): string {
  const xs = [q[0], ...q.slice(1)];
  const ys = [top, ...chances.slice(1).map(y)];
  for (let i = 1; i < xs.length; i++) xs[i] = Math.max(xs[i]!, xs[i - 1]! + 0.1);
  const slope = xs.slice(1).map((x, i) => (ys[i + 1]! - ys[i]!) / (x - xs[i]!));
  const tangent = xs.map((_, i) => {
    if (i === 0) return 0;
    if (i === xs.length - 1) return slope[i - 1]! / 2;
    const [a, b] = [slope[i - 1]!, slope[i]!];
    return a * b <= 0 ? 0 : (2 * a * b) / (a + b);
  });
  return slope
    .map((_, i) => {
      const third = (xs[i + 1]! - xs[i]!) / 3;
      return (
        `C${n(xs[i]! + third)} ${n(ys[i]! + tangent[i]! * third)} ` +
        `${n(xs[i + 1]! - third)} ${n(ys[i + 1]! - tangent[i + 1]! * third)} ${n(xs[i + 1]!)} ${n(ys[i + 1]!)}`
      );
    })
    .join("");
}

const n = (value: number) => String(Math.round(value * 10) / 10);
