import { Waiting } from "../ui/states";

export default function Accounts() {
  return <Waiting />;
}
