import { useEffect, useRef } from "react";
import type { CvChecked } from "../api/types";
import { Blanked } from "./Blanked";

/// The text, line by line; what a criterion rests on is marked with the number of the criterion.
export function CvText({ cv, shown }: { cv: CvChecked; shown?: number }) {
  const text = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (shown) text.current?.children[shown - 1]?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  const evidence = new Map<number, { number: number; finding: string }[]>();
  cv.criteria.forEach(({ line, finding }, index) => {
    if (line) evidence.set(line.n, [...(evidence.get(line.n) ?? []), { number: index + 1, finding }]);
  });
  return (
    <ol className="cvtext" ref={text} tabIndex={0} aria-labelledby="cv-text">
      {cv.lines.map(({ n, text: said }) => {
        const of = evidence.get(n) ?? [];
        const mark = of.some(({ finding }) => finding === "met") ? "met" : of.length > 0 ? "open" : "";
        return (
          <li key={n} className={n === shown ? `${mark} shown` : mark || undefined}>
            <span className="no">{n}</span>
            <span className="said">
              <Blanked text={said} />
            </span>
            <span className="of">{of.map(({ number }) => number).join(", ")}</span>
          </li>
        );
      })}
    </ol>
  );
}
