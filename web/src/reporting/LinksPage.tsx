import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { portalLinksQuery } from "../api/queries";
import type { PortalLink, PortalLinkMade } from "../api/types";
import { ProjectHead } from "../forecasting/ProjectHead";
import { useCan, useSession } from "../identity/session";
import { DayField } from "../ui/DayField";
import { addDays, lastMoment, startOfDay, useDates } from "../ui/dates";
import { TextField } from "../ui/Field";
import { say } from "../ui/said";
import { Asked, Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import "../outbox/outbox.css";

/// Who reads what was released without an account, and until when.
export default function LinksPage() {
  const { t } = useWords();
  const { project } = useParams({ strict: false }) as { project: string };
  const links = useQuery(portalLinksQuery(project));
  return (
    <>
      <ProjectHead project={project} page="links.title" />
      <div className="cols">
        <div>
          <p className="i2">{t("links.detail")}</p>
          <Asked of={links}>
            {(all) =>
              all.length === 0 ? (
                <Empty title={t("links.none")}>{t("links.none.detail")}</Empty>
              ) : (
                <ul className="hooks">
                  {all.map((link) => (
                    <One key={link.id} link={link} />
                  ))}
                </ul>
              )
            }
          </Asked>
        </div>
        <div>
          <Make project={project} />
        </div>
      </div>
    </>
  );
}

function One({ link }: { link: PortalLink }) {
  const { t } = useWords();
  const dates = useDates(useSession()!.company.zone);
  const revoking = useDoing(() => send("DELETE", `/api/projects/${link.project}/portal-links/${link.id}`), "portalLinks");
  return (
    <li>
      <h2>{link.whom}</h2>
      <p className="lab">{t("links.by", { name: link.by, day: dates.day(lastMoment(link.until)) })}{link.money && ` · ${t("links.money.shown")}`}</p>
      <p className={link.lastOpened ? "i2" : "c-wait"}>{link.lastOpened ? t("links.opened", { count: link.opened, at: dates.moment(link.lastOpened) }) : t("links.unopened")}</p>
      <p className="acts">
        <button className="btn" type="button" disabled={revoking.isPending} onClick={() => revoking.mutate(undefined, { onSuccess: () => say(t("links.revoked")) })}>
          {t("links.revoke")}
          <span className="sr"> {link.whom}</span>
        </button>
      </p>
      {revoking.error && <Notice problem={revoking.error} />}
    </li>
  );
}

function Make({ project }: { project: string }) {
  const { t } = useWords();
  const { zone } = useSession()!.company;
  const dates = useDates(zone);
  const can = useCan();
  const blank = { whom: "", until: addDays(dates.today, 30), password: "", money: false };
  const [draft, setDraft] = useState(blank);
  const change = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const making = useDoing(
    () => send<PortalLinkMade>("POST", `/api/projects/${project}/portal-links`, { ...draft, until: startOfDay(addDays(draft.until, 1), zone) }),
    "portalLinks",
  );
  return (
    <form
      className="part rowed"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate(undefined, { onSuccess: () => setDraft(blank) });
      }}
    >
      <h2>{t("links.make")}</h2>
      {making.data && <Once made={making.data} />}
      <TextField label={t("links.whom")} note={t("links.whom.note")} required maxLength={120} value={draft.whom} onChange={({ target }) => change({ whom: target.value })} />
      <DayField label={t("links.until")} note={t("links.until.note")} value={draft.until} min={dates.today} change={(until) => change({ until })} />
      <TextField label={t("links.password")} note={t("links.password.note")} required maxLength={200} autoComplete="off" spellCheck={false} value={draft.password} onChange={({ target }) => change({ password: target.value })} />
      {can("sales.see") && (
        <label className="check">
          <input type="checkbox" checked={draft.money} onChange={({ target }) => change({ money: target.checked })} /> {t("links.money")}
        </label>
      )}
      {making.error && <Notice problem={making.error} />}
      <p className="acts">
        <button className="btn go" disabled={making.isPending}>{t("links.save")}</button>
      </p>
    </form>
  );
}

function Once({ made: { link, path } }: { made: PortalLinkMade }) {
  const { t } = useWords();
  const address = location.origin + path;
  const copy = async () => {
    await navigator.clipboard?.writeText(address);
    say(t("account.tokens.copied"));
  };
  return (
    <div className="notice plain" role="status">
      <b>{t("links.made.title", { whom: link.whom })}</b>
      <p>{t("links.made.detail")}</p>
      <code className="secret">{address}</code>
      <p className="acts">
        <button className="btn" type="button" onClick={() => void copy()}>
          {t("account.tokens.copy")}
        </button>
      </p>
    </div>
  );
}
