import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { send } from "../api/client";
import { ownSessionsQuery, queries, sessionQuery, tokensQuery } from "../api/queries";
import type { Density, NewToken, Session, Theme } from "../api/types";
import { Feeds } from "../reporting/Feeds";
import { useDates } from "../ui/dates";
import { Segments, TextField } from "../ui/Field";
import { setDensity, setTheme } from "../ui/look";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { speak } from "../words/Speaking";
import { useWords, type Language } from "../words/words";
import { deviceOf } from "./agent";
import { useSession } from "./session";

/// One's own account: how it looks and speaks, the password, where one is signed in, and tokens for programs.
export default function AccountPage() {
  const { t } = useWords();
  const { account, grants, company } = useSession()!;
  const roles = grants.map((grant) =>
    t("account.role", { role: t(`role.${grant.role}`), scope: grant.name ?? company.name }),
  );
  return (
    <>
      <PageHead title={t("nav.account")} sub={account.login} />
      <div className="cols">
        <div>
          <Settings account={account} />
          <Password />
        </div>
        <div>
          <section className="part">
            <h2>{t("account.roles")}</h2>
            <ul className="rows">
              {roles.map((role) => (
                <li key={role}>{role}</li>
              ))}
            </ul>
            {roles.length === 0 && <p className="i2">{t("account.roles.none")}</p>}
          </section>
          <Feeds />
          <Places />
          <Tokens />
        </div>
      </div>
    </>
  );
}

type Change = { name?: string; language?: Language; theme?: Theme; density?: Density };

function Settings({ account }: { account: Session["account"] }) {
  const { t } = useWords();
  const [name, setName] = useState(account.name);
  const change = useMutation({
    mutationFn: (wanted: Change) => send("PATCH", "/api/account", wanted),
    onMutate: async (wanted) => {
      if (wanted.theme) setTheme(wanted.theme);
      if (wanted.density) setDensity(wanted.density);
      if (wanted.language) await speak(wanted.language);
      queries.setQueryData(sessionQuery.queryKey, (session) =>
        session && { ...session, account: { ...session.account, ...wanted } },
      );
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  });
  return (
    <section className="part rowed">
      <h2>{t("account.settings")}</h2>
      <TextField label={t("setup.yourName")} autoComplete="name" value={name} onChange={(event) => setName(event.target.value)}
        onBlur={() => name.trim() && name !== account.name && change.mutate({ name: name.trim() })} />
      <Segments label={t("account.language")} name="language" value={account.language} choose={(language) => change.mutate({ language })}
        options={[{ value: "en", name: "English" }, { value: "de", name: "Deutsch" }]} />
      <Segments label={t("account.theme")} name="theme" value={account.theme} choose={(theme) => change.mutate({ theme })}
        options={(["system", "light", "dark"] as const).map((value) => ({ value, name: t(`account.theme.${value}`) }))} />
      <Segments label={t("account.density")} name="density" value={account.density} choose={(density) => change.mutate({ density })}
        options={(["compact", "comfortable"] as const).map((value) => ({ value, name: t(`account.density.${value}`) }))} />
      {change.error && <Notice problem={change.error} />}
    </section>
  );
}

function Password() {
  const { t } = useWords();
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const change = useMutation({
    mutationFn: () => send("PUT", "/api/account/password", { current, next }),
    onSuccess: () => {
      setCurrent("");
      setNext("");
      say(t("account.password.changed"));
      void queries.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  return (
    <section className="part">
      <h2>{t("signIn.password")}</h2>
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <div className="fields">
          <TextField label={t("account.password.current")} type="password" autoComplete="current-password" required value={current}
            onChange={(event) => setCurrent(event.target.value)} />
          <TextField label={t("signIn.newPassword")} type="password" autoComplete="new-password" required minLength={8} value={next}
            note={t("account.password.note")} wrong={next.length > 0 && next.length < 8 && t("signIn.short")}
            onChange={(event) => setNext(event.target.value)} />
        </div>
        {change.error && <Notice problem={change.error} />}
        <button className="btn" disabled={change.isPending || !current || !next}>
          {t("account.password.act")}
        </button>
      </form>
    </section>
  );
}

function Places() {
  const { t } = useWords();
  const dates = useDates();
  const places = useQuery(ownSessionsQuery);
  const end = useMutation({
    mutationFn: (place: string) => send("DELETE", `/api/sessions/${place}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ["sessions"] }),
  });
  const endAll = useMutation({
    mutationFn: () => send("DELETE", "/api/sessions"),
    onSuccess: () => location.assign("/sign-in"),
  });
  return (
    <section className="part">
      <h2>{t("account.places")}</h2>
      <Asked of={places}>
        {(all) => (
          <ul className="rows">
            {all.map((place) => (
              <li key={place.id}>
                <span>
                  {deviceOf(place.agent)}
                  <span className="lab" style={{ display: "block" }}>
                    {place.current
                      ? t("account.places.here")
                      : t("account.places.seen", { at: dates.moment(place.lastSeen), address: place.address })}
                  </span>
                </span>
                {!place.current && (
                  <button className="lnk" type="button" onClick={() => end.mutate(place.id)}>
                    {t("account.places.end")}
                    <span className="sr"> {deviceOf(place.agent)}</span>
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Asked>
      {(end.error || endAll.error) && <Notice problem={end.error ?? endAll.error} />}
      <p className="acts">
        <button className="btn" type="button" onClick={() => endAll.mutate()}>
          {t("account.places.endAll")}
        </button>
      </p>
    </section>
  );
}

function Tokens() {
  const { t } = useWords();
  const dates = useDates();
  const tokens = useQuery(tokensQuery);
  const [name, setName] = useState("");
  const again = () => queries.invalidateQueries({ queryKey: ["tokens"] });
  const create = useMutation({
    mutationFn: () => send<NewToken>("POST", "/api/tokens", { name: name.trim() }),
    onSuccess: () => setName(""),
    onSettled: again,
  });
  const remove = useMutation({ mutationFn: (token: string) => send("DELETE", `/api/tokens/${token}`), onSettled: again });
  return (
    <section className="part">
      <h2>{t("account.tokens")}</h2>
      <p className="i2">{t("account.tokens.detail")}</p>
      <Asked of={tokens}>
        {(all) => (
          <ul className="rows">
            {all.map((token) => (
              <li key={token.id}>
                <span>
                  {token.name}
                  <span className="lab" style={{ display: "block" }}>
                    {token.lastUsed ? t("account.tokens.used", { at: dates.moment(token.lastUsed) }) : t("account.tokens.unused")}
                  </span>
                </span>
                <button className="lnk" type="button" onClick={() => remove.mutate(token.id)}>
                  {t("account.tokens.remove")}
                  <span className="sr"> {token.name}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </Asked>
      {create.data && (
        <div className="notice plain" role="status">
          <b>{t("account.tokens.once")}</b>
          <code className="secret">{create.data.secret}</code>
          <p className="acts">
            <button className="btn" type="button" onClick={() => void copy(create.data.secret, () => say(t("account.tokens.copied")))}>
              {t("account.tokens.copy")}
            </button>
          </p>
        </div>
      )}
      {(create.error || remove.error) && <Notice problem={create.error ?? remove.error} />}
      <form
        className="rowed"
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <TextField label={t("account.tokens.name")} required maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        <button className="btn" disabled={create.isPending || !name.trim()}>
          {t("account.tokens.act")}
        </button>
      </form>
    </section>
  );
}

async function copy(text: string, then: () => void): Promise<void> {
  await navigator.clipboard?.writeText(text);
  then();
}
