import { useLayoutEffect, useState, type RefObject } from "react";

/// From time to pixels; what lies outside is drawn at the edge.
export type Scale = { from: number; to: number; width: number; x: (at: number) => number };

export function scaleOf(from: number, to: number, width: number): Scale {
  return { from, to, width, x: (at) => Math.round(((at - from) / (to - from)) * width * 10) / 10 };
}

/// How wide an element is, now and after each change of the window.
export function useWidth(of: RefObject<HTMLElement | null>, before: number): number {
  const [width, setWidth] = useState(before);
  useLayoutEffect(() => {
    const element = of.current;
    if (!element) return;
    const look = () => setWidth(Math.max(120, element.clientWidth));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [of]);
  return width;
}
