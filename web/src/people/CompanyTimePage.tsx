import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { queries, shutdownsQuery, sitesQuery } from "../api/queries";
import type { Shutdown, Site } from "../api/types";
import { AdminHead } from "../identity/AdminHead";
import { HolidayList, PlaceFields } from "../identity/PlaceFields";
import { countriesQuery } from "../identity/places";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { DayField } from "../ui/DayField";
import { ChoiceField, TextField } from "../ui/Field";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Where people work and when the company is closed: sites with their holidays, and shutdowns.
export default function CompanyTimePage() {
  const sites = useQuery(sitesQuery);
  return (
    <>
      <AdminHead />
      <div className="cols">
        <div>
          <Asked of={sites}>{(all) => <Sites all={all} />}</Asked>
        </div>
        <div>
          <Shutdowns sites={sites.data ?? []} />
        </div>
      </div>
    </>
  );
}

function Sites({ all }: { all: Site[] }) {
  const { t, language } = useWords();
  const { company } = useSession()!;
  const dates = useDates();
  const countries = useQuery(countriesQuery(language)).data ?? [];
  const [shown, setShown] = useState<string>();
  const site = all.find((each) => each.id === shown) ?? all[0];
  const year = Number(dates.today.slice(0, 4));
  const place = (each: Site) => [countries.find((one) => one.code === each.country)?.name ?? each.country, each.region].filter(Boolean).join(", ");
  return (
    <>
      <section className="part">
        <h2>{t("sites.title")}</h2>
        <p className="i2">{t("sites.detail")}</p>
        <ul className="rows">
          {all.map((each) => (
            <li key={each.id}>
              <span>
                <b>{each.name}</b> <span className="i2">{place(each)}</span>
              </span>
              <button className="lnk" type="button" aria-pressed={each === site} onClick={() => setShown(each.id)}>
                {t("sites.holidays")}
                <span className="sr"> {each.name}</span>
              </button>
            </li>
          ))}
        </ul>
        {all.length === 0 && <p className="i3">{t("sites.none")}</p>}
      </section>
      <section className="part">
        <h2>{site ? t("sites.holidaysOf", { site: site.name }) : t("sites.holidaysOf", { site: company.name })}</h2>
        <HolidayList country={site?.country ?? company.country} region={site?.region ?? ""} year={year} />
      </section>
      <NewSite />
    </>
  );
}

function NewSite() {
  const { t } = useWords();
  const { company } = useSession()!;
  const [name, setName] = useState("");
  const [place, setPlace] = useState({ country: company.country, region: "" });
  const create = useMutation({
    mutationFn: () =>
      send<Site>("POST", "/api/sites", { name: name.trim(), country: place.country, region: place.region || undefined }),
    onSuccess: () => setName(""),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sites"] }),
  });
  return (
    <section className="part">
      <h2>{t("sites.new")}</h2>
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField label={t("sites.name")} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <PlaceFields {...place} change={(country, region) => setPlace({ country, region })} />
        {create.error && <Notice problem={create.error} />}
        <button className="btn" disabled={create.isPending || !name.trim()}>
          {t("sites.add")}
        </button>
      </form>
    </section>
  );
}

function Shutdowns({ sites }: { sites: Site[] }) {
  const { t } = useWords();
  const dates = useDates();
  const shutdowns = useQuery(shutdownsQuery);
  const [name, setName] = useState("");
  const [site, setSite] = useState("");
  const [from, setFrom] = useState<string>(dates.today);
  const [to, setTo] = useState<string>(dates.today);
  const again = () => queries.invalidateQueries({ queryKey: ["shutdowns"] });
  const create = useMutation({
    mutationFn: () => send<Shutdown>("POST", "/api/shutdowns", { name: name.trim(), site: site || undefined, from, to }),
    onSuccess: () => setName(""),
    onSettled: again,
  });
  const remove = useMutation({ mutationFn: (id: string) => send("DELETE", `/api/shutdowns/${id}`), onSettled: again });
  const siteName = (id: string | undefined) => (id ? sites.find((each) => each.id === id)?.name : t("shutdowns.everywhere"));
  return (
    <section className="part">
      <h2>{t("shutdowns.title")}</h2>
      <p className="i2">{t("shutdowns.detail")}</p>
      <Asked of={shutdowns}>
        {(all) => (
          <ul className="rows">
            {all.map((each) => (
              <li key={each.id}>
                <span>
                  <b>{dates.span(each.from, each.to)}</b> {each.name}
                  <span className="lab" style={{ display: "block" }}>
                    {siteName(each.site)}
                  </span>
                </span>
                <button className="lnk" type="button" onClick={() => remove.mutate(each.id)}>
                  {t("shutdowns.remove")}
                  <span className="sr"> {each.name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField label={t("shutdowns.name")} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <div className="fields">
          <DayField label={t("shutdowns.from")} value={from} change={(day) => { setFrom(day); if (day > to) setTo(day); }} />
          <DayField label={t("shutdowns.to")} value={to} min={from} change={setTo} />
        </div>
        <ChoiceField label={t("shutdowns.where")} value={site} onChange={(event) => setSite(event.target.value)}>
          <option value="">{t("shutdowns.everywhere")}</option>
          {sites.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name}
            </option>
          ))}
        </ChoiceField>
        {(create.error || remove.error) && <Notice problem={create.error ?? remove.error} />}
        <button className="btn" disabled={create.isPending || !name.trim()}>
          {t("shutdowns.add")}
        </button>
      </form>
    </section>
  );
}
