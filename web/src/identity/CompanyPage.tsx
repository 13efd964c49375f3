import { Waiting } from "../ui/states";

export default function CompanyPage() {
  return <Waiting />;
}
