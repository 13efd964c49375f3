import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { CertificateState } from "../api/types";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { Notice } from "../ui/states";
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
  const [finding, setFinding] = useState("met");
  const [expires, setExpires] = useState(of.expires ?? "");
  const [note, setNote] = useState("");
  const checking = useDoing(
    () => send("POST", `/api/people/${person}/certificate-checks`, { name: of.name, finding, expires: expires || null, note: note || null }),
    "people",
    "staffing",
  );
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      checking.mutate(undefined, { onSuccess: done });
    }}>
      <ChoiceField label={t("certificate.finding")} value={finding} onChange={(event) => setFinding(event.target.value)}>
        {(["met", "notMet", "unclear"] as const).map((each) => (
          <option key={each} value={each}>
            {t(`certificate.finding.${each}`)}
          </option>
        ))}
      </ChoiceField>
      <TextField label={t("certificate.until")} optional type="date" value={expires} onChange={(event) => setExpires(event.target.value)} />
      <TextField label={t("certificate.note")} optional maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
      {checking.error && <Notice problem={checking.error} />}
      <p className="acts">
        <button className="btn go" disabled={checking.isPending}>
          {t("interview.keep")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
