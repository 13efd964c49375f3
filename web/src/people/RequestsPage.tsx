import { Waiting } from "../ui/states";

export default function RequestsPage() {
  return <Waiting />;
}
