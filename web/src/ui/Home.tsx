import { Navigate } from "@tanstack/react-router";
import { usePlaces } from "./Masthead";

/// Where somebody begins: at the first of the places that are theirs.
export function Home() {
  const [first] = usePlaces();
  return <Navigate to={first?.to ?? "/account"} replace />;
}
