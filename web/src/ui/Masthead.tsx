import { Menu } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { send } from "../api/client";
import { queries } from "../api/queries";
import { useCan, useSession } from "../identity/session";
import { Told } from "../outbox/Told";
import { useWords, type WordKey } from "../words/words";
import { Mark } from "./Fin";

const words: { to: string; name: WordKey; needs?: string[]; not?: string; ofPerson?: boolean }[] = [
  { to: "/portal", name: "nav.portal", needs: ["portal.see"], not: "plan.see" },
  { to: "/desk", name: "nav.desk", needs: ["plan.edit", "money.approve"] },
  { to: "/work", name: "nav.work", ofPerson: true },
  { to: "/projects", name: "nav.projects", needs: ["portfolio.see"] },
  { to: "/people", name: "nav.people", needs: ["people.see", "people.edit"] },
  { to: "/register", name: "nav.assets", needs: ["assets.see"] },
  { to: "/money", name: "nav.money", needs: ["money.see"] },
  { to: "/hiring", name: "nav.hiring", needs: ["staffing.see"] },
  { to: "/clients", name: "nav.clients", needs: ["clients.see"] },
  { to: "/administration", name: "nav.administration", needs: ["company.administer", "accounts.see", "audit.see"] },
];

/// The words of the masthead that exist for this reader.
export function usePlaces(): { to: string; name: string }[] {
  const { t } = useWords();
  const can = useCan();
  const person = useSession()?.person;
  return words.filter((word) => (!word.needs || word.needs.some(can)) && (!word.not || !can(word.not)) && (!word.ofPerson || person)).map(({ to, name }) => ({ to, name: t(name) }));
}

export function Masthead({ find, keys }: { find: () => void; keys: () => void }) {
  const { t } = useWords();
  const session = useSession()!;
  const places = usePlaces();
  return (
    <header className="mast">
      <Link className="brand" to="/" aria-label={t("nav.home", { company: session.company.name })}>
        <Mark />
        <span>{session.company.name}</span>
      </Link>
      <nav aria-label={t("nav.main")}>
        {places.map((place) => (
          <Link key={place.to} to={place.to}>
            {place.name}
          </Link>
        ))}
      </nav>
      <div className="end">
        <PhoneMenu find={find} />
        <button className="find" type="button" onClick={find} aria-keyshortcuts="Control+K">
          <span>{t("find.open")}</span>
          <kbd>{t("find.key")}</kbd>
        </button>
        <span className="here" id="here" />
        <Told />
        <YourMenu keys={keys} />
      </div>
    </header>
  );
}

function PhoneMenu({ find }: { find: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button className="menu btn" type="button">
          {t("nav.menu")}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {usePlaces().map((place) => (
          <Menu.Item key={place.to} onClick={() => void navigate({ to: place.to })}>
            {place.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={find}>{t("find.open")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function YourMenu({ keys }: { keys: () => void }) {
  const { t } = useWords();
  const { account } = useSession()!;
  const navigate = useNavigate();
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <button className="who me" type="button">
          <span>{account.initials}</span>
          <span className="sr">{t("nav.you", { name: account.name })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{account.name}</Menu.Label>
        <Menu.Item onClick={() => void navigate({ to: "/notices" })}>{t("notices.title")}</Menu.Item>
        <Menu.Item onClick={() => void navigate({ to: "/account" })}>{t("nav.account")}</Menu.Item>
        <Menu.Item onClick={keys}>{t("nav.keys")}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => void signOut()}>{t("nav.signOut")}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

export async function signOut(): Promise<void> {
  await send("DELETE", "/api/session").catch(() => undefined);
  queries.clear();
  location.assign("/sign-in");
}
