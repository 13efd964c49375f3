import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { clientsQuery, portfolioQuery, queries } from "../api/queries";
import type { Client, PortfolioRow } from "../api/types";
import { lastMoment, useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { useCan } from "./session";

/// Whom projects are done for, and when they will be done.
export default function Clients() {
  const { t } = useWords();
  const can = useCan();
  const clients = useQuery(clientsQuery);
  return (
    <>
      <PageHead title={t("nav.clients")} />
      <div className="cols">
        <div>
          <Asked of={clients}>
            {(all) =>
              all.length === 0 ? (
                <Empty title={t("clients.none")}>{t(can("clients.edit") ? "clients.none.detail" : "clients.none.yours")}</Empty>
              ) : (
                <List all={all} />
              )
            }
          </Asked>
        </div>
        <div>{can("clients.edit") && <NewClient />}</div>
      </div>
    </>
  );
}

function List({ all }: { all: Client[] }) {
  const { t } = useWords();
  const can = useCan();
  const portfolio = useQuery({ ...portfolioQuery, enabled: can("portfolio.see") });
  const rows = (client: Client) =>
    (portfolio.data?.projects ?? []).filter((row) => typeof row.client === "object" && row.client.id === client.id);
  return (
    <table className="tbl stack flush">
      <thead>
        <tr>
          <th scope="col">{t("clients.name")}</th>
          <th scope="col">{t("nav.projects")}</th>
          <th scope="col">{t("portfolio.likely")}</th>
          <th scope="col">
            <span className="sr">{t("accounts.act")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map((client) => (
          <Row key={client.id} client={client} rows={rows(client)} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ client, rows }: { client: Client; rows: PortfolioRow[] }) {
  const { t } = useWords();
  const dates = useDates();
  const can = useCan();
  const [name, setName] = useState<string>();
  const rename = useMutation({
    mutationFn: (next: string) => send("PATCH", `/api/clients/${client.id}`, { name: next }, client.version),
    onSuccess: () => setName(undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ["clients"] }),
  });
  return (
    <tr>
      <th scope="row">
        {name === undefined ? (
          client.name
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              rename.mutate(name.trim());
            }}
          >
            <input className="line" aria-label={t("clients.name")} autoFocus required value={name}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => event.key === "Escape" && setName(undefined)} />
            <p className="acts">
              <button className="btn go">{t("app.save")}</button>
              <button className="btn" type="button" onClick={() => setName(undefined)}>
                {t("app.cancel")}
              </button>
            </p>
          </form>
        )}
        {rename.error && <Notice problem={rename.error} />}
      </th>
      <td>
        {rows.length === 0 && <span className="i3">{t("clients.projects", { projects: client.projects ?? 0 })}</span>}
        {rows.map((row) => (
          <div key={row.id} className="even">
            <Link className="lnk" to="/projects/$project" params={{ project: row.id }}>
              {row.name}
            </Link>
          </div>
        ))}
      </td>
      <td>
        {rows.map((row) => (
          <div key={row.id} className="even">
            {row.status === "finished" ? (
              <span className="i3">{t("clients.finished")}</span>
            ) : (
              <b>{row.likely ? dates.day(lastMoment(row.likely[3]!)) : "–"}</b>
            )}
          </div>
        ))}
      </td>
      <td className="n">
        {can("clients.edit") && name === undefined && (
          <button className="lnk" type="button" onClick={() => setName(client.name)}>
            {t("clients.rename")}
            <span className="sr"> {client.name}</span>
          </button>
        )}
      </td>
    </tr>
  );
}

function NewClient() {
  const { t } = useWords();
  const [name, setName] = useState("");
  const create = useMutation({
    mutationFn: () => send<Client>("POST", "/api/clients", { name: name.trim() }),
    onSuccess: () => setName(""),
    onSettled: () => queries.invalidateQueries({ queryKey: ["clients"] }),
  });
  return (
    <section className="part">
      <h2>{t("clients.new")}</h2>
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField label={t("clients.name")} required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        <button className="btn go" disabled={create.isPending || !name.trim()}>
          {t("clients.add")}
        </button>
      </form>
      {create.error && <Notice problem={create.error} />}
    </section>
  );
}
