import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, Navigate, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { send } from "../api/client";
import { queries, questionsQuery } from "../api/queries";
import type { Assessment, AssessmentQuestions } from "../api/types";
import { useCan } from "../identity/session";
import { Mark } from "../ui/Fin";
import { TextField } from "../ui/Field";
import { Frame } from "../ui/Frame";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Asked, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { Asking } from "./Asking";
import type { Given } from "./assessment";
import "./staffing.css";

/// Asked before there is a project: within the company's pages, or by anybody where the company lets them.
export default function AssessPage() {
  return <Asked of={useQuery(questionsQuery)}>{(asked) => <Page asked={asked} />}</Asked>;
}

function Page({ asked }: { asked: AssessmentQuestions }) {
  if (!asked.open) return <Navigate to="/sign-in" search={{ to: "/assess" }} />;
  if (!asked.signedIn) return <Outside asked={asked} />;
  return (
    <Frame>
      <Inside asked={asked} />
    </Frame>
  );
}

function Outside({ asked }: { asked: AssessmentQuestions }) {
  const { t } = useWords();
  useEffect(() => {
    document.title = `${t("assess.title")} · ${asked.company}`;
  }, [t, asked.company]);
  return (
    <div className="page">
      <header className="mast">
        <span className="brand">
          <Mark />
          <span>{asked.company}</span>
        </span>
        <div className="end">
          <Link className="lnk" to="/sign-in">
            {t("assess.public.signIn")}
          </Link>
        </div>
      </header>
      <main id="main">
        <div className="head">
          <h1>{t("assess.title")}</h1>
        </div>
        <Asking questions={asked.items} begin={{}} preview="/api/assessment-previews">
          <Introduction />
          <p className="lab">{t("assess.public.note")}</p>
        </Asking>
      </main>
    </div>
  );
}

function Inside({ asked }: { asked: AssessmentQuestions }) {
  const { t } = useWords();
  const can = useCan();
  return (
    <>
      <PageHead title={t("assess.title")} />
      <Asking questions={asked.items} begin={{}} preview="/api/assessment-previews" acts={(given) => can("staffing.edit") && <Keep given={given} />}>
        <Introduction />
      </Asking>
    </>
  );
}

function Introduction() {
  const { t } = useWords();
  return (
    <div className="intro">
      <p className="text">{t("assess.intro")}</p>
      <details>
        <summary>{t("assess.difference.title")}</summary>
        <p className="text">{t("assess.difference")}</p>
      </details>
    </div>
  );
}

function Keep({ given }: { given: Given }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [title, setTitle] = useState("");
  const keeping = useMutation({
    mutationFn: () => send<Assessment>("POST", "/api/assessments", { title: title.trim(), answers: given }),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ["assessments"] });
      say(t("assess.kept"));
      void navigate({ to: "/hiring/assessments/$assessment", params: { assessment: id } });
    },
  });
  return (
    <form className="keep" onSubmit={(event) => {
      event.preventDefault();
      keeping.mutate();
    }}>
      <TextField label={t("assess.title.label")} required maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
      {keeping.error && <Notice problem={keeping.error} />}
      <p className="acts">
        <button className="btn go" disabled={keeping.isPending}>
          {t("assess.keep")}
        </button>
      </p>
    </form>
  );
}
