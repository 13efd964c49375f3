import { Waiting } from "../ui/states";

export default function ImportPage() {
  return <Waiting />;
}
