import { Waiting } from "../ui/states";

export default function Welcome() {
  return <Waiting />;
}
