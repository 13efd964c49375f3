import type { Candidate, CertificateState, PersonFit } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { useAssessmentWords } from "./words";

/// Both sides of somebody: what is met as a mark each, what is missing in words, the weaker one named.
export function Sides({ fit }: { fit: PersonFit }) {
  const { t } = useWords();
  const missing = useMissing();
  const sides = (["management", "field"] as const).map((side) => ({ side, criteria: fit.criteria.filter((each) => each.side === side) }));
  return (
    <dl className="sides-of">
      {sides.filter(({ criteria }) => criteria.length > 0).map(({ side, criteria }) => {
        const lacks = missing(criteria);
        return (
          <div key={side}>
            <dt>
              {t(`takers.side.${side}`)} {fit.weaker === side && <b className="c-risk">▲ {t("takers.weaker")}</b>}
            </dt>
            <dd>
              <span className="marks" aria-hidden="true">
                {criteria.map(({ id, met, must, asked }) => (
                  <i key={id} title={asked} className={`${met ? "met" : ""} ${must ? "must" : ""}`} />
                ))}
              </span>{" "}
              <span className="i2">{lacks ? t("takers.missing", { what: lacks }) : t("takers.complete")}</span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/// What of these is missing, in the words of the profile; undefined for nothing.
export function useMissing() {
  const { t } = useWords();
  return (criteria: PersonFit["criteria"]): string | undefined => {
    const lacking = criteria.filter(({ met }) => !met);
    if (lacking.length === 0) return undefined;
    return lacking.map(({ asked, must }) => (must ? asked : t("fit.should", { what: asked }))).join("; ");
  };
}

/// Free time, and from which projects the rest would have to come.
export function Time({ candidate, share }: { candidate: Candidate; share: number }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const taken = candidate.elsewhere.reduce((sum, { percent }) => sum + percent, 0);
  const projects = candidate.elsewhere.map(({ name, percent }) => t("takers.elsewhere", { name: name ?? t("takers.anotherProject"), percent }));
  return (
    <div className="time">
      <p className="free">
        <b>{t("takers.free.line", { free: candidate.free })}</b>{" "}
        {candidate.missing === 0 ? (
          <span className="i2">{t("takers.enough", { share })}</span>
        ) : (
          <span className="c-risk">
            ▲ {projects.length ? t("takers.short", { missing: candidate.missing, projects: words.list(candidate.elsewhere.map(({ name }) => name ?? t("takers.anotherProject"))) }) : t("takers.short.plain", { missing: candidate.missing })}
          </span>
        )}
      </p>
      <span className="timebar" role="img" aria-label={t("takers.bar", { taken, share })}>
        <i className="taken" style={{ width: `${Math.min(100, taken)}%` }} />
        <i className="asked" style={{ left: `${Math.min(100 - share, Math.min(100, taken))}%`, width: `${share}%` }} />
      </span>
      {projects.length > 0 && <p className="lab">{projects.join(", ")}</p>}
    </div>
  );
}

/// Certificates with the day on which they run out, warned of before.
export function Certificates({ of }: { of: CertificateState[] }) {
  if (of.length === 0) return null;
  return (
    <ul className="certs">
      {of.map((each) => (
        <li key={each.name}>
          <CertificateLine of={each} />
        </li>
      ))}
    </ul>
  );
}

export function CertificateLine({ of: { name, state, expires, checked } }: { of: CertificateState }) {
  const { t } = useWords();
  const dates = useDates();
  const bad = state === "expired" || checked?.finding === "notMet";
  return (
    <span className={bad ? "c-late" : state === "expiring" ? "c-risk" : "lab"}>
      {(bad || state !== "valid") && "▲ "}
      {expires ? t(`takers.cert.${state}` as "takers.cert.valid", { name, at: dates.dayLong(expires) }) : t("takers.cert.lasting", { name })}
    </span>
  );
}
