import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { lifecycleQuery } from "../api/queries";
import type { LifecycleCatalogue, LifecycleImport, LifecycleProduct } from "../api/types";
import { useCan } from "../identity/session";
import { FileDrop } from "../interchange/FileDrop";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { CatalogueLook } from "./CatalogueLook";
import "../people/people.css";
import "../forecasting/forecasting.css";
import "./assets.css";

/// Until when products are supported, who says so, and what an administrator took from elsewhere.
export default function CataloguePage() {
  const { t } = useWords();
  const can = useCan();
  const [words, setWords] = useState("");
  const [taken, setTaken] = useState(false);
  const [look, setLook] = useState<LifecycleImport>();
  const asked = useQuery({ ...lifecycleQuery(useDeferredValue(words.trim()), taken), placeholderData: keepPreviousData });
  if (look) return <CatalogueLook look={look} leave={() => setLook(undefined)} />;
  return (
    <>
      <PageHead title={t("catalogue.title")}>
        <Link className="btn" to="/register">{t("register.title")}</Link>
      </PageHead>
      <Asked of={asked}>
        {(catalogue) => (
          <>
            <p className="say" role="status"><Rich>{t("catalogue.sentence", { products: catalogue.products, cycles: catalogue.cycles, taken: catalogue.taken })}</Rich></p>
            {can("company.administer") && <Complete catalogue={catalogue} setLook={setLook} />}
            <div className="sift">
              <div className="field">
                <label htmlFor="catalogue-words">{t("catalogue.find")}</label>
                <input id="catalogue-words" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
              </div>
              <label className="check">
                <input type="checkbox" checked={taken} onChange={(event) => setTaken(event.target.checked)} />
                {t("catalogue.taken.only")}
              </label>
            </div>
            {catalogue.items.length === 0 ? <Empty title={t("register.none")}>{t("catalogue.none")}</Empty> : <Products items={catalogue.items} />}
            {catalogue.found > catalogue.items.length && <p className="asset-part i2">{t("catalogue.more", { more: catalogue.found - catalogue.items.length })}</p>}
          </>
        )}
      </Asked>
    </>
  );
}

/// From a file, or an address that is written down; both are looked at before anything is written.
function Complete({ catalogue, setLook }: { catalogue: LifecycleCatalogue; setLook: (look: LifecycleImport) => void }) {
  const { t } = useWords();
  const [address, setAddress] = useState(catalogue.address ?? "");
  const reading = useDoing((file: File) => {
    const form = new FormData();
    form.append("file", file);
    return send<LifecycleImport>("POST", "/api/lifecycle-imports", form);
  });
  const fetching = useDoing(() => send<LifecycleImport>("POST", "/api/lifecycle-fetches"));
  const saving = useDoing((to: string) => send("PUT", "/api/lifecycle-catalogue/address", { address: to || undefined }), "lifecycles");
  const forgetting = useDoing(() => send("DELETE", "/api/lifecycle-catalogue/taken"), "lifecycles", "assets", "due");
  const isSaved = address.trim() === (catalogue.address ?? "");
  return (
    <details className="asset-part catalogue-complete" open={catalogue.taken === 0 ? undefined : false}>
      <summary>{t("catalogue.complete")}</summary>
      <p className="i2">{t("catalogue.complete.detail")}</p>
      <div className="two">
        <FileDrop accept=".json" busy={reading.isPending} take={([file]) => file && void reading.mutateAsync(file).then(setLook, () => undefined)}>
          <p className="i2">{t("catalogue.file")}</p>
        </FileDrop>
        <form onSubmit={(event) => {
          event.preventDefault();
          void saving.mutateAsync(address.trim()).then(() => say(t("catalogue.address.saved")), () => undefined);
        }}>
          <TextField label={t("catalogue.address")} type="url" placeholder="https://" value={address} note={t("catalogue.address.note")} onChange={(event) => setAddress(event.target.value)} />
          <p className="acts">
            {!isSaved && <button className="btn go" type="submit" disabled={saving.isPending}>{t("catalogue.address.save")}</button>}
            {isSaved && catalogue.address && (
              <button className="btn go" type="button" disabled={fetching.isPending} onClick={() => void fetching.mutateAsync(undefined).then(setLook, () => undefined)}>
                {t(fetching.isPending ? "catalogue.fetching" : "catalogue.fetch")}
              </button>
            )}
          </p>
        </form>
      </div>
      {[reading, fetching, saving, forgetting].map(({ error }, i) => error && <Notice key={i} problem={error} />)}
      {catalogue.taken > 0 && (
        <p><button className="lnk" type="button" disabled={forgetting.isPending} onClick={() => void forgetting.mutateAsync(undefined).then(() => say(t("catalogue.forgotten")), () => undefined)}>{t("catalogue.forget", { taken: catalogue.taken })}</button></p>
      )}
    </details>
  );
}

function Products({ items }: { items: LifecycleProduct[] }) {
  const { t } = useWords();
  const dates = useDates();
  return items.map((product) => (
    <details key={product.id} className="asset-part catalogue-product" open={items.length === 1}>
      <summary>
        <b>{product.title}</b>{" "}
        <span className="i3">
          {t("catalogue.versions", { count: product.cycles.length })}
          {product.assets > 0 && <> · <span className="c-accent">{t("catalogue.run", { assets: product.assets })}</span></>}
          {product.cycles.some(({ origin }) => origin) && ` · ${t("catalogue.completed")}`}
        </span>
      </summary>
      <table className="tbl small stack">
        <thead>
          <tr>
            <th scope="col">{t("catalogue.version")}</th>
            <th scope="col">{t("register.eol")}</th>
            <th scope="col">{t("catalogue.paid")}</th>
            <th scope="col">{t("catalogue.says")}</th>
          </tr>
        </thead>
        <tbody>
          {product.cycles.map((cycle) => (
            <tr key={cycle.name}>
              <th scope="row">{cycle.name}</th>
              <td data-label={t("register.eol")} className={cycle.ended || (cycle.end && cycle.end < dates.today) ? "over" : ""}>
                {cycle.end ? dates.day(cycle.end) : t(cycle.ended ? "catalogue.over" : "catalogue.open")}
              </td>
              <td data-label={t("catalogue.paid")}>{cycle.paidEnd && dates.day(cycle.paidEnd)}</td>
              <td>
                <a className="lnk" href={cycle.source} rel="noreferrer" target="_blank">{host(cycle.source)}</a>
                {cycle.origin && <span className="lab">{t("catalogue.origin", { origin: cycle.origin, day: dates.day(cycle.taken!), by: cycle.by ?? "" })}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ));
}

export function host(address: string): string {
  return URL.canParse(address) ? new URL(address).host.replace(/^www\./, "") : address;
}
