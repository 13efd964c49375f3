import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { profilesQuery } from "../api/queries";
import type { ManagerProfile, ProfileTrial } from "../api/types";
import { useCan } from "../identity/session";
import { TextField } from "../ui/Field";
import { useDates } from "../ui/dates";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords, type WordKey } from "../words/words";
import { FINDINGS } from "./applicants";
import "./staffing.css";

/// What each kind of manager needs, as sentences; changed as text, with a reason, after a trial on the CVs that are there.
export default function ProfilesPage() {
  const { t } = useWords();
  const can = useCan();
  const [editing, setEditing] = useState<string>();
  return (
    <>
      <PageHead title={t("profiles.title")}>
        <Link className="lnk" to="/hiring">
          {t("nav.hiring")}
        </Link>
      </PageHead>
      <p className="say">{t("profiles.sentence")}</p>
      <Asked of={useQuery(profilesQuery)}>
        {(profiles) => (
          <div className="profiles">
            {profiles.map((profile) => (
              <section key={profile.name} className="part" aria-labelledby={`profile-${profile.name}`}>
                <header>
                  <h2 id={`profile-${profile.name}`}>{t(`profiles.name.${profile.name}` as WordKey)}</h2>
                  {can("staffing.edit") && editing !== profile.name && (
                    <button className="lnk" type="button" aria-label={t("profiles.edit", { name: profile.title })} onClick={() => setEditing(profile.name)}>
                      {t("app.edit")}
                    </button>
                  )}
                </header>
                {editing === profile.name ? <Editing profile={profile} done={() => setEditing(undefined)} /> : <Read profile={profile} />}
              </section>
            ))}
          </div>
        )}
      </Asked>
    </>
  );
}

function Read({ profile }: { profile: ManagerProfile }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <>
      {([true, false] as const).map((must) => {
        const criteria = profile.criteria.filter((each) => each.must === must);
        if (criteria.length === 0) return null;
        return (
          <div key={String(must)}>
            <h3 className="lab">{t(must ? "profiles.must" : "profiles.should")}</h3>
            <ul className="sentences">
              {criteria.map(({ id, sentence }) => (
                <li key={id}>{sentence}</li>
              ))}
            </ul>
          </div>
        );
      })}
      <p className="lab">{t("profiles.version", { version: profile.version, author: profile.author })}</p>
      {profile.history.map(({ version, reason, author, at }) => (
        <p key={version} className="lab">
          {t("profiles.change", { version, author: author.name, at: dates.moment(at), reason: reason ?? "" })}
        </p>
      ))}
    </>
  );
}

function Editing({ profile, done }: { profile: ManagerProfile; done: () => void }) {
  const { t } = useWords();
  const [criteria, setCriteria] = useState(profile.text);
  const [reason, setReason] = useState("");
  const path = `/api/manager-profiles/${profile.name}`;
  const trying = useMutation({ mutationFn: () => send<ProfileTrial>("POST", `${path}/trials`, { criteria }) });
  const keeping = useDoing(() => send("PUT", path, { criteria, reason }, profile.version), "profiles", "vacancies", "staffing", "people");
  const id = `criteria-${profile.name}`;
  return (
    <form className="rowed" onSubmit={(event) => {
      event.preventDefault();
      keeping.mutate(undefined, {
        onSuccess: () => {
          say(t("app.saved"));
          done();
        },
      });
    }}>
      <div className="field">
        <label htmlFor={id}>{t("profiles.criteria")}</label>
        <textarea id={id} rows={profile.criteria.length + 3} required maxLength={5000} spellCheck={false} aria-describedby={`${id}-note`} value={criteria} onChange={(event) => setCriteria(event.target.value)} />
        <p className="note" id={`${id}-note`}>
          {t("profiles.criteria.note")}
        </p>
      </div>
      <TextField label={t("profiles.reason")} required maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      {(keeping.error ?? trying.error) && <Notice problem={keeping.error ?? trying.error} />}
      {trying.data && <Tried trial={trying.data} />}
      <p className="acts">
        <button className="btn go" disabled={keeping.isPending}>
          {t("profiles.keep")}
        </button>
        <button className="btn" type="button" disabled={trying.isPending} onClick={() => trying.mutate()}>
          {t("profiles.try")}
        </button>
        <button className="btn" type="button" onClick={done}>
          {t("app.cancel")}
        </button>
      </p>
    </form>
  );
}

/// How often each criterion would be found what, beside how often it is today.
function Tried({ trial }: { trial: ProfileTrial }) {
  const { t } = useWords();
  if (trial.cvs === 0) return <p className="i2">{t("profiles.tried.none")}</p>;
  return (
    <div className="wide">
      <p className="lab">{t("profiles.tried", { cvs: trial.cvs })}</p>
      <table className="tbl flush">
        <thead>
          <tr>
            <th scope="col">{t("applicants.criterion")}</th>
            {FINDINGS.map((finding) => (
              <th key={finding} scope="col" className="num">
                {t(`applications.finding.${finding}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {trial.criteria.map(({ id, sentence, before, after }) => (
            <tr key={id}>
              <th scope="row">{sentence}</th>
              {FINDINGS.map((finding) => {
                const then = before[finding] ?? 0;
                const now = after[finding] ?? 0;
                return (
                  <td key={finding} className="num">
                    {then === now ? now : t("profiles.moved", { then, now })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
