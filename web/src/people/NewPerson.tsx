import { Waiting } from "../ui/states";

export default function NewPerson() {
  return <Waiting />;
}
