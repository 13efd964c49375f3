import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { ratesQuery } from "../api/queries";
import type { ExchangeRates as Rates } from "../api/types";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";

/// In which currency sums are said, and what others are worth in it since which day.
export function ExchangeRates({ edit }: { edit: boolean }) {
  const { t } = useWords();
  const { data } = useQuery(ratesQuery);
  return (
    <section className="money-part" aria-labelledby="exchange">
      <h2 id="exchange">{t("money.exchange")}</h2>
      {data && <Form key={JSON.stringify(data)} rates={data} edit={edit} />}
    </section>
  );
}

function Form({ rates, edit }: { rates: Rates; edit: boolean }) {
  const { t, locale } = useWords();
  const dates = useDates();
  const [draft, setDraft] = useState({ currency: "", rate: "", since: dates.today });
  const setting = useDoing((all: Rates) => send("PUT", "/api/exchange-rates", all), "money");
  return (
    <>
      <p className="i2">{t("money.exchange.base", { currency: rates.currency })}</p>
      {rates.rates.length > 0 && (
        <ul>
          {rates.rates.map((each) => (
            <li key={each.currency + each.since}>
              {t("money.exchange.rate", { currency: each.currency, rate: Number(each.rate).toLocaleString(locale, { maximumFractionDigits: 10 }), base: rates.currency, day: dates.day(each.since) })}{" "}
              {edit && <button className="btn bare" type="button" onClick={() => setting.mutate({ ...rates, rates: rates.rates.filter((other) => other !== each) })}>{t("money.remove")}<span className="sr">: {each.currency} {each.since}</span></button>}
            </li>
          ))}
        </ul>
      )}
      {edit && (
        <form className="rate" onSubmit={(event) => {
          event.preventDefault();
          const added = { currency: draft.currency.toUpperCase(), since: draft.since, rate: draft.rate as unknown as number };
          void setting.mutateAsync({ ...rates, rates: [...rates.rates, added] }).then(() => say(t("money.exchange.saved")), () => undefined);
        }}>
          <div className="field"><label htmlFor="rate-currency">{t("money.currency")}</label><input id="rate-currency" required maxLength={3} value={draft.currency} onChange={(event) => setDraft({ ...draft, currency: event.target.value })} /></div>
          <div className="field"><label htmlFor="rate-rate">{t("money.exchange.worth", { base: rates.currency })}</label><input id="rate-rate" required inputMode="decimal" pattern="[0-9]+([.][0-9]+)?" value={draft.rate} onChange={(event) => setDraft({ ...draft, rate: event.target.value })} /></div>
          <div className="field"><label htmlFor="rate-since">{t("money.exchange.since")}</label><input id="rate-since" type="date" required value={draft.since} onChange={(event) => setDraft({ ...draft, since: event.target.value })} /></div>
          <button className="btn" type="submit" disabled={setting.isPending}>{t("money.exchange.add")}</button>
        </form>
      )}
      {setting.error && <Notice problem={setting.error} />}
    </>
  );
}
