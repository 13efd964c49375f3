import { Waiting } from "../ui/states";

export default function PeoplePage() {
  return <Waiting />;
}
