import { useId, useState } from "react";
import { TextField } from "../ui/Field";
import { useWords } from "../words/words";
import { addressOf, exampleOf, type Description, type Operation } from "./description";

type Said = { asked: string; status?: string; headers?: string; body?: string; millis?: number };

/// Sends a request with the reader's own session, and shows both sides of it.
export function TryIt({ operation, api }: { operation: Operation; api: Description }) {
  const { t, language } = useWords();
  const id = useId();
  const isUpload = operation.body?.type.startsWith("multipart/") ?? false;
  const [values, setValues] = useState<Record<string, string>>({});
  const [body, setBody] = useState(() =>
    operation.body && !isUpload ? JSON.stringify(exampleOf(operation.body.schema, api), null, 2) : "",
  );
  const [files, setFiles] = useState<FileList | null>(null);
  const [said, setSaid] = useState<Said>();
  const [busy, setBusy] = useState(false);
  const send = async (event: React.FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setSaid(await sent(operation, values, isUpload ? form(files) : body));
    setBusy(false);
  };
  if (operation.answers.some((answer) => answer.body?.type === "text/event-stream")) return <p className="m" lang={language}>{t("reference.stream")}</p>;
  return (
    <form className="try" onSubmit={(event) => void send(event)} lang={language}>
      {operation.verb !== "GET" && <p className="m">{t("reference.real")}</p>}
      <div className="fields">
        {operation.parameters.map(({ name, required }) => (
          <TextField
            key={name}
            label={name}
            optional={!required}
            required={required}
            value={values[name] ?? ""}
            onChange={(change) => setValues({ ...values, [name]: change.target.value })}
          />
        ))}
      </div>
      {operation.body && (
        <div className="field">
          <label htmlFor={id}>{isUpload ? t("reference.files") : t("reference.body")}</label>
          {isUpload ? (
            <input id={id} type="file" multiple onChange={(change) => setFiles(change.target.files)} />
          ) : (
            <textarea id={id} className="json" spellCheck={false} rows={Math.min(16, body.split("\n").length + 1)} value={body} onChange={(change) => setBody(change.target.value)} />
          )}
        </div>
      )}
      <p className="acts">
        <button className="btn go" type="submit" disabled={busy}>
          {t("reference.send")}
        </button>
      </p>
      <div aria-live="polite">{said && <Answer said={said} />}</div>
    </form>
  );
}

function Answer({ said }: { said: Said }) {
  const { t } = useWords();
  return (
    <>
      <h3>{t("reference.asked")}</h3>
      <pre tabIndex={0}>{said.asked}</pre>
      <h3>{t("reference.answered", { status: said.status ?? t("app.away"), millis: said.millis ?? 0 })}</h3>
      {said.headers && <pre tabIndex={0}>{said.headers}</pre>}
      {said.body && <pre tabIndex={0}>{said.body}</pre>}
    </>
  );
}

function form(files: FileList | null): FormData {
  const form = new FormData();
  for (const file of files ?? []) form.append("file", file);
  return form;
}

async function sent(operation: Operation, values: Record<string, string>, body: string | FormData): Promise<Said> {
  const address = addressOf(operation, values);
  const headers: Record<string, string> = {};
  for (const { name, in: place } of operation.parameters) if (place === "header" && values[name]) headers[name] = values[name];
  const hasBody = operation.body !== undefined && operation.verb !== "GET";
  if (hasBody && typeof body === "string") headers["Content-Type"] = "application/json";
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const asked = [`${operation.verb} ${address}`, ...lines, ...(hasBody && typeof body === "string" ? ["", body] : [])].join("\n");
  const begun = performance.now();
  try {
    const response = await fetch(address, { method: operation.verb, headers, body: hasBody ? body : undefined, credentials: "same-origin" });
    const text = await textOf(response);
    return {
      asked,
      status: `${response.status} ${response.statusText}`.trim(),
      headers: [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n"),
      body: text,
      millis: Math.round(performance.now() - begun),
    };
  } catch {
    return { asked, millis: Math.round(performance.now() - begun) };
  }
}

const MOST = 100_000;

async function textOf(response: Response): Promise<string> {
  const type = response.headers.get("Content-Type") ?? "";
  if (!/json|text|xml|calendar/.test(type)) return `${(await response.blob()).size} bytes`;
  const text = await response.text();
  const shown = /json/.test(type) ? JSON.stringify(JSON.parse(text || "null"), null, 2) : text;
  return shown.length > MOST ? `${shown.slice(0, MOST)}\n…` : shown;
}
