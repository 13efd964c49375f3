import { useMutation, useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { get, send } from "../api/client";
import type { OpenInvitation, Session } from "../api/types";
import { Asked, Notice } from "../ui/states";
import { Rich, useWords } from "../words/words";
import { Door } from "./Door";
import { NewSignIn, type NewLogin } from "./NewSignIn";
import { useArrival } from "./SignIn";

/// Where an invitation leads: choose how to sign in, and one is in.
export default function Welcome() {
  const { t } = useWords();
  const { token } = useParams({ strict: false }) as { token: string };
  const path = `/api/invitations/${encodeURIComponent(token)}`;
  const invitation = useQuery({ queryKey: ["invitation", token], queryFn: () => get<OpenInvitation>(path), retry: false });
  return (
    <Door title={t("welcome.title")} company={invitation.data?.company}>
      <Asked of={invitation}>{(open) => <Accept invitation={open} path={path} />}</Asked>
    </Door>
  );
}

function Accept({ invitation, path }: { invitation: OpenInvitation; path: string }) {
  const { t } = useWords();
  const [wanted, setWanted] = useState<NewLogin>({ login: invitation.email?.split("@")[0] ?? "", password: "" });
  const arrive = useArrival();
  const accept = useMutation({
    mutationFn: () => send<Session>("POST", `${path}/acceptance`, { ...wanted, login: wanted.login.trim() }),
    onSuccess: arrive,
  });
  return (
    <>
      <p className="text">
        <Rich>
          {t("welcome.detail", { name: invitation.name, company: invitation.company, role: t(`role.${invitation.role}`) })}
        </Rich>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        <NewSignIn value={wanted} change={setWanted} />
        {accept.error && <Notice problem={accept.error} />}
        <button className="btn go big" disabled={accept.isPending}>
          {t("welcome.act")}
        </button>
      </form>
    </>
  );
}
