import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { impactQuery } from "../api/queries";
import type { AssetImpact } from "../api/types";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";

const MOST_DRAWN = 80;
const WIDE = 150;
const HIGH = 24;
const APART = 60;

/// What hangs on an asset, as a picture and as a table.
export function ImpactPart({ asset }: { asset: string }) {
  const { t } = useWords();
  const asked = useQuery(impactQuery(asset));
  return (
    <section aria-labelledby="impact">
      <h2 id="impact" className="asset-part">{t("register.impact")}</h2>
      <Asked of={asked}>
        {(impact) => impact.touched.length < 2 ? <p className="asset-part i2">{t("register.impact.none")}</p> : (
          <>
            <p className="asset-part">{t("register.impact.sentence", { touched: impact.touched.length - 1 })} {impact.more && t("register.impact.more")}</p>
            <Picture impact={impact} />
            <Twin impact={impact} />
          </>
        )}
      </Asked>
    </section>
  );
}

function Picture({ impact }: { impact: AssetImpact }) {
  const { t } = useWords();
  const places = new Map<string, { x: number; y: number }>();
  const filled: number[] = [];
  for (const { id, step } of impact.touched.slice(0, MOST_DRAWN)) {
    const row = (filled[step] ??= 0);
    filled[step] = row + 1;
    places.set(id, { x: 1 + step * (WIDE + APART), y: 1 + row * (HIGH + 8) });
  }
  const width = filled.length * (WIDE + APART) - APART + 2;
  const height = Math.max(...filled) * (HIGH + 8);
  return (
    <div className="impact" tabIndex={0} role="region" aria-label={t("register.impact")}>
      <svg width={width} height={height} role="img" aria-label={t("register.impact.picture", { name: impact.touched[0]?.name ?? "" })}>
        {impact.relations.map(({ asset, other, kind }) => {
          const [from, to] = [places.get(other), places.get(asset)];
          if (!from || !to || to.x <= from.x) return null;
          const [x, y, u, v] = [from.x + WIDE, from.y + HIGH / 2, to.x, to.y + HIGH / 2];
          return <path key={`${asset} ${other} ${kind}`} d={`M${x} ${y}C${x + 30} ${y} ${u - 30} ${v} ${u} ${v}`} strokeDasharray={kind === "backedUpBy" ? "3 3" : undefined} />;
        })}
        {impact.touched.map(({ id, name, step }) => {
          const at = places.get(id);
          return at && (
            <g key={id} className={step === 0 ? "it" : undefined} transform={`translate(${at.x} ${at.y})`}>
              <rect width={WIDE} height={HIGH} rx="3" />
              <text x="8" y="16">{name.length > 20 ? `${name.slice(0, 19)}…` : name}</text>
            </g>
          );
        })}
      </svg>
    </div>
  );
}

function Twin({ impact }: { impact: AssetImpact }) {
  const { t } = useWords();
  const names = new Map(impact.touched.map(({ id, name }) => [id, name]));
  return (
    <table className="tbl small">
      <thead>
        <tr>
          <th scope="col">{t("register.name")}</th>
          <th scope="col">{t("register.impact.through")}</th>
          <th scope="col" className="n">{t("register.impact.step")}</th>
        </tr>
      </thead>
      <tbody>
        {impact.touched.slice(1).map(({ id, name, step }) => (
          <tr key={id}>
            <th scope="row"><Link to="/register/$asset" params={{ asset: id }}>{name}</Link></th>
            <td>{impact.relations.filter((each) => each.asset === id).map((each) => `${t(`register.relation.${each.kind}`)} ${names.get(each.other) ?? ""}`).join(", ")}</td>
            <td className="n">{step}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
