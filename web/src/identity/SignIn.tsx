import { Waiting } from "../ui/states";

export default function SignIn() {
  return <Waiting />;
}
