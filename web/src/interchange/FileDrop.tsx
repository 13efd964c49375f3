import { useId, useState } from "react";
import { useWords } from "../words/words";
import "./interchange.css";

/// A place to drop files on; a button and the keyboard do the same.
export function FileDrop({ accept, several, busy, take, children }: {
  accept: string;
  several?: boolean;
  busy: boolean;
  take: (files: File[]) => void;
  children: React.ReactNode;
}) {
  const { t } = useWords();
  const id = useId();
  const [over, setOver] = useState(false);
  const hold = (event: React.DragEvent, on: boolean) => {
    event.preventDefault();
    setOver(on);
  };
  return (
    <div
      className={`drop ${over ? "over" : ""}`}
      onDragOver={(event) => hold(event, true)}
      onDragLeave={(event) => hold(event, false)}
      onDrop={(event) => {
        hold(event, false);
        const files = [...event.dataTransfer.files];
        if (files.length > 0 && !busy) take(several ? files : files.slice(0, 1));
      }}
    >
      {children}
      <div className="acts">
        <input
          id={id}
          className="sr"
          type="file"
          accept={accept}
          multiple={several}
          disabled={busy}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            if (files.length > 0) take(files);
          }}
        />
        <label className="btn go" htmlFor={id} aria-disabled={busy}>
          {t(busy ? "import.reading" : several ? "import.choose" : "import.chooseOne")}
        </label>
        <span className="i3">{t("import.orDrop")}</span>
      </div>
      <p role="status" className="sr">
        {busy && t("import.reading")}
      </p>
    </div>
  );
}
