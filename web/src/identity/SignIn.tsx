import { useMutation, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Problem, send } from "../api/client";
import { queries, sessionQuery, setupQuery, signInQuery } from "../api/queries";
import type { Session } from "../api/types";
import { TextField } from "../ui/Field";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Door } from "./Door";

export default function SignIn() {
  const { t } = useWords();
  const ways = useQuery(signInQuery);
  const setup = useQuery(setupQuery);
  const navigate = useNavigate();
  const { to, problem } = useSearch({ strict: false }) as { to?: string; problem?: string };
  useEffect(() => {
    if (setup.data?.needed) void navigate({ to: "/setup", replace: true });
  }, [setup.data, navigate]);
  return (
    <Door title={t("signIn.title")}>
      {setup.data?.demo && (
        <div className="notice plain">
          <p>{t("signIn.demo")}</p>
        </div>
      )}
      {problem && /^(openid-\w+|login-taken|person-taken)$/.test(problem) && <Notice problem={told(problem)} />}
      {ways.data?.password !== false && <PasswordForm />}
      {ways.data && ways.data.openId.length > 0 && (
        <div className="or">
          <p className="lab">{t("signIn.or")}</p>
          {ways.data.openId.map((way) => (
            <a className="btn big" key={way.id} href={to ? `${way.url}?to=${encodeURIComponent(to)}` : way.url}>
              {t("signIn.with", { name: way.name })}
            </a>
          ))}
        </div>
      )}
      {ways.error && <Notice problem={ways.error} again={() => void ways.refetch()} />}
    </Door>
  );
}

/// A sign-in elsewhere comes back with the code alone; its words are in the catalogue.
function told(code: string): Problem {
  return new Problem({ type: `/problems/${code}`, code, title: code, status: 403 });
}

function PasswordForm() {
  const { t } = useWords();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const arrive = useArrival();
  const signIn = useMutation({
    mutationFn: () => send<Session>("POST", "/api/sessions", { login: login.trim(), password }),
    onSuccess: arrive,
    onError: () => setPassword(""),
  });
  const wait = useSecondsLeft(signIn.error instanceof Problem ? signIn.error.retryAfter : undefined, signIn.failureCount);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (wait === 0) signIn.mutate();
      }}
    >
      <TextField label={t("signIn.login")} name="login" autoComplete="username" autoCapitalize="none" spellCheck={false}
        required autoFocus value={login} onChange={(event) => setLogin(event.target.value)} />
      <TextField label={t("signIn.password")} name="password" type="password" autoComplete="current-password"
        required value={password} onChange={(event) => setPassword(event.target.value)} />
      {signIn.error && <Refused error={signIn.error} wait={wait} />}
      <button className="btn go big" disabled={signIn.isPending || wait > 0}>
        {t("signIn.act")}
      </button>
    </form>
  );
}

function Refused({ error, wait }: { error: unknown; wait: number }) {
  const { t } = useWords();
  if (error instanceof Problem && error.status === 429) {
    return (
      <div className="notice risk" role="alert">
        <b>{t("problem.too-many-tries.title")}</b>
        <p>{wait > 90 ? t("signIn.waitLong", { wait: Math.ceil(wait / 60) }) : wait > 0 ? t("signIn.wait", { wait }) : t("signIn.again")}</p>
      </div>
    );
  }
  return <Notice problem={error} />;
}

/// Counts down from what the server asked to wait, anew at each refusal.
function useSecondsLeft(seconds: number | undefined, refusal: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (!seconds) return setLeft(0);
    const until = Date.now() + seconds * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [seconds, refusal]);
  return left;
}

/// To the page that was wanted before signing in, if it is one of ours.
export function useArrival(): (session: Session) => void {
  const navigate = useNavigate();
  const { to } = useSearch({ strict: false }) as { to?: string };
  return (session) => {
    queries.clear();
    queries.setQueryData(sessionQuery.queryKey, session);
    void navigate({ href: to?.startsWith("/") && !to.startsWith("//") ? to : "/", replace: true } as never);
  };
}
