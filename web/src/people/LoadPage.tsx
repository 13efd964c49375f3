import { Waiting } from "../ui/states";

export default function LoadPage() {
  return <Waiting />;
}
