import { AdminHead } from "../identity/AdminHead";
import { HooksPart } from "./HooksPart";

/// Webhooks of the whole company.
export default function HooksPage() {
  return (
    <>
      <AdminHead />
      <HooksPart />
    </>
  );
}
