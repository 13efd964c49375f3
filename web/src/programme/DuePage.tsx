import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { dueQuery } from "../api/queries";
import type { DueAssets, DueGroup } from "../api/types";
import { useCan } from "../identity/session";
import { addDays, useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { useWidth } from "../ui/scale";
import { Asked, Empty } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { DueBar, ProgrammeBar, QuarterBars, YearHead } from "./drawings";
import { MakeProgramme } from "./MakeProgramme";
import { sums } from "./sums";
import { yearAxis, type YearAxis } from "./yearAxis";
import "./programme.css";

const YEARS = [1, 2, 3, 5, 10];

/// What has to be replaced within some years, what that costs, and the programmes made from it, on one axis.
export default function DuePage() {
  const { t } = useWords();
  const dates = useDates();
  const [years, setYears] = useState(3);
  const until = addDays(dates.today, Math.round(years * 365.25));
  return (
    <>
      <PageHead title={t("due.title")}>
        <label className="horizon">
          {t("due.horizon")}
          <select className="line" value={years} onChange={(event) => setYears(Number(event.target.value))}>
            {YEARS.map((each) => <option key={each} value={each}>{t("due.years", { years: each })}</option>)}
          </select>
        </label>
        <Link className="btn" to="/register">{t("register.title")}</Link>
      </PageHead>
      <Asked of={useQuery(dueQuery(until))}>{(due) => <Due key={until} due={due} years={years} />}</Asked>
    </>
  );
}

function Due({ due, years }: { due: DueAssets; years: number }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const measured = useRef<HTMLTableCellElement>(null);
  const width = useWidth(measured, 640);
  const last = due.quarters.at(-1)?.from ?? due.until;
  const axis = yearAxis(dates.today, due.until > last ? due.until : last, width);
  const assets = due.groups.flatMap((group) => group.assets);
  const over = assets.filter((asset) => asset.over).length;
  const chosen = due.free - [...without].length;
  const money = (amounts: DueGroup["cost"]) => amounts.map(({ minor, currency }) => dates.money(minor, currency)).join(" + ");
  if (assets.length === 0 && due.programmes.length === 0)
    return <Empty title={t("due.none")} acts={<Link className="btn" to="/register">{t("register.title")}</Link>}>{t("due.none.detail")}</Empty>;
  return (
    <>
      <p className="say" role="status">
        <Rich>{t("due.sentence", { all: assets.length, years, over, cost: money(sums(due.groups.map((group) => group.cost))) || "–", free: due.free })}</Rich>
      </p>
      {due.more && <p className="asset-part c-risk">▲ {t("due.more")}</p>}
      {can("project.create") && due.free > 0 && <MakeProgramme until={due.until} count={chosen} without={without} />}
      <table className="due" style={{ "--today": `${axis.x(Date.parse(dates.today))}px` } as React.CSSProperties}>
        <thead>
          <tr>
            <th scope="col">{t("due.what")}</th>
            <th scope="col" className="fx">
              <div ref={measured as React.RefObject<never>}><YearHead axis={axis} today={dates.today} /></div>
              <span className="sr">{t("due.when")}</span>
            </th>
            <th scope="col" className="n">{t("due.cost")}</th>
          </tr>
        </thead>
        {due.programmes.length > 0 && (
          <tbody>
            <tr className="part"><th scope="rowgroup" colSpan={3}>{t("due.programmes")} <span>{t("due.programmes.detail")}</span></th></tr>
            {due.programmes.map((programme) => (
              <tr key={programme.project}>
                <th scope="row">
                  <Link to="/projects/$project" params={{ project: programme.project }}>{programme.name}</Link>
                  <span>{t("due.replaces", { count: programme.assets })}</span>
                </th>
                <td className="fx"><ProgrammeBar programme={programme} axis={axis} /></td>
                <td className="n" data-label={t("due.cost")}>{money(programme.cost) || "–"}</td>
              </tr>
            ))}
          </tbody>
        )}
        <tbody>
          <tr className="money">
            <th scope="row">{t("due.money")}<span>{t("due.money.detail")}</span></th>
            <td className="fx"><QuarterBars due={due} axis={axis} /></td>
            <td className="n" data-label={t("due.money.all")}>{money(sums(due.quarters.flatMap((quarter) => [quarter.free, quarter.planned]))) || "–"}</td>
          </tr>
        </tbody>
        <tbody>
          <tr className="part"><th scope="rowgroup" colSpan={3}>{t("due.groups")}</th></tr>
          {due.groups.map((group) => (
            <Group key={`${group.what} ${group.site} ${group.due}`} group={group} axis={axis} money={money} without={without} setWithout={setWithout} />
          ))}
        </tbody>
      </table>
      <p className="due-key i2">{t("due.key")}</p>
    </>
  );
}

function Group({ group, axis, money, without, setWithout }: {
  group: DueGroup;
  axis: YearAxis;
  money: (amounts: DueGroup["cost"]) => string;
  without: ReadonlySet<string>;
  setWithout: (without: ReadonlySet<string>) => void;
}) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const toggle = (id: string) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    setWithout(next);
  };
  return (
    <tr>
      <th scope="row">
        {group.what}
        <span>{group.skill ? t("due.can", { skill: group.skill, names: group.people.slice(0, 3).join(", "), more: Math.max(0, group.people.length - 3) }) : <b className="c-risk">▲ {t("due.nobody")}</b>}</span>
        <details>
          <summary>{[t(`register.kind.${group.kind}`), group.site, t("due.count", { count: group.assets.length })].filter(Boolean).join(" · ")}</summary>
          <ul>
            {group.assets.map((asset) => (
              <li key={asset.id}>
                {can("project.create") && !asset.taken ? (
                  <label className="check">
                    <input type="checkbox" checked={!without.has(asset.id)} onChange={() => toggle(asset.id)} />
                    {asset.name}
                  </label>
                ) : asset.name}{" "}
                <Link className="lnk" to="/register/$asset" params={{ asset: asset.id }}>{t("due.open")}<span className="sr">: {asset.name}</span></Link>{" "}
                <span className="i3">{asset.planned ? t("due.planned", { day: dates.day(asset.planned) }) : asset.taken ? t("due.taken") : t("due.begin", { day: dates.day(asset.due) })}</span>
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td className="fx"><DueBar group={group} axis={axis} /></td>
      <td className="n" data-label={t("due.cost")}>{money(group.cost) || "–"}</td>
    </tr>
  );
}
