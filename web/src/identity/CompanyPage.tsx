import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ask } from "../api/client";
import { companyQuery, queries } from "../api/queries";
import type { Company } from "../api/types";
import { MailPart } from "../outbox/MailPart";
import { SteeringPart } from "../reporting/SteeringPart";
import { WeekFields } from "../people/WeekFields";
import { ChoiceField, Segments, TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { AdminHead } from "./AdminHead";
import { HolidayList, PlaceFields } from "./PlaceFields";
import { zones } from "./places";

export default function CompanyPage() {
  const company = useQuery(companyQuery);
  return (
    <>
      <AdminHead />
      <Asked of={company}>{(now) => <Form key={now.version} company={now} />}</Asked>
    </>
  );
}

function Form({ company }: { company: Company }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(company);
  const [readable, setReadable] = useState(true);
  const change = (part: Partial<Company>) => setDraft((before) => ({ ...before, ...part }));
  const save = useMutation({
    mutationFn: () =>
      ask<Company>("/api/company", {
        method: "PATCH",
        ifMatch: company.version,
        body: {
          name: draft.name.trim(),
          zone: draft.zone,
          country: draft.country,
          region: draft.region ?? "",
          language: draft.language,
          week: draft.week,
          publicAssessment: draft.publicAssessment,
          agreement: draft.agreement,
        },
      }),
    onSuccess: () => say(t("app.saved")),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["company"] });
      void queries.invalidateQueries({ queryKey: ["session"] });
    },
  });
  return (
    <form
      className="cols"
      onSubmit={(event) => {
        event.preventDefault();
        if (readable) save.mutate();
      }}
    >
      <div className="rowed">
        <TextField label={t("setup.name")} required value={draft.name} onChange={(event) => change({ name: event.target.value })} />
        <PlaceFields country={draft.country} region={draft.region ?? ""} change={(country, region) => change({ country, region })} />
        <ChoiceField label={t("setup.zone")} value={draft.zone} onChange={(event) => change({ zone: event.target.value })}>
          {zones().map((each) => (
            <option key={each}>{each}</option>
          ))}
        </ChoiceField>
        <Segments label={t("company.language")} name="company-language" value={draft.language} choose={(language) => change({ language })}
          options={[{ value: "en", name: "English" }, { value: "de", name: "Deutsch" }]} />
        <section>
          <h2>{t("company.week")}</h2>
          <p className="i2">{t("setup.week.detail")}</p>
          <WeekFields
            value={company.week ?? {}}
            change={(week, canBeRead) => {
              change({ week });
              setReadable(canBeRead);
            }}
          />
        </section>
        <div>
          <label className="check">
            <input type="checkbox" checked={draft.publicAssessment} onChange={(event) => change({ publicAssessment: event.target.checked })} />
            {t("company.public")}
          </label>
          <p className="lab">{t("company.public.note")}</p>
        </div>
        <div>
          <Segments label={t("agreement.title")} name="agreement" value={draft.agreement} choose={(agreement) => change({ agreement })}
            options={(["off", "team", "self"] as const).map((value) => ({ value, name: t(`agreement.${value}`) }))} />
          <p className="lab">{t(`agreement.${draft.agreement}.detail`)} {t("agreement.always")}</p>
        </div>
        {save.error && <Notice problem={save.error} />}
        <p className="acts">
          <button className="btn go" disabled={save.isPending || !readable}>
            {t("app.save")}
          </button>
        </p>
      </div>
      <div>
        <HolidayList country={draft.country} region={draft.region ?? ""} year={new Date().getFullYear()} />
        <MailPart />
        <SteeringPart />
      </div>
    </form>
  );
}
