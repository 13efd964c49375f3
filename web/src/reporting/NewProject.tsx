import { Waiting } from "../ui/states";

export default function NewProject() {
  return <Waiting />;
}
