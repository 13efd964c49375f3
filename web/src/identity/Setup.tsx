import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { send } from "../api/client";
import { setupQuery } from "../api/queries";
import type { Session, Week } from "../api/types";
import { WeekFields } from "../people/WeekFields";
import { ChoiceField, TextField } from "../ui/Field";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Door } from "./Door";
import { NewSignIn } from "./NewSignIn";
import { HolidayList, PlaceFields } from "./PlaceFields";
import { guessCountry, zones } from "./places";
import { useArrival } from "./SignIn";

const usual = ["09:00-13:00", "14:00-18:00"];
const usualWeek: Week = { monday: usual, tuesday: usual, wednesday: usual, thursday: usual, friday: usual };

/// The first run: three steps on one page, all of which can be changed later.
export default function Setup() {
  const { t, language } = useWords();
  const setup = useQuery(setupQuery);
  const arrive = useArrival();
  const { token } = useSearch({ strict: false }) as { token?: string };
  const [company, setCompany] = useState("");
  const [zone, setZone] = useState(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
  const [place, setPlace] = useState(() => ({ country: guessCountry(), region: "" }));
  const [week, setWeek] = useState({ week: usualWeek, readable: true });
  const [name, setName] = useState("");
  const [first, setFirst] = useState({ login: "", password: "" });
  const create = useMutation({
    mutationFn: () =>
      send<Session>("POST", "/api/setup", {
        company: company.trim(),
        zone,
        country: place.country,
        region: place.region || undefined,
        language,
        week: week.week,
        token,
        administrator: { name: name.trim(), login: first.login.trim(), password: first.password },
      }),
    onSuccess: arrive,
  });
  if (setup.data && !setup.data.needed && !create.isSuccess) return <Done />;
  return (
    <Door title={t("setup.title")} wide>
      <p className="text">{t("setup.detail")}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (week.readable) create.mutate();
        }}
      >
        <Step no={1} title={t("setup.company")}>
          <TextField label={t("setup.name")} required autoFocus autoComplete="organization" value={company}
            onChange={(event) => setCompany(event.target.value)} />
          <PlaceFields {...place} change={(country, region) => setPlace({ country, region })} />
          <ChoiceField label={t("setup.zone")} value={zone} onChange={(event) => setZone(event.target.value)}>
            {zones().map((each) => (
              <option key={each}>{each}</option>
            ))}
          </ChoiceField>
          <HolidayList {...place} year={new Date().getFullYear()} />
        </Step>
        <Step no={2} title={t("setup.week")}>
          <p className="i2">{t("setup.week.detail")}</p>
          <WeekFields value={usualWeek} change={(next, readable) => setWeek({ week: next, readable })} />
        </Step>
        <Step no={3} title={t("setup.you")}>
          <p className="i2">{t("setup.you.detail")}</p>
          <TextField label={t("setup.yourName")} required autoComplete="name" value={name}
            onChange={(event) => setName(event.target.value)} />
          <NewSignIn value={first} change={setFirst} />
        </Step>
        {create.error && <Notice problem={create.error} />}
        <button className="btn go big" disabled={create.isPending}>
          {t("setup.act")}
        </button>
      </form>
    </Door>
  );
}

function Step({ no, title, children }: { no: number; title: string; children: ReactNode }) {
  return (
    <section className="step">
      <span className="no" aria-hidden="true">
        {no}
      </span>
      <h2>{title}</h2>
      <div>{children}</div>
    </section>
  );
}

function Done() {
  const { t } = useWords();
  return (
    <Door title={t("setup.done")}>
      <p className="text">{t("setup.done.detail")}</p>
      <p className="acts">
        <Link className="btn go big" to="/sign-in">
          {t("signIn.act")}
        </Link>
      </p>
    </Door>
  );
}
