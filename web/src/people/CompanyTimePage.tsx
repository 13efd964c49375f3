import { Waiting } from "../ui/states";

export default function CompanyTimePage() {
  return <Waiting />;
}
