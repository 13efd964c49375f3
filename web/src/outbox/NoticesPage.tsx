import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { send } from "../api/client";
import { hooksQuery, noticesQuery, noticeWishesQuery, queries } from "../api/queries";
import type { NoticeItem, NoticeWishes } from "../api/types";
import { useSession } from "../identity/session";
import { useDates } from "../ui/dates";
import { Segments, TextField } from "../ui/Field";
import { PageHead } from "../ui/PageHead";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { OWN_HOOKS, OwnHooks } from "./OwnHooks";
import "./outbox.css";

const lookedMs = 1200;

/// What I was told, the newest first, and how I want to be told.
export default function NoticesPage() {
  const { t } = useWords();
  const notices = useQuery(noticesQuery);
  return (
    <>
      <PageHead title={t("notices.title")} sub={t("notices.sub")} />
      <div className="cols">
        <div>
          <Asked of={notices}>{({ items }) => (items.length === 0 ? <Empty title={t("notices.none")}>{t("notices.none.detail")}</Empty> : <Told items={items} />)}</Asked>
        </div>
        <div id="settings">
          <Wishes />
          <OwnHooks />
        </div>
      </div>
    </>
  );
}

function Told({ items }: { items: NoticeItem[] }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  // What was new on arrival stays marked while one reads.
  const [fresh] = useState(() => new Set(items.filter(({ seen }) => !seen).map(({ id }) => id)));
  useSeen(items);
  return (
    <ul className="notices">
      {items.map(({ id, kind, letter, at, seen }) => (
        <li key={id} className={fresh.has(id) || !seen ? "fresh" : undefined}>
          <p className="lab">
            {t(`notices.kind.${kind}`)} · {dates.moment(at)}
            {(fresh.has(id) || !seen) && <> · {t("notices.fresh")}</>}
          </p>
          <h2>{letter.subject}</h2>
          <p>{letter.lead}</p>
          {letter.lines.length > 0 && (
            <dl>
              {letter.lines.map((line, i) => (
                <div key={i}>
                  <dt>{line.name}</dt>
                  {line.value && <dd>{line.value}</dd>}
                </div>
              ))}
            </dl>
          )}
          <Link className="lnk" to={letter.path as string}>
            {letter.act}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function useSeen(items: NoticeItem[]): void {
  const newest = items.find(({ seen }) => !seen)?.at;
  const sent = useRef<string>(undefined);
  useEffect(() => {
    if (!newest || sent.current === newest) return;
    const timer = setTimeout(() => {
      sent.current = newest;
      void send("PUT", "/api/notices/seen", { upTo: newest }).then(() => queries.invalidateQueries({ queryKey: ["notices"] }), () => undefined);
    }, lookedMs);
    return () => clearTimeout(timer);
  }, [newest]);
}

const kinds = ["complication", "need", "mention", "question", "update", "change", "meeting", "time"] as const;

function Wishes() {
  const { t } = useWords();
  const wishes = useQuery(noticeWishesQuery);
  return (
    <section className="part rowed">
      <h2>{t("notices.wishes")}</h2>
      <Asked of={wishes}>{(known) => <WishesForm known={known} />}</Asked>
    </section>
  );
}

function WishesForm({ known }: { known: NoticeWishes }) {
  const { t } = useWords();
  const hooked = (useQuery(hooksQuery(OWN_HOOKS)).data?.items.length ?? 0) > 0;
  const [draft, setDraft] = useState(known);
  const put = useMutation({
    mutationFn: (wanted: NoticeWishes) => send<NoticeWishes>("PUT", "/api/notice-wishes", wanted),
    onSuccess: (said) => queries.setQueryData(noticeWishesQuery.queryKey, said),
  });
  const change = (part: Partial<NoticeWishes>) => {
    const wanted = { ...draft, ...part };
    setDraft(wanted);
    if (Boolean(wanted.quietFrom) === Boolean(wanted.quietUntil)) put.mutate(wanted);
  };
  const rhythm = draft.digestAt ? "daily" : "once";
  return (
    <>
      <p className="i2">{known.sends ? (known.address ? t("notices.goes", { address: known.address }) : t("notices.noAddress")) : t("notices.noMail")}</p>
      <fieldset disabled={!known.sends}>
        <legend className="legend">{t("notices.byMail")}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="check">
            <input
              type="checkbox"
              checked={draft.mail.includes(kind)}
              onChange={({ target }) => change({ mail: target.checked ? [...draft.mail, kind] : draft.mail.filter((each) => each !== kind) })}
            />
            {t(`notices.when.${kind}`)}
          </label>
        ))}
      </fieldset>
      {(known.sends || hooked) && (
        <>
          <Segments label={t("notices.rhythm")} name="rhythm" value={rhythm} choose={(wanted) => change({ digestAt: wanted === "daily" ? "08:00" : undefined })}
            options={(["once", "daily"] as const).map((value) => ({ value, name: t(`notices.rhythm.${value}`) }))} />
          {rhythm === "daily" ? (
            <TextField label={t("notices.digestAt")} type="time" value={draft.digestAt ?? ""} onChange={({ target }) => target.value && change({ digestAt: target.value })} />
          ) : (
            <div className="fields quiet-hours">
              <TextField label={t("notices.quietFrom")} type="time" value={draft.quietFrom ?? ""} onChange={({ target }) => change({ quietFrom: target.value || undefined })} />
              <TextField label={t("notices.quietUntil")} type="time" value={draft.quietUntil ?? ""} onChange={({ target }) => change({ quietUntil: target.value || undefined })} />
            </div>
          )}
          <p className="note">{t("notices.urgent", { zone: known.zone ?? "UTC" })}</p>
        </>
      )}
      {put.error && <Notice problem={put.error} />}
    </>
  );
}
