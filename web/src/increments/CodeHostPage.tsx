import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { boardQuery, signalsQuery } from "../api/queries";
import type { Board, SignalList } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan } from "../identity/session";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { columnName } from "./board";
import { SignalLine } from "./SignalLines";
import "./increments.css";

/// How a project hears from its code host: the secret, the steps, what was heard; and the columns of its board.
export default function CodeHostPage() {
  const { project } = useParams({ strict: false }) as { project: string };
  const { t } = useWords();
  return (
    <>
      <ProjectHead project={project} page="host.title" />
      <Asked of={useQuery(signalsQuery(project))}>
        {(list) => (
          <div className="cols host">
            <div>
              <Secret project={project} list={list} />
              <Steps list={list} />
              <TheBoard project={project} />
            </div>
            <div>
              <h2>{t("host.heard")}</h2>
              {list.items.length === 0 && <p className="i3">{t("host.nothing", { key: `${list.prefix}-12` })}</p>}
              <ul className="signals">
                {list.items.map((each) => <SignalLine key={each.id} signal={each} zone={Intl.DateTimeFormat().resolvedOptions().timeZone} task={each.task && list.keys[each.task]} />)}
              </ul>
            </div>
          </div>
        )}
      </Asked>
    </>
  );
}

function TheBoard({ project }: { project: string }) {
  return <Asked of={useQuery(boardQuery(project))}>{(board) => <Columns key={board.version} project={project} board={board} />}</Asked>;
}

function Secret({ project, list }: { project: string; list: SignalList }) {
  const { t } = useWords();
  const can = useCan();
  const dates = useDates();
  const [secret, setSecret] = useState<string>();
  const path = `/api/projects/${project}/signals/source`;
  const making = useDoing(async () => setSecret((await send<{ secret: string }>("POST", path)).secret), "signals");
  const removing = useDoing(async () => {
    await send("DELETE", path);
    setSecret(undefined);
  }, "signals");
  const { source } = list;
  return (
    <section className="part">
      <h2>{t("host.secret")}</h2>
      <p className="i2">
        {source ? t("host.since", { day: dates.moment(source.since), name: source.name }) : t("host.noSecret")}{" "}
        {source && (source.heardAt ? t("host.last", { at: dates.moment(source.heardAt), event: source.heardOf ?? "" }) : t("host.silent"))}
      </p>
      {secret && (
        <>
          <code className="secret">{secret}</code>
          <p className="i3">{t("host.once")}</p>
        </>
      )}
      {(making.error ?? removing.error) && <Notice problem={making.error ?? removing.error} />}
      {can("project.edit") && (
        <p className="acts">
          <button className="btn go" type="button" disabled={making.isPending} onClick={() => making.mutate(undefined)}>{t(source ? "host.renew" : "host.make")}</button>
          {source && <button className="btn" type="button" disabled={removing.isPending} onClick={() => removing.mutate(undefined)}>{t("host.remove")}</button>}
        </p>
      )}
    </section>
  );
}

function Steps({ list }: { list: SignalList }) {
  const { t } = useWords();
  const address = location.origin + list.path;
  return (
    <section className="part">
      <h2>{t("host.steps")}</h2>
      <p className="i2">{t("host.name", { key: `${list.prefix}-12`, branch: `${list.prefix.toLowerCase()}-12-sign-in` })}</p>
      <h3>Forgejo, Gitea</h3>
      <ol className="steps">
        <li>{t("host.forgejo.1")}</li>
        <li>{t("host.address")} <code>{address}</code></li>
        <li>{t("host.forgejo.2")}</li>
        <li>{t("host.forgejo.3")}</li>
      </ol>
      <h3>GitHub</h3>
      <ol className="steps">
        <li>{t("host.github.1")}</li>
        <li>{t("host.address")} <code>{address}</code></li>
        <li>{t("host.github.2")}</li>
      </ol>
      <h3>{t("host.git")}</h3>
      <p className="i2">{t("host.git.detail")}</p>
      <pre tabIndex={0}>{`git config chargehand.url ${address}\ngit config chargehand.secretFile /srv/git/chargehand.secret`}</pre>
      <p className="i2"><Rich>{t("host.rules")}</Rich></p>
    </section>
  );
}

/// Names, limits and the rule of merging, for whoever may change the project.
function Columns({ project, board }: { project: string; board: Board }) {
  const words = useWords();
  const { t } = words;
  const can = useCan();
  const [columns, setColumns] = useState(board.columns);
  const [prefix, setPrefix] = useState(board.prefix);
  const [mergedDone, setMergedDone] = useState(board.mergedDone);
  const saving = useDoing(() => send("PUT", `/api/projects/${project}/board`, { prefix, columns, mergedDone }), "board", "signals");
  if (!can("project.edit")) return null;
  const set = (id: string, change: Partial<(typeof columns)[number]>) => setColumns(columns.map((each) => (each.id === id ? { ...each, ...change } : each)));
  return (
    <section className="part">
      <h2>{t("host.board")}</h2>
      <form className="change" onSubmit={(event) => {
        event.preventDefault();
        void saving.mutateAsync(undefined).then(() => say(t("increment.saved")), () => undefined);
      }}>
        <TextField label={t("host.prefix")} value={prefix} maxLength={10} required onChange={(event) => setPrefix(event.target.value.toUpperCase())} />
        {columns.map((column) => (
          <div className="fields" key={column.id}>
            <TextField label={t("host.column", { name: columnName(board.columns.find(({ id }) => id === column.id) ?? column, words) })} value={column.name ?? ""} placeholder={t(`board.stage.${column.stage}`)} maxLength={40}
              onChange={(event) => set(column.id, { name: event.target.value || undefined })} />
            <TextField label={t("host.limit")} type="number" min={1} max={999} value={column.limit ?? ""} onChange={(event) => set(column.id, { limit: Number(event.target.value) || undefined })} />
          </div>
        ))}
        <label className="check"><input type="checkbox" checked={mergedDone} onChange={(event) => setMergedDone(event.target.checked)} />{t("host.mergedDone")}</label>
        {saving.error && <Notice problem={saving.error} />}
        <p className="acts"><button className="btn go" type="submit" disabled={saving.isPending}>{t("increment.save")}</button></p>
      </form>
    </section>
  );
}
