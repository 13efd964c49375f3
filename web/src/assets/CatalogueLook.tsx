import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { LifecycleImport, LineMeans } from "../api/types";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { host } from "./CataloguePage";

/// What a file or an address would change in the catalogue and in the register, before anything is written.
export function CatalogueLook({ look, leave }: { look: LifecycleImport; leave: () => void }) {
  const { t } = useWords();
  const accepting = useDoing(() => send<{ facts: number; assets: number }>("POST", `/api/lifecycle-imports/${look.id}/acceptance`), "lifecycles", "assets", "due", "growth");
  const accept = () => accepting.mutateAsync(undefined).then((taken) => {
    say(t("catalogue.accepted", taken));
    leave();
  }, () => undefined);
  const throwAway = () => {
    send("DELETE", `/api/lifecycle-imports/${look.id}`).catch(() => undefined);
    leave();
  };
  const facts = look.fresh + look.changed;
  return (
    <>
      <PageHead title={t("catalogue.look")} />
      <p className="say" role="status">
        <Rich>{t("catalogue.look.sentence", { name: look.name, products: look.products, cycles: look.cycles, freshProducts: look.freshProducts, fresh: look.fresh, changed: look.changed, assets: look.assets })}</Rich>
      </p>
      <Touched look={look} />
      <Facts look={look} />
      <div className="deciding">
        {accepting.error && <Notice problem={accepting.error} />}
        <div className="acts">
          <button className="btn go" type="button" disabled={facts === 0 || accepting.isPending} onClick={() => void accept()}>{t("catalogue.take", { facts })}</button>
          <button className="btn" type="button" onClick={throwAway}>{t("import.leave")}</button>
        </div>
      </div>
    </>
  );
}

function Touched({ look }: { look: LifecycleImport }) {
  const { t, word } = useWords();
  const dates = useDates();
  if (look.touched.length === 0) return null;
  const means = ({ outcome, title, cycle, end, ended }: LineMeans) =>
    outcome !== "matched" ? (word(`register.outcome.${outcome}`) ?? outcome ?? "")
      : t("catalogue.means", { title: title ?? "", cycle: cycle ?? "", end: end ? dates.day(end) : t(ended ? "catalogue.over" : "catalogue.open") });
  return (
    <details className="lines passed catalogue-look" open>
      <summary>{t("catalogue.touched", { assets: look.assets })}</summary>
      <table className="tbl small stack">
        <thead><tr><th scope="col">{t("register.name")}</th><th scope="col">{t("catalogue.before")}</th><th scope="col">{t("catalogue.after")}</th></tr></thead>
        <tbody>
          {look.touched.map((each) => (
            <tr key={each.id}>
              <th scope="row">{each.name}<span className="lab">{each.line}</span></th>
              <td data-label={t("catalogue.before")} className="i2">{means(each.before)}</td>
              <td data-label={t("catalogue.after")}>{means(each.after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {look.assets > look.touched.length && <p className="lab">{t("catalogue.more.assets", { more: look.assets - look.touched.length })}</p>}
    </details>
  );
}

function Facts({ look }: { look: LifecycleImport }) {
  const { t } = useWords();
  const dates = useDates();
  const end = (of?: { end?: string; ended: boolean }) => of && (of.end ? dates.day(of.end) : t(of.ended ? "catalogue.over" : "catalogue.open"));
  const paid = (of?: { paidEnd?: string }) => (of?.paidEnd ? t("catalogue.paid.until", { day: dates.day(of.paidEnd) }) : "");
  const groups = [
    { key: "changed" as const, count: look.changed, lines: look.differing.filter(({ before }) => before) },
    { key: "fresh" as const, count: look.fresh, lines: look.differing.filter(({ before }) => !before) },
  ];
  return groups.filter(({ count }) => count > 0).map(({ key, count, lines }) => (
    <details key={key} className="lines passed catalogue-look" open={key === "changed" && count <= 50}>
      <summary>{t(`catalogue.${key}`, { count })}</summary>
      <table className="tbl small stack">
        <thead><tr><th scope="col">{t("catalogue.version")}</th><th scope="col">{t("catalogue.before")}</th><th scope="col">{t("catalogue.after")}</th></tr></thead>
        <tbody>
          {lines.map(({ product, title, cycle, before, after }) => (
            <tr key={`${product} ${cycle}`}>
              <th scope="row">{title} {cycle}</th>
              <td data-label={t("catalogue.before")} className="i2">{before && <>{end(before)} <span className="lab">{paid(before)} {host(before.source)}</span></>}</td>
              <td data-label={t("catalogue.after")}>{end(after)} <span className="lab">{paid(after)} {host(after.source)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      {count > lines.length && <p className="lab">{t("catalogue.more.facts", { more: count - lines.length })}</p>}
    </details>
  ));
}
