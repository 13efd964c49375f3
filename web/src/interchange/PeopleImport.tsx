import { Waiting } from "../ui/states";

export default function PeopleImport() {
  return <Waiting />;
}
