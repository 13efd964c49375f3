import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { hooksQuery } from "../api/queries";
import { useWords } from "../words/words";
import { AddHook, OWN } from "./AddHook";
import { One } from "./HooksPart";

export const OWN_HOOKS = "/api/own-hooks";

/// Chats and programs that hear what I am told, at my hours.
export function OwnHooks() {
  const { t } = useWords();
  const hooks = useQuery(hooksQuery(OWN_HOOKS)).data?.items ?? [];
  const [secret, setSecret] = useState<{ id: string; secret: string }>();
  return (
    <section className="part">
      <h2>{t("hooks.own")}</h2>
      <p className="i2">{t("hooks.own.detail")}</p>
      <ul className="hooks">
        {hooks.map((hook) => (
          <One key={hook.id} hook={hook} path={`${OWN_HOOKS}/${hook.id}`} secret={secret?.id === hook.id ? secret.secret : undefined} />
        ))}
      </ul>
      <details>
        <summary>{t("hooks.own.add")}</summary>
        <AddHook path={OWN_HOOKS} hearable={OWN} added={({ id, secret }) => setSecret(secret ? { id, secret } : undefined)} />
      </details>
    </section>
  );
}
