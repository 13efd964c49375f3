import { useInfiniteQuery } from "@tanstack/react-query";
import { get } from "../api/client";
import type { AuditEntry, List } from "../api/types";
import { useDates } from "../ui/dates";
import { Asked } from "../ui/states";
import { useWords } from "../words/words";
import { AdminHead } from "./AdminHead";

/// Who did what, newest first; nothing of it can be changed.
export default function AuditPage() {
  const { t } = useWords();
  const dates = useDates();
  const pages = useInfiniteQuery({
    queryKey: ["audit"],
    queryFn: ({ pageParam, signal }) =>
      get<List<AuditEntry>>(`/api/audit${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ""}`, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next,
  });
  return (
    <>
      <AdminHead />
      <Asked of={pages}>
        {(data) => (
          <div className="audit">
            <table className="tbl stack">
              <thead>
                <tr>
                  <th scope="col">{t("audit.at")}</th>
                  <th scope="col">{t("audit.who")}</th>
                  <th scope="col">{t("audit.what")}</th>
                  <th scope="col">{t("audit.detail")}</th>
                </tr>
              </thead>
              <tbody>
                {data.pages.flatMap((page) => page.items).map((entry) => (
                  <tr key={entry.seq}>
                    <td className="i2">{dates.moment(entry.at)}</td>
                    <th scope="row">{entry.name || t("audit.nobody")}</th>
                    <td>
                      <Action of={entry} />
                    </td>
                    <td className="i2">{detailOf(entry.detail)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {pages.hasNextPage && (
              <p className="acts more">
                <button className="btn" type="button" disabled={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  {t("audit.more")}
                </button>
              </p>
            )}
          </div>
        )}
      </Asked>
    </>
  );
}

function Action({ of }: { of: AuditEntry }) {
  const { word } = useWords();
  return word(`audit.action.${of.action}`) ?? of.action.replaceAll("-", " ");
}

function detailOf(detail: unknown): string {
  if (typeof detail === "string") return detail;
  if (typeof detail !== "object" || detail === null) return "";
  return Object.values(detail)
    .filter((value) => typeof value === "string" || typeof value === "number")
    .join(", ");
}
