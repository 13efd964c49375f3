import { useQuery } from "@tanstack/react-query";
import { holidaysQuery } from "../api/queries";
import { datesIn } from "../ui/dates";
import { ChoiceField } from "../ui/Field";
import { useWords } from "../words/words";
import { countriesQuery, regionsQuery } from "./places";

/// Country, and region where it has holidays of its own.
export function PlaceFields({ country, region, change }: {
  country: string;
  region: string;
  change: (country: string, region: string) => void;
}) {
  const { t, language } = useWords();
  const countries = useQuery(countriesQuery(language)).data ?? [];
  const known = countries.some((each) => each.code === country) ? country : "";
  const regions = useQuery(regionsQuery(known)).data ?? [];
  return (
    <div className="fields">
      <ChoiceField label={t("place.country")} required value={known} onChange={(event) => change(event.target.value, "")}>
        <option value="">{t("place.choose")}</option>
        {countries.map((each) => (
          <option key={each.code} value={each.code}>
            {each.name}
          </option>
        ))}
      </ChoiceField>
      {regions.length > 0 && (
        <ChoiceField label={t("place.region")} optional value={region} onChange={(event) => change(country, event.target.value)}>
          <option value="">{t("place.whole")}</option>
          {regions.map((each) => (
            <option key={each.code} value={each.code}>
              {each.name}
            </option>
          ))}
        </ChoiceField>
      )}
    </div>
  );
}

/// The holidays that follow from a place, so that one sees whether it is the right one.
export function HolidayList({ country, region, year }: { country: string; region: string; year: number }) {
  const { t, locale } = useWords();
  const holidays = useQuery({ ...holidaysQuery(country, region, year), enabled: country !== "", retry: false });
  const dates = datesIn(locale, "UTC", `${year}-06-01T00:00:00Z`);
  if (!holidays.data) return null;
  return (
    <div>
      <p className="lab">{t("place.holidays", { count: holidays.data.length, year: String(year) })}</p>
      <ul className="days">
        {holidays.data.map((day) => (
          <li key={day.date + day.name}>
            <b>{dates.weekdayDay(day.date)}</b> <span className="i2">{day.name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
