import type { Tab } from "../ui/PageHead";
import type { Words } from "../words/words";

/// The pages of one's own work.
export const workTabs = (t: Words["t"]): Tab[] => [
  { to: "/work", name: t("work.title") },
  { to: "/hours", name: t("hours.title") },
];
