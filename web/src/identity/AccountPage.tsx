import { Waiting } from "../ui/states";

export default function AccountPage() {
  return <Waiting />;
}
