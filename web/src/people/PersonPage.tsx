import { Waiting } from "../ui/states";

export default function PersonPage() {
  return <Waiting />;
}
