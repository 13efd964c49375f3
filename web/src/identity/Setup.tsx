import { Waiting } from "../ui/states";

export default function Setup() {
  return <Waiting />;
}
