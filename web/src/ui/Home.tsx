import { Navigate } from "@tanstack/react-router";
import { useCan } from "../identity/session";
import { usePlaces } from "./Masthead";

/// Where somebody begins: whoever answers for plans at the projects, everybody else at the first place that is theirs.
export function Home() {
  const can = useCan();
  const places = usePlaces();
  const to = can("plan.edit") ? places.find((place) => place.to === "/projects") : places[0];
  return <Navigate to={to?.to ?? "/account"} replace />;
}
