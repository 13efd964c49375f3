import { Link } from "@tanstack/react-router";
import type { Portfolio } from "../api/types";
import { useDates } from "../ui/dates";
import { Fin, Pennant } from "../ui/Fin";
import { useWords } from "../words/words";

const full = 20;

/// Each skill's load by month; over 100 % is hatched above the line and set bold, not only coloured.
export function WhoIsShort({ short }: { short: NonNullable<Portfolio["short"]> }) {
  const { t } = useWords();
  const dates = useDates("UTC");
  const months = short[0]!.months.map((month) => month.month);
  return (
    <section>
      <h2>{t("portfolio.short")}</h2>
      <p className="lab">{t("portfolio.short.detail")}</p>
      <table className="skills">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr">{t("people.skill")}</span>
            </th>
            {months.map((month) => (
              <th scope="col" key={month}>
                {dates.month(month.length === 7 ? `${month}-01` : month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {short.map((skill) => (
            <tr key={skill.skill}>
              <th scope="row">{skill.skill}</th>
              {skill.months.map(({ month, percent }) => (
                <td key={month} className={percent > 100 ? "ov" : ""}>
                  <i style={{ height: (Math.min(100, percent) / 100) * full }} />
                  {percent > 100 && <u style={{ height: Math.min(9, ((percent - 100) / 100) * full + 1) }} />}
                  <span>{percent}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="after">
        <Link className="lnk" to="/people/load">
          {t("portfolio.short.more")}
        </Link>
      </p>
    </section>
  );
}

/// The fin is new to everybody: one picture and one line.
export function FinKey() {
  const { t } = useWords();
  return (
    <section>
      <h2>{t("portfolio.key")}</h2>
      <svg className="fin" width="300" height="52" viewBox="0 0 300 52" aria-hidden="true">
        <rect className="done" x="0" y="35" width="40" height="5" />
        <Fin left={40} q={[120, 140, 170, 205, 228, 268]} top={14} base={40} />
        <Pennant at={240} top={8} base={40} />
        <path className="rule" d="M0 40.5H300" />
      </svg>
      <p className="i2">{t("portfolio.key.detail")}</p>
    </section>
  );
}
