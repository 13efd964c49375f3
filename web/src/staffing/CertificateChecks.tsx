import { useState } from "react";
import { send } from "../api/client";
import type { CertificateState } from "../api/types";
import { TextField } from "../ui/Field";
import { FindingField, InPlace, useDraft } from "../ui/InPlace";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { CertificateLine } from "./Taker";

/// Somebody's certificates, each with who looked it up when and what came of it; else it is claimed.
export function CertificateChecks({ person, certificates, edits }: { person: string; certificates: CertificateState[]; edits: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const [checking, setChecking] = useState<string>();
  if (certificates.length === 0) return null;
  return (
    <ul className="certs checked">
      {certificates.map((each) => (
        <li key={each.name}>
          <CertificateLine of={each} />{" "}
          <span className={each.checked?.finding === "notMet" ? "c-late" : "i2"}>
            {each.checked
              ? `${t(`certificate.checked.${each.checked.finding}` as "certificate.checked.met", { by: each.checked.by, at: dates.moment(each.checked.at) })}${each.checked.note && `. ${each.checked.note}`}`
              : t("certificate.claimed")}
          </span>{" "}
          {edits && checking !== each.name && (
            <button className="lnk" type="button" aria-label={t("certificate.check.of", { name: each.name })} onClick={() => setChecking(each.name)}>
              {t("certificate.check")}
            </button>
          )}
          {checking === each.name && <Check person={person} of={each} done={() => setChecking(undefined)} />}
        </li>
      ))}
    </ul>
  );
}

function Check({ person, of, done }: { person: string; of: CertificateState; done: () => void }) {
  const { t } = useWords();
  const { draft, text } = useDraft({ finding: "met", expires: of.expires ?? "", note: "" });
  const keep = () => send("POST", `/api/people/${person}/certificate-checks`, { name: of.name, finding: draft.finding, expires: draft.expires || null, note: draft.note || null });
  return (
    <InPlace keep={keep} touches={["people", "staffing"]} act={t("interview.keep")} done={done}>
      <FindingField label={t("certificate.finding")} of="certificate" {...text("finding")} />
      <TextField label={t("certificate.until")} optional type="date" {...text("expires")} />
      <TextField label={t("certificate.note")} optional maxLength={200} {...text("note")} />
    </InPlace>
  );
}
