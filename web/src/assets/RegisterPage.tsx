import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { get } from "../api/client";
import type { Asset, AssetList } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { Empty, Notice, Waiting } from "../ui/states";
import { useWords } from "../words/words";
import { KINDS, whyEnds } from "./kinds";
import { Life } from "./Life";
import "../people/people.css";
import "./assets.css";

/// What is run, that which has to be replaced first at the top.
export default function RegisterPage() {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const [words, setWords] = useState("");
  const [kind, setKind] = useState("");
  const [within, setWithin] = useState("");
  const [unmatched, setUnmatched] = useState(false);
  const sought = new URLSearchParams({ q: useDeferredValue(words.trim()), unmatched: String(unmatched) });
  if (kind) sought.set("kind", kind);
  if (within) sought.set("dueBy", addDays(dates.today, Number(within) * 365));
  const path = `/api/assets?${sought}`;
  const asked = useInfiniteQuery({
    queryKey: ["assets", path],
    queryFn: ({ pageParam, signal }) => get<AssetList>(pageParam ? `${path}&after=${pageParam}` : path, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const all = asked.data?.pages[0]?.all ?? 0;
  const free = !words && !kind && !within && !unmatched;
  return (
    <>
      <PageHead title={t("register.title")}>
        <Link className="btn" to="/register/catalogue">{t("catalogue.link")}</Link>
        <Link className="btn" to="/register/growth">{t("growth.title")}</Link>
        <Link className="btn" to="/register/due">{t("due.link")}</Link>
        <Link className="btn" to="/register/maintenance">{t("maintenance.link")}</Link>
        {can("assets.edit") && <Link className="btn go" to="/register/import">{t("register.read")}</Link>}
      </PageHead>
      {asked.error && <Notice problem={asked.error} />}
      {asked.isPending ? <Waiting /> : free && all === 0 ? (
        <Empty title={t("register.empty")} acts={can("assets.edit") && <Link className="btn go" to="/register/import">{t("register.read")}</Link>}>
          {t("register.empty.detail")}
        </Empty>
      ) : (
        <>
          <p className="say" role="status">{t("register.sentence", { all })}</p>
          <div className="sift">
            <div className="field">
              <label htmlFor="asset-words">{t("register.find")}</label>
              <input id="asset-words" type="search" value={words} onChange={(event) => setWords(event.target.value)} />
            </div>
            <div className="field">
              <label htmlFor="asset-kind">{t("register.kind")}</label>
              <select id="asset-kind" value={kind} onChange={(event) => setKind(event.target.value)}>
                <option value="">{t("register.anyKind")}</option>
                {KINDS.map((each) => <option key={each} value={each}>{t(`register.kind.${each}`)}</option>)}
              </select>
            </div>
            <div className="field">
              <label htmlFor="asset-due">{t("register.due")}</label>
              <select id="asset-due" value={within} onChange={(event) => setWithin(event.target.value)}>
                <option value="">{t("register.due.any")}</option>
                <option value="0">{t("register.due.now")}</option>
                <option value="1">{t("register.due.1")}</option>
                <option value="3">{t("register.due.3")}</option>
              </select>
            </div>
            <label className="check">
              <input type="checkbox" checked={unmatched} onChange={(event) => setUnmatched(event.target.checked)} />
              {t("register.unmatched")}
            </label>
          </div>
          {items.length === 0 ? <Empty title={t("register.none")}>{t("register.none.detail")}</Empty> : <Rows items={items} />}
          {asked.hasNextPage && (
            <p className="passed">
              <button className="btn" type="button" disabled={asked.isFetching} onClick={() => void asked.fetchNextPage()}>{t("register.more")}</button>
            </p>
          )}
        </>
      )}
    </>
  );
}

function Rows({ items }: { items: Asset[] }) {
  const { t } = useWords();
  return (
    <table className="tbl stack register">
      <thead>
        <tr>
          <th scope="col">{t("register.name")}</th>
          <th scope="col">{t("register.what")}</th>
          <th scope="col">{t("register.replace")}</th>
          <th scope="col">{t("register.ends")}</th>
          <th scope="col">{t("register.life")}</th>
        </tr>
      </thead>
      <tbody>{items.map((asset) => <Row key={asset.id} asset={asset} />)}</tbody>
    </table>
  );
}

function Row({ asset }: { asset: Asset }) {
  const { t } = useWords();
  const endsBy = (why: ReturnType<typeof whyEnds>, day: string) =>
    why === "full" ? t("register.why.full", { day }) : t("register.until", { why: t(`register.why.${why}`), day });
  const dates = useDates();
  const over = asset.ends !== undefined && asset.ends < dates.today;
  return (
    <tr>
      <th scope="row">
        <Link to="/register/$asset" params={{ asset: asset.id }}>{asset.name}</Link>
        <span className="lab">{[t(`register.kind.${asset.kind}`), asset.site].filter(Boolean).join(" · ")}</span>
      </th>
      <td>
        {asset.line}
        <Matched asset={asset} />
      </td>
      <td data-label={t("register.replace")}>{asset.due && dates.day(asset.due)}</td>
      <td data-label={t("register.ends")} className={over ? "over" : "i2"}>
        {asset.ends && (over && whyEnds(asset) === "eol"
          ? t("register.sinceThen", { day: dates.day(asset.ends) })
          : endsBy(whyEnds(asset), dates.day(asset.ends)))}
      </td>
      <td><Life asset={asset} /></td>
    </tr>
  );
}

/// What its line was taken for, and how certain that is.
export function Matched({ asset }: { asset: Asset }) {
  const { t, word } = useWords();
  const dates = useDates();
  if (!asset.line || !asset.outcome) return null;
  return (
    <span className="lab">
      {asset.outcome === "matched"
        ? t("register.match", { title: asset.title ?? "", cycle: asset.cycle ?? "", confidence: dates.percent(asset.confidence ?? 0) })
        : t("register.notMatched", { why: word(`register.outcome.${asset.outcome}`) ?? asset.outcome })}
    </span>
  );
}
