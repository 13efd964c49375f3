import { useQuery } from "@tanstack/react-query";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { mailStateQuery } from "../api/queries";
import type { MailTrouble } from "../api/types";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";

/// Whether mail goes out, and what did not.
export function MailPart() {
  const { t } = useWords();
  const state = useQuery(mailStateQuery);
  return (
    <section className="part">
      <h2>{t("mail.title")}</h2>
      <Asked of={state}>
        {({ sends, waiting, handed, troubles }) => (
          <>
            <p className="i2">{sends ? t("mail.sends", { count: waiting + handed }) : t("mail.none")}</p>
            <ul className="rows">
              {troubles.map((trouble) => (
                <Trouble key={trouble.id} trouble={trouble} />
              ))}
            </ul>
          </>
        )}
      </Asked>
    </section>
  );
}

function Trouble({ trouble: { id, name, state, trouble, at } }: { trouble: MailTrouble }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const again = useDoing(() => send("POST", `/api/mails/${id}/again`), "mails");
  return (
    <li>
      <span>
        {t("mail.to", { name })}
        <span className="lab" style={{ display: "block", overflowWrap: "anywhere" }}>
          {t(state === "unsure" ? "mail.unsure" : "mail.failed", { at: dates.moment(at) })} {trouble}
        </span>
        {again.error && <Notice problem={again.error} />}
      </span>
      <button className="lnk" type="button" disabled={again.isPending} onClick={() => again.mutate(undefined)}>
        {t("mail.again")}
        <span className="sr"> {name}</span>
      </button>
    </li>
  );
}
