import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { managingQuery } from "../api/queries";
import type { PersonFit } from "../api/types";
import { useCan } from "../identity/session";
import { useWords } from "../words/words";
import { CertificateChecks } from "./CertificateChecks";
import { Mark } from "./Findings";
import { QualificationsForm } from "./QualificationsForm";
import { useMitigated } from "./MitigationPart";
import { useMissing } from "./Taker";
import "./staffing.css";
import { useAssessmentWords } from "./words";

/// What kind of manager somebody is, or is near to with what is missing: to see and to grow into.
export function ManagingPart({ person, staffs }: { person: string; staffs: boolean }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const missing = useMissing();
  const mitigated = useMitigated();
  const edits = useCan()("people.edit");
  const [editing, setEditing] = useState(false);
  const { data } = useQuery(managingQuery(person));
  if (!data) return null;
  const lacks = data.nearest && missing(data.nearest.criteria);
  return (
    <section className="part" aria-labelledby="managing">
      <h2 id="managing">{t("managing.title")}</h2>
      <p>{data.kinds.length ? t("managing.is", { kinds: words.list(data.kinds.map(words.kind)) }) : t("managing.none")}</p>
      {data.nearest && lacks && <p className="i2">{t("managing.near", { kind: words.kind(data.nearest.kind), what: lacks })}</p>}
      {data.nearest && <Needed fit={data.nearest} />}
      {data.mitigation && (
        <p>
          {t("takers.mitigation")}: {mitigated(data.mitigation)} <span className="lab">{t("vacancy.by", { name: data.mitigation.author.name })}</span>
        </p>
      )}
      <CertificateChecks person={person} certificates={data.certificates} edits={staffs} />
      <p className="lab">{t("managing.seen")}</p>
      {edits && !editing && (
        <button className="lnk" type="button" onClick={() => setEditing(true)}>
          {t("qualifications.edit")}
        </button>
      )}
      {editing && <QualificationsForm person={person} done={() => setEditing(false)} />}
    </section>
  );
}

/// Each criterion of the profile, with the line of what is known that it rests on.
function Needed({ fit }: { fit: PersonFit }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  return (
    <details className="all needed">
      <summary>{t("managing.to", { kind: words.kind(fit.kind) })}</summary>
      <ul className="certs">
        {fit.criteria.map(({ id, asked, must, met, line }) => (
          <li key={id}>
            <Mark finding={met ? "met" : line ? "unclear" : "notFound"} /> {must ? asked : t("fit.should", { what: asked })} {line && <span className="lab">{line}</span>}
          </li>
        ))}
      </ul>
      <p className="lab">{t("managing.edited", { version: fit.version })}</p>
    </details>
  );
}
