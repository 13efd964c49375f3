import { afterEach, expect, test, vi } from "vitest";
import { get } from "./client";

const answer = (body: unknown, status = 200) => Promise.resolve(new Response(JSON.stringify(body), { status }));
const early = (answers: Record<string, Promise<Response>>) => Object.assign(window, { early: answers });

afterEach(() => vi.unstubAllGlobals());

test("takes what was asked for before the scripts were there, once", async () => {
  vi.stubGlobal("fetch", vi.fn(() => answer("later")));
  early({ "/api/session": answer("early") });

  expect(await get("/api/session")).toBe("early");
  expect(await get("/api/session")).toBe("later");
});

test("asks again where the early answer was a refusal, or none", async () => {
  vi.stubGlobal("fetch", vi.fn(() => answer("later")));
  early({ "/refused": answer("no", 401), "/away": Promise.reject(new Error("away")) });

  expect(await get("/refused")).toBe("later");
  expect(await get("/away")).toBe("later");
});
