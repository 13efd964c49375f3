import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { termsQuery } from "../api/queries";
import type { PersonTerms } from "../api/types";
import { TextField } from "../ui/Field";
import { FindingField, InPlace, useDraft } from "../ui/InPlace";
import { useDates } from "../ui/dates";
import { useWords } from "../words/words";
import { Mark } from "./Findings";

/// Employed or a freelancer, how soon they can begin something new, and who vetted them, how and when.
export function TermsPart({ person, edits }: { person: string; edits: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const [doing, setDoing] = useState<"terms" | "vetting">();
  const { data } = useQuery(termsQuery(person));
  if (!data) return null;
  return (
    <section className="part" aria-labelledby="terms">
      <header>
        <h2 id="terms">{t("terms.title")}</h2>
        {edits && !doing && (
          <button className="lnk" type="button" onClick={() => setDoing("terms")}>
            {t("app.edit")}
          </button>
        )}
      </header>
      {doing === "terms" ? (
        <Edit person={person} terms={data} done={() => setDoing(undefined)} />
      ) : (
        <p>
          {t(data.freelance ? "terms.freelance" : "terms.employed")}
          {data.leadDays === undefined ? <span className="i3">. {t("terms.unknown")}</span> : `, ${t("takers.lead", { days: data.leadDays })}`}
        </p>
      )}
      {data.freelance && data.vettings.length === 0 && <p className="c-risk">▲ {t("takers.vetted.not")}</p>}
      {data.vettings.map(({ finding, how, by, at }) => (
        <p key={at} className="noted">
          <Mark finding={finding} /> {t("terms.vetted", { by, at: dates.moment(at), how })}
        </p>
      ))}
      {doing === "vetting" && <Vet person={person} done={() => setDoing(undefined)} />}
      {edits && !doing && (
        <button className="lnk" type="button" onClick={() => setDoing("vetting")}>
          {t("terms.vet")}
        </button>
      )}
    </section>
  );
}

function Edit({ person, terms, done }: { person: string; terms: PersonTerms; done: () => void }) {
  const { t } = useWords();
  const { draft, text, check } = useDraft({ freelance: terms.freelance, days: terms.leadDays === undefined ? "" : String(terms.leadDays) });
  const keep = () => send("PUT", `/api/people/${person}/terms`, { freelance: draft.freelance, leadDays: draft.days === "" ? null : Number(draft.days) }, terms.version);
  return (
    <InPlace keep={keep} touches={["people", "staffing"]} done={done}>
      <label className="check">
        <input type="checkbox" {...check("freelance")} />
        {t("terms.freelance.is")}
      </label>
      <TextField label={t("terms.days")} optional type="number" min={0} max={730} {...text("days")} />
    </InPlace>
  );
}

function Vet({ person, done }: { person: string; done: () => void }) {
  const { t } = useWords();
  const { draft, text } = useDraft({ how: "", finding: "met" });
  return (
    <InPlace keep={() => send("POST", `/api/people/${person}/vettings`, draft)} touches={["people", "staffing"]} act={t("interview.keep")} done={done}>
      <TextField label={t("terms.how")} required maxLength={1000} note={t("terms.how.note")} {...text("how")} />
      <FindingField label={t("interview.shows")} {...text("finding")} />
    </InPlace>
  );
}
