import type { Asset } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";

const YEARS = 4;
const YEARS_BACK = 2;
const WIDTH = 220;

/// How far over six years an asset serves: solid until its replacement has to be begun, hollow until its end, hatched after.
export function Life({ asset }: { asset: Asset }) {
  const { t } = useWords();
  const dates = useDates();
  if (!asset.ends || !asset.due) return <span className="i3">{t("register.noEnd")}</span>;
  const from = new Date(dates.today).getTime() - YEARS_BACK * YEAR;
  const x = (day: string) => Math.min(WIDTH, Math.max(0, ((new Date(day).getTime() - from) / ((YEARS + YEARS_BACK) * YEAR)) * WIDTH));
  const [due, ends, now] = [x(asset.due), x(asset.ends), x(dates.today)];
  return (
    <svg className="life" viewBox={`0 0 ${WIDTH} 20`} width={WIDTH} height={20} role="img"
      aria-label={t("register.drawn", { name: asset.name, due: dates.day(asset.due), ends: dates.day(asset.ends) })}>
      <defs>
        <pattern id="without" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
          <rect className="hatch" width="1.4" height="4" />
        </pattern>
      </defs>
      <rect className="served" x="0" y="6" width={due} height="9" />
      <rect className="leading" x={due} y="6.5" width={Math.max(0, ends - due)} height="8" />
      {ends < now && <rect x={ends} y="6" width={now - ends} height="9" fill="url(#without)" />}
      <path className="now" d={`M${now} 1V19`} />
      {ends < WIDTH && <path className="ends" d={`M${ends} 19V2l7 2.5-7 2.5`} />}
    </svg>
  );
}

const YEAR = 365.25 * 86_400_000;
