import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { send } from "../api/client";
import { useDoing } from "../api/doing";
import type { PeopleImport as DryRun } from "../api/types";
import { useCan } from "../identity/session";
import { PageHead } from "../ui/PageHead";
import { say } from "../ui/said";
import { Empty, Notice } from "../ui/states";
import { useWords } from "../words/words";
import { FileDrop } from "./FileDrop";
import "./interchange.css";

/// People, skills, rates and working weeks from a table; shown line by line before anything is kept.
export default function PeopleImport() {
  const { t } = useWords();
  const can = useCan();
  const [dryRun, setDryRun] = useState<DryRun>();
  const reading = useDoing((file: File) => {
    const form = new FormData();
    form.append("file", file);
    return send<DryRun>("POST", "/api/people-imports", form);
  });
  return (
    <>
      <PageHead title={t("people.readList")} />
      {!can("people.edit") ? (
        <Empty title={t("import.notYours")}>{t("import.notYours.detail")}</Empty>
      ) : dryRun ? (
        <Rows dryRun={dryRun} leave={() => setDryRun(undefined)} />
      ) : (
        <div className="narrow">
          <FileDrop
            accept=".csv,.xlsx"
            busy={reading.isPending}
            take={([file]) => file && void reading.mutateAsync(file).then(setDryRun, () => undefined)}
          >
            <h2>{t("peopleImport.ask")}</h2>
            <p className="i2">{t("peopleImport.ask.detail")}</p>
            <p className="lab">{t("peopleImport.columns")}</p>
          </FileDrop>
          {reading.error && <Notice problem={reading.error} />}
        </div>
      )}
    </>
  );
}

function Rows({ dryRun, leave }: { dryRun: DryRun; leave: () => void }) {
  const { t, word } = useWords();
  const navigate = useNavigate();
  const count = (what: string) => dryRun.rows.filter((row) => row.what === what).length;
  const comes = count("new") + count("change");
  const accepting = useDoing(
    () => send("POST", `/api/people-imports/${dryRun.id}/acceptance`, {}),
    "people",
    "load",
    "sites",
  );
  const accept = async () => {
    await accepting.mutateAsync(undefined);
    say(t("peopleImport.done", { people: comes }));
    await navigate({ to: "/people" });
  };
  return (
    <>
      <p className="say">
        {t("peopleImport.sentence", { created: count("new"), changed: count("change"), same: count("same") })}{" "}
        {count("wrong") > 0 && <b>{t("peopleImport.wrong", { wrong: count("wrong") })}</b>}
      </p>
      {(dryRun.unknown ?? []).length > 0 && (
        <p className="notice risk passed">{t("peopleImport.unknown", { columns: dryRun.unknown!.join(", ") })}</p>
      )}
      <table className="tbl stack">
        <thead>
          <tr>
            <th scope="col" className="n">
              {t("peopleImport.line")}
            </th>
            <th scope="col">{t("people.name")}</th>
            <th scope="col">{t("peopleImport.what")}</th>
            <th scope="col">{t("peopleImport.fields")}</th>
          </tr>
        </thead>
        <tbody>
          {dryRun.rows.map((row) => (
            <tr key={row.line}>
              <td className="n i3" data-label={t("peopleImport.line")}>
                {row.line}
              </td>
              <th scope="row">{row.name || <span className="i3">{t("peopleImport.noName")}</span>}</th>
              <td className={row.what === "wrong" ? "c-late" : row.what === "same" ? "i3" : ""}>
                {word(`peopleImport.what.${row.what}`)}
              </td>
              <td className="i2">{(row.problems ?? []).join(" ") || fieldsOf(row.fields)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="deciding">
        {accepting.error && <Notice problem={accepting.error} />}
        <div className="acts">
          <button
            className="btn go"
            type="button"
            disabled={comes === 0 || count("wrong") > 0 || accepting.isPending}
            onClick={() => accept().catch(() => undefined)}
          >
            {t("peopleImport.take", { people: comes })}
          </button>
          <button className="btn" type="button" onClick={leave}>
            {t("peopleImport.another")}
          </button>
          <Link className="btn bare" to="/people">
            {t("app.cancel")}
          </Link>
        </div>
        {count("wrong") > 0 && <p className="i3">{t("peopleImport.allOrNothing")}</p>}
      </div>
    </>
  );
}

const fieldsOf = (fields: DryRun["rows"][number]["fields"]): string =>
  (fields ?? []).map(({ name, was, now }) => `${name}: ${was ? `${was} → ` : ""}${now}`).join(" · ");
