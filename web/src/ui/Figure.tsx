import { Menu } from "@mantine/core";
import { useRef, type ReactNode } from "react";
import { useWords } from "../words/words";
import { csvOf, hand, pngOf, svgOf } from "./figureFiles";

/// One column of a figure's table. `name` is its heading, and in the CSV, too.
export type Shown = { head: string[]; rows: (string | number)[][] };

/// A drawing with its words and its table; all three can be taken along.
export function Figure({ title, sub, says, table, file, children, level = 2 }: {
  title: ReactNode;
  sub?: ReactNode;
  /// The drawing in a sentence.
  says: string;
  table: Shown;
  /// What its files are called, without an ending.
  file: string;
  children: ReactNode;
  level?: 2 | 3;
}) {
  const { t } = useWords();
  const drawn = useRef<HTMLDivElement>(null);
  const Heading = `h${level}` as const;
  const drawing = () => drawn.current!.querySelector("svg")!;
  return (
    <figure className="figure">
      <header>
        <div>
          <Heading>{title}</Heading>
          {sub && <p className="lab">{sub}</p>}
        </div>
        <Menu position="bottom-end" width={200}>
          <Menu.Target>
            <button className="btn bare" type="button">
              {t("figure.take")}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => hand(`${file}.csv`, csvOf(table))}>{t("figure.csv")}</Menu.Item>
            <Menu.Item onClick={() => hand(`${file}.svg`, svgOf(drawing(), says))}>{t("figure.svg")}</Menu.Item>
            <Menu.Item onClick={() => void pngOf(drawing(), says).then((png) => hand(`${file}.png`, png))}>{t("figure.png")}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <div ref={drawn} className="drawn">
        {children}
      </div>
      <figcaption>{says}</figcaption>
      <details>
        <summary>{t("figure.table")}</summary>
        <div className="scrolled" tabIndex={0} role="region" aria-label={t("figure.tableOf", { title: typeof title === "string" ? title : says })}>
          <table className="tbl small">
            <thead>
              <tr>
                {table.head.map((head, i) => (
                  <th key={head} scope="col" className={i === 0 ? "" : "n"}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map((row, at) => (
                <tr key={at}>
                  {row.map((cell, i) => (i === 0 ? <th key={i} scope="row">{cell}</th> : <td key={i} className="n">{cell}</td>))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
