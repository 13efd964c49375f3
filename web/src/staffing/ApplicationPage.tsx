import { useState } from "react";
import type { CvChecked, JobApplicationView } from "../api/types";
import { useDates } from "../ui/dates";
import { useWords, type WordKey } from "../words/words";
import { AlsoSaid } from "./AlsoSaid";
import { ApplicationFrame } from "./ApplicationFrame";
import { CvText } from "./CvText";
import { Findings, Sides } from "./Findings";
import { MitigationPart } from "./MitigationPart";
import { Who } from "./Who";

/// One application: the text of its CV at the left, what it says to each criterion at the right, a line apart.
export default function ApplicationPage() {
  return <ApplicationFrame>{(view) => <Page view={view} />}</ApplicationFrame>;
}

function Page({ view }: { view: JobApplicationView }) {
  const { t } = useWords();
  const [shown, show] = useState<number>();
  const { application, cv } = view;
  return (
    <div className="cvcheck">
      <Document view={view} shown={shown} />
      <div>
        <section aria-labelledby="criteria">
          <h2 id="criteria">{t("applications.criteria")}</h2>
          <p className="i2">{t("applications.rests")}</p>
          {cv && cv.criteria.length > 0 ? (
            <Checked cv={cv} shown={shown} show={show} />
          ) : (
            <p className="notice plain">
              {t(`applications.cv.${application.cv}` as WordKey)}. {cv?.reason}
            </p>
          )}
        </section>
        <MitigationPart view={view} />
        {cv && cv.criteria.length > 0 && <AlsoSaid cv={cv} shown={shown} show={show} />}
        <Who view={view} />
      </div>
    </div>
  );
}

function Checked({ cv, shown, show }: { cv: CvChecked; shown?: number; show: (n: number) => void }) {
  const { t } = useWords();
  return (
    <>
      {cv.reason && <p className="notice plain">{cv.reason}</p>}
      <Sides cv={cv} />
      <Findings criteria={cv.criteria} shown={shown} show={show} />
      <p className="nt i3">{t("applications.profile", { profile: cv.profile, version: cv.profileVersion })}</p>
    </>
  );
}

function Document({ view: { application, cv }, shown }: { view: JobApplicationView; shown?: number }) {
  const { t } = useWords();
  const dates = useDates();
  return (
    <section className="document" aria-labelledby="cv-text">
      <h2 className="unseen" id="cv-text">
        {t("applications.text")}
      </h2>
      <p className="lab">{t("application.came", { at: dates.moment(application.at), cv: t(`applications.cv.${application.cv}` as WordKey) })}</p>
      {cv && cv.lines.length > 0 && <CvText cv={cv} shown={shown} />}
    </section>
  );
}
