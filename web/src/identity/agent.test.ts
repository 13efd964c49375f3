import { expect, test } from "vitest";
import { deviceOf } from "./agent";

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
  ["Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36", "Chrome, Android"],
  ["curl/8.1", "curl"],
])("%s is %s", (agent, device) => {
  expect(deviceOf(agent)).toBe(device);
});
