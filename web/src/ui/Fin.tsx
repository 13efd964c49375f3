import type { ReactNode } from "react";
import { finPath, type Quantiles } from "./fin";

/// A fin with its tick at 80 %: `q` in pixels, as all else. Draws inside an svg of class "fin".
export function Fin({ left, q, top, base, tick = true, fill = "url(#fin-w)" }: {
  left: number;
  q: Quantiles;
  top: number;
  base: number;
  tick?: boolean;
  fill?: string;
}) {
  return (
    <>
      <path d={finPath(left, q, top, base)} fill={fill} />
      {tick && <path className="tick" d={`M${q[3]} ${top - 2}V${base + 3}`} />}
    </>
  );
}

/// A pole and a pennant: ink from 75 % chance, risk below, late below 20 % or past. It flies to the left where it would
/// be cut off at `end`.
export function Pennant({ at, end = Infinity, top, base, chance }: { at: number; end?: number; top: number; base: number; chance?: number }) {
  const way = at + 10 > end ? -1 : 1;
  const state = chance === undefined || chance >= 0.75 ? "" : chance < 0.2 ? "late" : "risk";
  return (
    <>
      <path className={`promise ${state === "late" ? "late" : ""}`} d={`M${at} ${top}V${base + 3}`} />
      <path className={`pflag ${state}`} d={`M${at} ${top}h${10 * way}l${-3 * way} 4.5l${3 * way} 4.5h${-10 * way}z`} />
    </>
  );
}

/// The gradients that fins are filled with, and the hatches of too much and of free days; once a page.
export function FinInk(): ReactNode {
  return (
    <svg width="0" height="0" className="visually-hidden" aria-hidden="true">
      <defs>
        {(["work", "critical", "accent", "ink"] as const).map((ink) => (
          <linearGradient key={ink} id={`fin-${ink[0]}`}>
            <stop offset="0" stopColor={`var(--${ink})`} />
            <stop offset="1" stopColor={`var(--${ink})`} stopOpacity=".55" />
          </linearGradient>
        ))}
        <pattern id="over-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <path d="M0 0V4" stroke="var(--late)" strokeWidth="2.6" />
        </pattern>
        <pattern id="off-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V5" stroke="var(--rule)" strokeWidth="2" />
        </pattern>
      </defs>
    </svg>
  );
}

export function Mark() {
  return (
    <svg className="mark" width="26" height="16" viewBox="0 0 26 16" aria-hidden="true">
      <path className="body" d="M1 2h9c3 0 4 2 5.5 5S19 11.4 25 12v1H1z" />
      <path className="tick80" d="M19 0v16" />
    </svg>
  );
}
