import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { historyQuery } from "../api/queries";
import type { WorkHistory } from "../api/types";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { HistoryHead } from "./HistoryHead";
import "./forecasting.css";

/// On which finished work forecasts lean, where it is from, and what the works agreement says of it.
export default function HistoryPage() {
  const { t } = useWords();
  const can = useCan();
  const asked = useQuery(historyQuery);
  return (
    <>
      <HistoryHead>
        {can("history.edit") && <Link className="btn go" to="/history/import">{t("history.read")}</Link>}
      </HistoryHead>
      <Asked of={asked}>{(history) => <Past history={history} />}</Asked>
    </>
  );
}

function Past({ history }: { history: WorkHistory }) {
  const { t } = useWords();
  const dates = useDates();
  if (history.finishedWork === 0) return <Empty title={t("history.none")}>{t("history.none.detail")}</Empty>;
  const own = history.own.reduce((sum, { finished }) => sum + finished, history.otherProjects);
  const enough = history.finishedWork >= history.enough;
  return (
    <div className="past">
      <p className="say">
        <Rich>{t(enough ? "history.sentence" : "history.sentence.few", { finished: dates.number(history.finishedWork), own: dates.number(own), files: dates.number(history.finishedWork - own), enough: history.enough })}</Rich>
      </p>
      <div className="cols">
        <div>
          <Files history={history} />
          <section className="part">
            <h2>{t("history.own")}</h2>
            {history.own.length === 0 ? <p className="i3">{t("history.own.none")}</p> : (
              <table className="tbl small">
                <thead><tr><th scope="col">{t("portfolio.project")}</th><th scope="col" className="n">{t("history.finished")}</th></tr></thead>
                <tbody>
                  {history.own.map(({ project, name, finished }) => (
                    <tr key={project}>
                      <th scope="row"><Link to="/projects/$project" params={{ project }}>{name}</Link></th>
                      <td className="n">{dates.number(finished)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            {history.otherProjects > 0 && <p className="lab">{t("history.others", { finished: dates.number(history.otherProjects) })}</p>}
          </section>
        </div>
        <aside>
          <section className="part">
            <h2>{t("agreement.title")}</h2>
            <p><b>{t(`agreement.${history.agreement}`)}</b></p>
            <p className="i2">{t(`agreement.${history.agreement}.detail`)}</p>
            <p className="i2">{t("agreement.always")}</p>
          </section>
          <section className="part">
            <h2>{t("history.how")}</h2>
            <p className="i2">{t("history.how.detail")}</p>
          </section>
        </aside>
      </div>
    </div>
  );
}

function Files({ history }: { history: WorkHistory }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const removing = useDoing((id: string) => send("DELETE", `/api/history/${id}`), "history", "forecast");
  const remove = (id: string, name: string) => {
    if (!confirm(t("history.remove.sure", { name }))) return;
    void removing.mutateAsync(id).then(() => say(t("history.removed", { name })), () => undefined);
  };
  return (
    <section className="part">
      <h2>{t("history.files")}</h2>
      {removing.error && <Notice problem={removing.error} />}
      {history.files.length === 0 ? <p className="i3">{t("history.files.none")}</p> : (
        <table className="tbl small stack flush">
          <thead>
            <tr>
              <th scope="col">{t("history.file")}</th>
              <th scope="col">{t("history.at")}</th>
              <th scope="col" className="n">{t("history.taught")}</th>
              <th scope="col" className="n">{t("history.refused")}</th>
              <th scope="col"><span className="sr">{t("history.remove")}</span></th>
            </tr>
          </thead>
          <tbody>
            {history.files.map((file) => (
              <tr key={file.id}>
                <th scope="row">{file.name}</th>
                <td data-label={t("history.at")}>{t("history.at.by", { at: dates.moment(file.at), name: file.by })}</td>
                <td className="n" data-label={t("history.taught")}>{dates.number(file.taught)}</td>
                <td className="n" data-label={t("history.refused")}>{dates.number(file.refused)}</td>
                <td className="n">
                  {can("history.edit") && (
                    <button className="lnk" type="button" disabled={removing.isPending} onClick={() => remove(file.id, file.name)}>{t("history.remove")}</button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
