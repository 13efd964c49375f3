import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { termsQuery } from "../api/queries";
import type { PersonTerms } from "../api/types";
import { ChoiceField, TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
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
  const [freelance, setFreelance] = useState(terms.freelance);
  const [days, setDays] = useState(terms.leadDays === undefined ? "" : String(terms.leadDays));
  const saving = useDoing(
    () => send("PUT", `/api/people/${person}/terms`, { freelance, leadDays: days === "" ? null : Number(days) }, terms.version),
    "people",
    "staffing",
  );
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      saving.mutate(undefined, {
        onSuccess: () => {
          say(t("app.saved"));
          done();
        },
      });
    }}>
      <label className="check">
        <input type="checkbox" checked={freelance} onChange={(event) => setFreelance(event.target.checked)} />
        {t("terms.freelance.is")}
      </label>
      <TextField label={t("terms.days")} optional type="number" min={0} max={730} value={days} onChange={(event) => setDays(event.target.value)} />
      {saving.error && <Notice problem={saving.error} />}
      <p className="acts">
        <button className="btn go" disabled={saving.isPending}>
          {t("app.save")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}

function Vet({ person, done }: { person: string; done: () => void }) {
  const { t } = useWords();
  const [how, setHow] = useState("");
  const [finding, setFinding] = useState("met");
  const noting = useDoing(() => send("POST", `/api/people/${person}/vettings`, { finding, how }), "people", "staffing");
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      noting.mutate(undefined, { onSuccess: done });
    }}>
      <TextField label={t("terms.how")} required maxLength={1000} note={t("terms.how.note")} value={how} onChange={(event) => setHow(event.target.value)} />
      <ChoiceField label={t("interview.shows")} value={finding} onChange={(event) => setFinding(event.target.value)}>
        {(["met", "notMet", "unclear"] as const).map((each) => (
          <option key={each} value={each}>
            {t(`interview.finding.${each}`)}
          </option>
        ))}
      </ChoiceField>
      {noting.error && <Notice problem={noting.error} />}
      <p className="acts">
        <button className="btn go" disabled={noting.isPending}>
          {t("interview.keep")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}
