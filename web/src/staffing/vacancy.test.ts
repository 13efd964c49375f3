import { expect, test } from "vitest";
import { stateOf } from "./vacancy";

test("a vacancy is open through its last day", () => {
  const vacancy = { published: "2027-02-01T09:00:00Z", validUntil: "2027-03-15" };

  expect(stateOf({ validUntil: "2027-03-15" }, "2027-02-01")).toBe("draft");
  expect(stateOf(vacancy, "2027-03-15")).toBe("open");
  expect(stateOf(vacancy, "2027-03-16")).toBe("over");
  expect(stateOf({ ...vacancy, closed: "2027-02-02T09:00:00Z" }, "2027-02-03")).toBe("closed");
});
