import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import { letterQuery } from "../api/queries";
import type { ApplicantPage, JobApplicationView } from "../api/types";
import { useDates } from "../ui/dates";
import { say } from "../ui/said";
import { Notice } from "../ui/states";
import { useWords } from "../words/words";
import { pathOf } from "./ApplicationFrame";
import { Copied } from "./Copied";

/// What the applicant can ask for: an explanation, everything that is held, to be forgotten; and when that happens anyway.
export function Owed({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const dates = useDates();
  const { application, keptUntil } = view;
  return (
    <section className="part" aria-labelledby="owed">
      <h2 id="owed">{t("owed.title")}</h2>
      <p>{t("owed.kept", { date: dates.dayLong(keptUntil) })}</p>
      {application.openedBy ? (
        <>
          <Letter view={view} />
          <OwnPage view={view} />
          <p>
            <a className="lnk" href={`${pathOf(view)}/export`} download={`${application.name || application.id}.json`}>
              {t("owed.export")}
            </a>
          </p>
        </>
      ) : (
        <p className="i2">{t("owed.blank")}</p>
      )}
      <Forget view={view} />
    </section>
  );
}

function Letter({ view: { application } }: { view: JobApplicationView }) {
  const { t } = useWords();
  const { data } = useQuery(letterQuery(application.vacancy, application.id));
  return data ? <Copied what={t("owed.letter")} text={data.text} /> : null;
}

/// For those who haven't applied themselves, and those who have lost it. It is shown this once.
function OwnPage({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const [address, setAddress] = useState<string>();
  const giving = useDoing(() => send<ApplicantPage>("POST", `${pathOf(view)}/own-page`, {}), "vacancies");
  const give = () => giving.mutate(undefined, { onSuccess: ({ address: path }) => setAddress(new URL(path, window.location.origin).href) });
  if (address)
    return (
      <>
        <p className="i2">{t("owed.page.note")}</p>
        <Copied what={t("owed.page.title")} text={address} open />
      </>
    );
  return (
    <p>
      <button className="lnk" type="button" disabled={giving.isPending} onClick={give}>
        {t("owed.page")}
      </button>{" "}
      <span className="lab">{t("owed.page.again")}</span>
      {giving.error && <Notice problem={giving.error} />}
    </p>
  );
}

/// Asked twice, since nothing brings it back.
function Forget({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [sure, setSure] = useState(false);
  const forgetting = useDoing(() => send("DELETE", pathOf(view)));
  const forget = () =>
    forgetting.mutate(undefined, {
      onSuccess: () => {
        say(t("owed.said"));
        void navigate({ to: "/hiring/vacancies/$vacancy", params: { vacancy: view.application.vacancy } });
      },
    });
  return (
    <>
      {sure && <p className="c-late">{t("owed.sure")}</p>}
      {forgetting.error && <Notice problem={forgetting.error} />}
      <p className="acts">
        {sure ? (
          <>
            <button className="btn" type="button" disabled={forgetting.isPending} onClick={forget}>
              {t("owed.forgetNow")}
            </button>
            <button className="btn" type="button" onClick={() => setSure(false)}>
              {t("app.cancel")}
            </button>
          </>
        ) : (
          <button className="lnk" type="button" onClick={() => setSure(true)}>
            {t("owed.forget")}
          </button>
        )}
      </p>
    </>
  );
}
