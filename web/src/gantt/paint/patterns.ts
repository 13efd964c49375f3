/// Gradients and hatches, by the colours of the theme.
export function patterns(): SVGSVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  element.setAttribute("class", "visually-hidden");
  element.setAttribute("aria-hidden", "true");
  const fade = (id: string, colour: string) =>
    `<linearGradient id="${id}"><stop offset="0" stop-color="var(${colour})"/><stop offset=".55" stop-color="var(${colour})"/><stop offset="1" stop-color="var(${colour})" stop-opacity=".55"/></linearGradient>`;
  const hatch = (id: string, colour: string, size: number) =>
    `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V${size}" stroke="var(${colour})" stroke-width="1.4"/></pattern>`;
  element.innerHTML = `<defs>${fade("gantt-work", "--work")}${fade("gantt-critical", "--critical")}${hatch("gantt-hatch", "--accent", 3.5)}${hatch("gantt-late", "--late", 4)}${hatch("gantt-holiday", "--rule", 5)}</defs>`;
  return element;
}
