const SVG = "http://www.w3.org/2000/svg";

/// An element of a picture with its attributes; a group has others in it.
export type Shape = { tag: "path" | "rect" | "circle"; class: string; [attribute: string]: string } | Group;
export type Group = { tag: "g"; class: string; inside: Shape[] };

/// Shapes in an SVG element that change with every row that it shows. What is there already is changed: to read markup
/// anew, and to style and lay out what comes of it, costs the browser many times as much.
export class Shapes {
  private drawn: readonly Shape[] = [];

  constructor(private readonly picture: SVGElement) {}

  draw(shapes: readonly Shape[]): void {
    shapes.forEach((shape, i) => {
      const before = this.drawn[i];
      const there = this.picture.children[i];
      if (!before || !there) this.picture.append(made(shape));
      else if (before.tag !== shape.tag || isGroup(before) || isGroup(shape)) there.replaceWith(made(shape));
      else change(there, before, shape);
    });
    for (let i = this.drawn.length; i > shapes.length; i--) this.picture.lastElementChild?.remove();
    this.drawn = shapes;
  }
}

const isGroup = (shape: Shape): shape is Group => shape.tag === "g";

function made(shape: Shape): SVGElement {
  const element = document.createElementNS(SVG, shape.tag);
  if (isGroup(shape)) {
    element.setAttribute("class", shape.class);
    element.append(...shape.inside.map(made));
    return element;
  }
  for (const name in shape) if (name !== "tag") element.setAttribute(name, shape[name]!);
  return element;
}

function change(element: Element, before: Record<string, string>, now: Record<string, string>): void {
  for (const name in now) if (name !== "tag" && now[name] !== before[name]) element.setAttribute(name, now[name]!);
  for (const name in before) if (!(name in now)) element.removeAttribute(name);
}
