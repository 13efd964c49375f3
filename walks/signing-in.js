// Through the door: by the keyboard, as somebody who knows their password.

export async function signIn(page, { account, password }) {
  await page.getByLabel("Login", { exact: true }).waitFor();
  await page.keyboard.type(account);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await page.locator("button.me").waitFor({ state: "attached" });
}
