import type { Shown } from "./Figure";

const STYLES = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "opacity",
  "font-family", "font-size", "font-weight", "font-stretch", "text-anchor",
];
const TWICE = 2;

/// A table as CSV; what a spreadsheet would calculate is text.
export function csvOf({ head, rows }: Shown): Blob {
  const cell = (value: string | number) => {
    const text = typeof value === "number" ? String(value) : /^[=+\-@\t]/.test(value) && !/^-?[\d.,]/.test(value) ? `'${value}` : value;
    return /[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [head, ...rows].map((row) => row.map(cell).join(","));
  return new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
}

/// The drawing by itself: with the colours and type that it has on the page.
export function svgOf(drawing: SVGSVGElement, says: string): Blob {
  return new Blob([textOf(drawing, says)], { type: "image/svg+xml" });
}

function textOf(drawing: SVGSVGElement, says: string): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawing.getBoundingClientRect();
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  style(drawing, copy);
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", getComputedStyle(document.documentElement).getPropertyValue("--sheet"));
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = says;
  copy.prepend(title, definitions(copy), ground);
  return new XMLSerializer().serializeToString(copy);
}

function style(from: Element, to: Element): void {
  const computed = getComputedStyle(from);
  to.setAttribute("style", STYLES.map((name) => `${name}:${computed.getPropertyValue(name)}`).join(";"));
  to.removeAttribute("class");
  Array.from(from.children).forEach((child, i) => style(child, to.children[i]!));
}

/// Patterns and gradients stand elsewhere on the page.
function definitions(copy: SVGSVGElement): SVGDefsElement {
  const defs = document.createElementNS("http://www.w3.org/2000/svg", "defs");
  const used = new Set(Array.from(new XMLSerializer().serializeToString(copy).matchAll(/url\((?:&quot;|")?#([\w-]+)/g), (found) => found[1]!));
  for (const id of used) {
    const original = document.getElementById(id);
    if (!original || copy.querySelector(`#${id}`)) continue;
    const own = original.cloneNode(true) as Element;
    style(original, own);
    Array.from(original.children).forEach((child, i) => {
      const stop = getComputedStyle(child);
      own.children[i]!.setAttribute("style", `stop-color:${stop.stopColor};stop-opacity:${stop.stopOpacity};stroke:${stop.stroke};stroke-width:${stop.strokeWidth}`);
    });
    defs.append(own);
  }
  return defs;
}

export async function pngOf(drawing: SVGSVGElement, says: string): Promise<Blob> {
  const { width, height } = drawing.getBoundingClientRect();
  const address = URL.createObjectURL(svgOf(drawing, says));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * TWICE);
    canvas.height = Math.round(height * TWICE);
    canvas.getContext("2d")!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error("no picture"))), "image/png"));
  } finally {
    URL.revokeObjectURL(address);
  }
}

/// Hands a file over as a download.
export function hand(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
