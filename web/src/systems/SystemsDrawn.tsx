import type { UsedSystem } from "../api/types";
import { useWords } from "../words/words";
import { levels, type Placed } from "./levels";

const WIDTH = 168;
const HEIGHT = 40;
const GAP_X = 22;
const GAP_Y = 34;

/// What runs on what: what is used by nothing else at the top. The list below says the same.
export function SystemsDrawn({ items }: { items: readonly UsedSystem[] }) {
  const { t } = useWords();
  const rows = levels(items);
  if (rows.length < 2) return null;
  const widest = Math.max(...rows.map((row) => row.length));
  const width = widest * WIDTH + (widest - 1) * GAP_X + 2;
  const height = rows.length * HEIGHT + (rows.length - 1) * GAP_Y + 2;
  const places = new Map<string, Placed>();
  rows.forEach((row, y) => {
    const left = (width - row.length * WIDTH - (row.length - 1) * GAP_X) / 2;
    row.forEach(({ id }, x) => places.set(id, { x: left + x * (WIDTH + GAP_X), y: 1 + y * (HEIGHT + GAP_Y) }));
  });
  return (
    <div className="systems-drawn" role="img" aria-label={t("systems.drawn")}>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height}>
        {items.flatMap(({ id, runsOn }) => runsOn.map((other) => {
          const [from, to] = [places.get(id), places.get(other)];
          if (!from || !to) return null;
          const [x1, y1, x2, y2] = [from.x + WIDTH / 2, from.y + HEIGHT, to.x + WIDTH / 2, to.y];
          const bend = (y2 - y1) / 2;
          return <path key={`${id} ${other}`} d={`M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2}`} />;
        }))}
        {items.map((each) => {
          const at = places.get(each.id)!;
          const [name, who] = [shortened(each.name), each.knows.length === 0 ? t("systems.nobody") : shortened(each.knows.map((knower) => knower.name.split(" ")[0]).join(", "))];
          return (
            <g key={each.id} className={`${each.kind}${each.knows.length === 0 ? " none" : each.knows.length === 1 ? " alone" : ""}`}>
              <rect x={at.x} y={at.y} width={WIDTH} height={HEIGHT} rx={each.kind === "tool" ? 10 : 0} />
              <text x={at.x + 9} y={at.y + 16} className="name">{name}</text>
              <text x={at.x + 9} y={at.y + 31} className="who">{each.knows.length === 1 && "▲ "}{who}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

const shortened = (text: string): string => (text.length > 23 ? `${text.slice(0, 22)}…` : text);
