import { Waiting } from "../ui/states";

export default function Clients() {
  return <Waiting />;
}
