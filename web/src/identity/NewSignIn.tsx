import { TextField } from "../ui/Field";
import { useWords } from "../words/words";

export type NewLogin = { login: string; password: string };

/// A login and a new password, for the first administrator and for whoever was invited.
export function NewSignIn({ value, change }: { value: NewLogin; change: (value: NewLogin) => void }) {
  const { t } = useWords();
  const short = value.password.length > 0 && value.password.length < 8;
  return (
    <div className="fields">
      <TextField label={t("signIn.login")} name="login" autoComplete="username" autoCapitalize="none" spellCheck={false}
        required value={value.login} note={t("signIn.login.note")}
        onChange={(event) => change({ ...value, login: event.target.value })} />
      <TextField label={t("signIn.newPassword")} name="password" type="password" autoComplete="new-password"
        required minLength={8} value={value.password} wrong={short && t("signIn.short")} note={t("signIn.newPassword.note")}
        onChange={(event) => change({ ...value, password: event.target.value })} />
    </div>
  );
}
