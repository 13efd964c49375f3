import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo, useState } from "react";
import { get } from "../api/client";
import { PageHead } from "../ui/PageHead";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { groupsOf, type Body, type Description, type Operation } from "./description";
import { Coded, Fields } from "./Fields";
import "./reference.css";
import { TryIt } from "./TryIt";

/// The API to read and to try, made of its own description.
export default function ApiPage() {
  const { t } = useWords();
  const description = useQuery({
    queryKey: ["description"],
    queryFn: ({ signal }) => get<Description>("/api/openapi.json", signal),
    staleTime: Infinity,
  });
  return (
    <>
      <PageHead title={t("reference.title")} sub={description.data?.info.version}>
        <a className="btn" href="/api/openapi.json">
          {t("reference.document")}
        </a>
      </PageHead>
      <Asked of={description}>{(api) => <Reference api={api} />}</Asked>
    </>
  );
}

function Reference({ api }: { api: Description }) {
  const { t } = useWords();
  const [search, setSearch] = useState("");
  const wanted = useDeferredValue(search);
  const groups = useMemo(() => groupsOf(api, wanted), [api, wanted]);
  const count = groups.reduce((sum, group) => sum + group.operations.length, 0);
  return (
    <div className="api">
      <nav aria-label={t("reference.groups")}>
        <div className="field">
          <label htmlFor="api-search">{t("reference.search")}</label>
          <input id="api-search" type="search" value={search} onChange={(event) => setSearch(event.target.value)} />
        </div>
        <p className="count" role="status">
          {t("reference.count", { count })}
        </p>
        <ul>
          {groups.map((group) => (
            <li key={group.name}>
              <a href={`#${anchor(group.name)}`}>{group.name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="all">
        {!wanted && <p className="about" lang="en"><Coded>{api.info.description ?? ""}</Coded></p>}
        {groups.map((group) => (
          <section key={group.name} id={anchor(group.name)} aria-labelledby={`${anchor(group.name)}-h`} lang="en">
            <h2 id={`${anchor(group.name)}-h`}>{group.name}</h2>
            {group.description && <p className="m">{group.description}</p>}
            {group.operations.map((operation) => (
              <OperationLine key={operation.id} operation={operation} api={api} />
            ))}
          </section>
        ))}
        {groups.length === 0 && <p className="nb">{t("reference.none")}</p>}
      </div>
    </div>
  );
}

const anchor = (name: string) => `tag-${name.toLowerCase().replaceAll(" ", "-")}`;

function OperationLine({ operation, api }: { operation: Operation; api: Description }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="op" id={operation.id} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <b className={`verb ${operation.verb.toLowerCase()}`}>{operation.verb}</b>
        <code>{operation.path}</code>
        <span>{operation.summary}</span>
      </summary>
      {open && <OperationRead operation={operation} api={api} />}
    </details>
  );
}

function OperationRead({ operation, api }: { operation: Operation; api: Description }) {
  const { t, language } = useWords();
  const [trying, setTrying] = useState(false);
  return (
    <div className="read">
      {operation.description && (
        <p>
          <Coded>{operation.description}</Coded>
        </p>
      )}
      <p className="m" lang={language}>
        <code lang="en">{operation.id}</code> ·{" "}
        {operation.permission ? t("reference.needs", { permission: operation.permission }) : t("reference.open")}
      </p>
      {operation.parameters.length > 0 && (
        <>
          <h3 lang={language}>{t("reference.parameters")}</h3>
          <Fields
            api={api}
            parts={operation.parameters.map(({ name, schema = {}, required = false, description, in: place }) => ({
              name,
              schema,
              needed: required,
              note: [place, description].filter(Boolean).join(": "),
            }))}
          />
        </>
      )}
      {operation.body && <Part title={t("reference.body")} body={operation.body} api={api} opened />}
      {operation.answers.map((answer) => (
        <Part key={answer.status} title={t("reference.answer", { status: answer.status })} about={answer.description} body={answer.body} api={api} />
      ))}
      {trying ? (
        <TryIt operation={operation} api={api} />
      ) : (
        <p className="acts" lang={language}>
          <button className="btn" type="button" onClick={() => setTrying(true)}>
            {t("reference.try")}
          </button>
        </p>
      )}
    </div>
  );
}

function Part({ title, about, body, api, opened }: { title: string; about?: string; body?: Body; api: Description; opened?: boolean }) {
  const { language } = useWords();
  const head = (
    <>
      <b lang={language}>{title}</b> <span className="m">
        <Coded>{[about, body?.type].filter(Boolean).join(" · ")}</Coded>
      </span>
    </>
  );
  if (!body) return <p className="said">{head}</p>;
  return (
    <details className="said" open={opened}>
      <summary>{head}</summary>
      <Fields api={api} of={body.schema} />
    </details>
  );
}
