import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { accountsQuery, invitationsQuery, queries, signInQuery } from "../api/queries";
import type { Account, Invitation } from "../api/types";
import { useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { AdminHead } from "./AdminHead";
import { RoleFields, useRoleWords, type WantedRole } from "./roles";
import { useCan, useSession } from "./session";

/// Who can sign in and what they may do where; invitations beside it.
export default function Accounts() {
  const { t } = useWords();
  const can = useCan();
  const accounts = useQuery(accountsQuery);
  return (
    <>
      <AdminHead />
      <div className="cols">
        <div>
          <Asked of={accounts}>{(all) => <List all={all} />}</Asked>
        </div>
        <div>
          {can("accounts.edit") && <Invite />}
          {can("accounts.edit") && <Invited />}
          {!can("accounts.edit") && <p className="i2">{t("accounts.readOnly")}</p>}
        </div>
      </div>
    </>
  );
}

function List({ all }: { all: Account[] }) {
  const { t } = useWords();
  const [open, setOpen] = useState<string>();
  const active = all.filter((account) => !account.disabled).length;
  const administrators = all.filter((account) => account.grants.some((grant) => grant.role === "administrator")).length;
  return (
    <>
      <p className="say inner">
        <Rich>{t("accounts.answer", { active, administrators })}</Rich>
      </p>
      <table className="tbl stack flush">
        <thead>
          <tr>
            <th scope="col">{t("accounts.name")}</th>
            <th scope="col">{t("signIn.login")}</th>
            <th scope="col">{t("accounts.roles")}</th>
            <th scope="col">
              <span className="sr">{t("accounts.act")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {all.map((account) => (
            <Row key={account.id} account={account} open={open === account.id} toggle={() => setOpen(open === account.id ? undefined : account.id)} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Row({ account, open, toggle }: { account: Account; open: boolean; toggle: () => void }) {
  const { t } = useWords();
  const can = useCan();
  const roleWords = useRoleWords();
  return (
    <>
      <tr>
        <th scope="row" className={account.disabled ? "i3" : ""}>
          {account.name}
          {account.disabled && <span className="lab"> {t("accounts.disabled")}</span>}
        </th>
        <td className="i2">{account.login}</td>
        <td>
          {account.grants.map((grant) => (
            <div key={grant.grant}>{roleWords(grant)}</div>
          ))}
          {account.grants.length === 0 && <span className="i3">{t("accounts.noRole")}</span>}
        </td>
        <td className="n">
          {can("accounts.edit") && (
            <button className="lnk" type="button" aria-expanded={open} onClick={toggle}>
              {open ? t("app.close") : t("accounts.change")}
              <span className="sr"> {account.name}</span>
            </button>
          )}
        </td>
      </tr>
      {open && (
        <tr className="open">
          <td colSpan={4}>
            <Change account={account} />
          </td>
        </tr>
      )}
    </>
  );
}

function Change({ account }: { account: Account }) {
  const { t } = useWords();
  const self = useSession()!.account.id === account.id;
  const roleWords = useRoleWords();
  const elsewhere = useQuery(signInQuery).data?.openId.map((way) => way.name) ?? [];
  const [wanted, setWanted] = useState<WantedRole>({ role: "worker", scope: "company" });
  const path = `/api/accounts/${account.id}`;
  const act = useMutation({
    mutationFn: ({ method, to, body }: { method: string; to: string; body?: unknown; said?: string }) =>
      send(method, path + to, body),
    onSuccess: (_, { said }) => said && say(said),
    onSettled: () => queries.invalidateQueries({ queryKey: ["accounts"] }),
  });
  return (
    <div className="change">
      <ul className="rows">
        {account.grants.map((grant) => (
          <li key={grant.grant}>
            {roleWords(grant)}
            <button className="lnk" type="button" onClick={() => act.mutate({ method: "DELETE", to: `/grants/${grant.grant}` })}>
              {t("accounts.take")}
              <span className="sr"> {roleWords(grant)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate({ method: "POST", to: "/grants", body: wanted });
        }}
      >
        <RoleFields value={wanted} change={setWanted} />
        <p className="acts">
          <button className="btn" disabled={act.isPending}>
            {t("accounts.give")}
          </button>
          <button className="btn" type="button"
            onClick={() => act.mutate({ method: "DELETE", to: "/sessions", said: t("accounts.ended", { name: account.name }) })}>
            {t("accounts.end")}
          </button>
          {elsewhere.length > 0 && account.email && !account.disabled && (
            <button className="btn" type="button"
              onClick={() => act.mutate({ method: "PATCH", to: "", body: { openId: true }, said: t("accounts.awaited", { email: account.email }) })}>
              {t("accounts.await", { name: elsewhere.join(", ") })}
            </button>
          )}
          {!self && (
            <button className="btn" type="button"
              onClick={() => act.mutate({ method: "PATCH", to: "", body: { disabled: !account.disabled } })}>
              {account.disabled ? t("accounts.enable") : t("accounts.disable")}
            </button>
          )}
        </p>
      </form>
      {act.error && <Notice problem={act.error} />}
    </div>
  );
}

function Invite() {
  const { t } = useWords();
  const [name, setName] = useState("");
  const [email, setEmail] = useState("");
  const [wanted, setWanted] = useState<WantedRole>({ role: "worker", scope: "company" });
  const invite = useMutation({
    mutationFn: () =>
      send<Invitation>("POST", "/api/invitations", { name: name.trim(), email: email.trim() || undefined, ...wanted }),
    onSuccess: () => {
      setName("");
      setEmail("");
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ["invitations"] }),
  });
  const address = invite.data?.url && new URL(invite.data.url, location.origin).href;
  return (
    <section className="part">
      <h2>{t("invite.title")}</h2>
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate();
        }}
      >
        <TextField label={t("accounts.name")} required maxLength={120} value={name} onChange={(event) => setName(event.target.value)} />
        <TextField label={t("people.email")} optional type="email" value={email} onChange={(event) => setEmail(event.target.value)} />
        <RoleFields value={wanted} change={setWanted} />
        <button className="btn go" disabled={invite.isPending || !name.trim()}>
          {t("invite.act")}
        </button>
      </form>
      {invite.error && <Notice problem={invite.error} />}
      {address && (
        <div className="notice plain" role="status">
          <b>{t("invite.once", { name: invite.data!.name })}</b>
          <code className="secret">{address}</code>
          <p className="acts">
            <button className="btn" type="button"
              onClick={() => void navigator.clipboard?.writeText(address).then(() => say(t("account.tokens.copied")))}>
              {t("account.tokens.copy")}
            </button>
          </p>
        </div>
      )}
    </section>
  );
}

function Invited() {
  const { t } = useWords();
  const dates = useDates();
  const roleWords = useRoleWords();
  const invitations = useQuery(invitationsQuery);
  const open = (invitations.data ?? []).filter((each) => !each.accepted);
  if (open.length === 0) return null;
  return (
    <section className="part">
      <h2>{t("invite.open")}</h2>
      <ul className="rows">
        {open.map((each) => (
          <li key={each.id}>
            <span>
              {each.name}
              <span className="lab" style={{ display: "block" }}>
                {roleWords({ role: each.role, scope: each.scope, id: each.scopeId })}
              </span>
            </span>
            <span className="lab">{each.until && t("invite.until", { day: dates.day(each.until) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
