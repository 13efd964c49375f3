import { createContext, useContext } from "react";
import type { Session } from "../api/types";

export const SessionContext = createContext<Session | undefined>(undefined);

/// Who reads this page, and what they may do; undefined before anyone has signed in.
export const useSession = (): Session | undefined => useContext(SessionContext);

/// Whether the reader may do something, as "people.edit".
export function useCan(): (what: string) => boolean {
  const can = useSession()?.can;
  return (what) => can?.includes(what) ?? false;
}
