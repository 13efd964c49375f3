import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { peopleQuery, sitesQuery } from "../api/queries";
import { useCan } from "../identity/session";
import { useWords } from "../words/words";
import type { PersonDraft } from "./personDraft";
import { ArrivalFields } from "./ArrivalFields";
import { skillsOf } from "./skills";

/// The fields of a person, the same for a new one and for one who is known.
export function PersonFields({ draft, change, self }: {
  draft: PersonDraft;
  change: (draft: PersonDraft) => void;
  self?: string;
}) {
  const { t } = useWords();
  const can = useCan();
  const id = useId();
  const people = useQuery(peopleQuery).data ?? [];
  const sites = useQuery(sitesQuery).data ?? [];
  const field = (name: keyof PersonDraft) => ({
    id: `${id}-${name}`,
    value: String(draft[name]),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) =>
      change({ ...draft, [name]: event.target.value }),
  });
  return (
    <div className="fields">
      <div className="field">
        <label htmlFor={`${id}-name`}>{t("people.name")}</label>
        <input required maxLength={200} autoComplete="off" {...field("name")} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-email`}>{t("person.email")}</label>
        <input type="email" autoComplete="off" {...field("email")} />
      </div>
      <div className="field">
        <label htmlFor={`${id}-skills`}>{t("people.skills")}</label>
        <input autoComplete="off" aria-describedby={`${id}-skills-note`} {...field("skills")} />
        <p className="note" id={`${id}-skills-note`}>
          {t("person.skills.note", { known: skillsOf(people).slice(0, 5).join(", ") || "Java, PostgreSQL" })}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-fields`}>{t("person.fields")}</label>
        <input autoComplete="off" aria-describedby={`${id}-fields-note`} {...field("fields")} />
        <p className="note" id={`${id}-fields-note`}>
          {t("person.fields.note")}
        </p>
      </div>
      <div className="field">
        <label htmlFor={`${id}-site`}>{t("person.site")}</label>
        <select {...field("site")}>
          <option value="">{t("person.noSite")}</option>
          {sites.map((site) => (
            <option key={site.id} value={site.id}>
              {site.name}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-lead`}>{t("person.lead")}</label>
        <select {...field("lead")}>
          <option value="">{t("person.noLead")}</option>
          {people
            .filter((person) => person.id !== self && !person.pool)
            .map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
        </select>
      </div>
      <div className="field">
        <span className="lab">{t("person.kind")}</span>
        <label className="check">
          <input
            type="checkbox"
            checked={draft.pool}
            onChange={(event) => change({ ...draft, pool: event.target.checked })}
          />
          {t("person.isPool")}
        </label>
      </div>
      {draft.pool ? (
        <div className="field">
          <label htmlFor={`${id}-heads`}>{t("person.heads")}</label>
          <input type="number" min={1} max={1000} required {...field("heads")} />
        </div>
      ) : (
        <div className="field">
          <label htmlFor={`${id}-share`}>{t("person.share")}</label>
          <input type="number" min={1} max={100} required {...field("share")} />
        </div>
      )}
      {!draft.pool && <ArrivalFields draft={draft} change={(part) => change({ ...draft, ...part })} />}
      {can("rates.see") && (
        <>
          <div className="field">
            <label htmlFor={`${id}-rate`}>{t("person.rate")}</label>
            <input inputMode="decimal" pattern="\d+([.,]\d{1,2})?" {...field("rate")} />
          </div>
          <div className="field">
            <label htmlFor={`${id}-currency`}>{t("person.currency")}</label>
            <input minLength={3} maxLength={3} pattern="[A-Z]{3}" {...field("currency")} />
          </div>
        </>
      )}
    </div>
  );
}
