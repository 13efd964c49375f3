import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { managingQuery } from "../api/queries";
import { useCan } from "../identity/session";
import { useWords } from "../words/words";
import { CertificateChecks } from "./CertificateChecks";
import { QualificationsForm } from "./QualificationsForm";
import { useMissing } from "./Taker";
import "./staffing.css";
import { useAssessmentWords } from "./words";

/// What kind of manager somebody is, or is near to with what is missing: to see and to grow into.
export function ManagingPart({ person, staffs }: { person: string; staffs: boolean }) {
  const { t } = useWords();
  const words = useAssessmentWords();
  const missing = useMissing();
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
