import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { get } from "../api/client";
import type { AssetList } from "../api/types";
import { TextField } from "../ui/Field";
import { useWords } from "../words/words";

const FOUND = 8;
type Named = { id: string; name: string };

/// To what it is done: found in the register, and taken away again.
export function AssetsOf({ chosen, change }: { chosen: readonly Named[]; change: (chosen: readonly Named[]) => void }) {
  const { t } = useWords();
  const [words, setWords] = useState("");
  const sought = useDeferredValue(words.trim());
  const asked = useQuery({
    queryKey: ["assets", "choose", sought],
    queryFn: ({ signal }) => get<AssetList>(`/api/assets?q=${encodeURIComponent(sought)}`, signal),
    enabled: sought !== "",
    placeholderData: keepPreviousData,
  });
  const found = sought === "" ? [] : (asked.data?.items ?? []).filter(({ id }) => chosen.every((each) => each.id !== id)).slice(0, FOUND);
  return (
    <fieldset>
      <legend className="h">{t("maintenance.assets.title")}</legend>
      {chosen.length > 0 && (
        <ul className="mt-chosen">
          {chosen.map((asset) => (
            <li key={asset.id}>
              {asset.name}
              <button className="btn bare" type="button" aria-label={t("maintenance.assets.remove", { name: asset.name })} onClick={() => change(chosen.filter(({ id }) => id !== asset.id))}>×</button>
            </li>
          ))}
        </ul>
      )}
      <TextField label={t("maintenance.assets.find")} type="search" value={words} onChange={(event) => setWords(event.target.value)} />
      {found.length > 0 && (
        <ul className="mt-chosen">
          {found.map(({ id, name }) => (
            <li key={id}><button className="btn" type="button" onClick={() => change([...chosen, { id, name }])}>+ {name}</button></li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
