import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { assetGrowthQuery, assetQuery } from "../api/queries";
import type { Asset, AssetDetail } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { ReplacedBy } from "../programme/ReplacedBy";
import { GrowthPart } from "./GrowthPart";
import { ImpactPart } from "./ImpactPart";
import { Life } from "./Life";
import { Matched } from "./RegisterPage";
import "./assets.css";

/// One asset: what it is, until when, what goes away with it, and what became different.
export default function AssetPage() {
  const { asset } = useParams({ strict: false });
  return <Asked of={useQuery(assetQuery(asset!))}>{(detail) => <One key={detail.asset.version} detail={detail} />}</Asked>;
}

function One({ detail }: { detail: AssetDetail }) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const { asset } = detail;
  return (
    <>
      <PageHead title={asset.name} sub={t(`register.kind.${asset.kind}`)}>
        <Link className="btn" to="/register">{t("register.title")}</Link>
      </PageHead>
      <div className="asset-part">
        <p>{asset.line} <Matched asset={asset} /></p>
        <Life asset={asset} />
        {asset.due && asset.ends && <p className="i2">{t("register.drawn", { name: asset.name, due: dates.day(asset.due), ends: dates.day(asset.ends) })}</p>}
        {asset.source && <p><a className="lnk" href={asset.source} rel="noreferrer" target="_blank">{t("register.source")}</a></p>}
      </div>
      <Facts asset={asset} edit={can("assets.edit")} />
      <section className="asset-part" aria-labelledby="hangs">
        <h2 id="hangs">{t("register.on")}</h2>
        {detail.on.length === 0 ? <p className="i2">{t("register.on.none")}</p> : (
          <ul>
            {detail.on.map((each) => (
              <li key={`${each.kind} ${each.asset}`}>{t(`register.relation.${each.kind}`)} <Link to="/register/$asset" params={{ asset: each.asset }}>{each.name}</Link></li>
            ))}
          </ul>
        )}
      </section>
      <Grows asset={asset.id} />
      <ReplacedBy asset={asset.id} />
      <ImpactPart asset={asset.id} />
      <History detail={detail} />
    </>
  );
}

function Grows({ asset }: { asset: string }) {
  const { data } = useQuery(assetGrowthQuery(asset));
  return data?.map((each) => <GrowthPart key={each.id} of={each} />);
}

function Facts({ asset, edit }: { asset: Asset; edit: boolean }) {
  const { t } = useWords();
  const dates = useDates();
  const [draft, setDraft] = useState({ site: asset.site ?? "", owner: asset.owner ?? "", warranty: asset.warranty ?? "", life: asset.life ?? "", leadDays: String(asset.leadDays) });
  const saving = useDoing(() => send("PATCH", `/api/assets/${asset.id}`, {
    site: draft.site || undefined, owner: draft.owner || undefined, warranty: draft.warranty || undefined,
    life: draft.life || undefined, leadDays: Number(draft.leadDays), cost: asset.cost,
  }, asset.version), "assets");
  const field = (name: keyof typeof draft, label: string, type: string) => (
    <div className="field">
      <label htmlFor={`asset-${name}`}>{label}</label>
      <input id={`asset-${name}`} type={type} readOnly={!edit} min={type === "number" ? 0 : undefined} value={draft[name]} onChange={(event) => setDraft({ ...draft, [name]: event.target.value })} />
    </div>
  );
  return (
    <form aria-label={t("register.facts")} onSubmit={(event) => {
      event.preventDefault();
      void saving.mutateAsync(undefined).then(() => say(t("register.saved")), () => undefined);
    }}>
      <div className="asset-facts">
        {field("site", t("register.site"), "text")}
        {field("owner", t("register.owner"), "text")}
        {field("warranty", t("register.warranty"), "date")}
        {field("life", t("register.expected"), "date")}
        {field("leadDays", t("register.lead"), "number")}
      </div>
      <p className="asset-part i2">
        {[asset.serial && `${t("register.serial")}: ${asset.serial}`, asset.bought && `${t("register.bought")}: ${dates.day(asset.bought)}`,
          asset.eol && `${t("register.eol")}: ${dates.day(asset.eol)}`, asset.cost && `${t("register.cost")}: ${dates.money(asset.cost.minor, asset.cost.currency)}`].filter(Boolean).join(" · ")}
      </p>
      {saving.error && <Notice problem={saving.error} />}
      {edit && <p className="asset-part"><button className="btn go" type="submit" disabled={saving.isPending}>{t("register.save")}</button></p>}
    </form>
  );
}

function History({ detail }: { detail: AssetDetail }) {
  const { t, word } = useWords();
  const dates = useDates();
  return (
    <section className="asset-part" aria-labelledby="history">
      <h2 id="history">{t("register.history")}</h2>
      <ul>
        {detail.history.map(({ at, name, fields }) => (
          <li key={`${at} ${name}`}>
            <span className="i3">{dates.day(at.slice(0, 10))} · {name}</span>{" "}
            {Object.keys(fields).length === 0 ? t("register.history.new") : Object.entries(fields).map(([field, [before, after]]) =>
              t("register.history.change", { field: word(`register.field.${field}`) ?? field, before: before || t("register.history.nothing"), after: after || t("register.history.nothing") })).join("; ")}
          </li>
        ))}
      </ul>
    </section>
  );
}
