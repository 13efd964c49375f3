import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { growthQuery } from "../api/queries";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { AssetGrowth, MeasurementReport } from "../api/types";
import { useCan } from "../identity/session";
import { FileDrop } from "../interchange/FileDrop";
import { PageHead } from "../ui/PageHead";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { GrowthPart } from "./GrowthPart";
import "../forecasting/forecasting.css";
import "./assets.css";

/// What is measured of everything that is run, and what has to be ordered by when.
export default function GrowthPage() {
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <PageHead title={t("growth.title")}>
        <Link className="btn" to="/register">{t("register.title")}</Link>
        <Link className="btn" to="/register/due">{t("growth.due")}</Link>
      </PageHead>
      <Asked of={useQuery(growthQuery)}>{(all) => (all.length === 0 ? <Empty title={t("growth.none")}>{t("growth.none.detail")}</Empty> : <All all={all} />)}</Asked>
      {can("assets.edit") && <Reading />}
    </>
  );
}

function All({ all }: { all: AssetGrowth[] }) {
  const { t } = useWords();
  const dates = useDates();
  const soon = all.filter(({ orderBy }) => orderBy);
  const late = soon.filter(({ orderBy }) => orderBy! <= dates.today).length;
  return (
    <>
      <p className="say" role="status">
        <Rich>{t("growth.sentence", { count: all.length, soon: soon.length })}</Rich>
        {late > 0 && <span className="c-late"> ▲ {t("growth.late", { count: late })}</span>}
      </p>
      {all.map((each) => <GrowthPart key={each.id} of={each} named />)}
    </>
  );
}

function Reading() {
  const { t, word } = useWords();
  const reading = useDoing((file: File) => {
    const form = new FormData();
    form.append("file", file);
    return send<MeasurementReport>("POST", "/api/measurements", form);
  }, "growth", "assets", "due");
  const report = reading.data;
  const take = ([file]: File[]) => {
    if (file) void reading.mutateAsync(file).then(({ taken, measures }) => taken > 0 && say(t("growth.taken", { taken, measures })), () => undefined);
  };
  return (
    <section className="asset-part narrow" aria-labelledby="growth-read">
      <h2 id="growth-read">{t("growth.read")}</h2>
      <FileDrop accept=".csv,.tsv,.txt" busy={reading.isPending} take={take}>
        <p className="i2">{t("growth.read.detail")}</p>
      </FileDrop>
      {reading.error && <Notice problem={reading.error} />}
      {report && report.refused > 0 && (
        <>
          <p className="c-risk" role="status">▲ {t("growth.refused", { refused: report.refused, rows: report.rows })}</p>
          <table className="tbl small">
            <thead><tr><th scope="col" className="n">{t("register.import.line")}</th><th scope="col">{t("register.import.why")}</th></tr></thead>
            <tbody>{report.refusals.map(({ number, problem, value }) => <tr key={number}><td className="n i3">{number}</td><td>{word(`growth.reason.${problem}`) ?? word(`register.reason.${problem}`) ?? problem}{value && `: ${value}`}</td></tr>)}</tbody>
          </table>
        </>
      )}
    </section>
  );
}
