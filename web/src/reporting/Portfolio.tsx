import { Waiting } from "../ui/states";

export default function Portfolio() {
  return <Waiting />;
}
