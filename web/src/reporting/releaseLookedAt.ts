import { send } from "../api/client";
import { queries } from "../api/queries";
import type { Update } from "../api/types";

/// Releases a draft with the facts that are on the page; where the server has others by now it refuses, and they are shown.
export async function releaseLookedAt({ project, id, facts: { asOf } }: Pick<Update, "project" | "id" | "facts">): Promise<void> {
  try {
    await send("POST", `/api/projects/${project}/updates/${id}/release`, { asOf });
  } catch (refused) {
    for (const key of ["updates", "desk"]) void queries.invalidateQueries({ queryKey: [key] });
    throw refused;
  }
}
