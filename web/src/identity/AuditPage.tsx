import { Waiting } from "../ui/states";

export default function AuditPage() {
  return <Waiting />;
}
