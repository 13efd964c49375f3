import { expect, it } from "vitest";
import type { ClientFact } from "../api/types";
import { offered } from "./facts";

const plan: ClientFact = { kind: "document", ref: "d1", name: "Ways through the hospital" };
const pilot: ClientFact = { kind: "milestone", ref: "m1", name: "Pilot begins", state: "promised", day: "2027-03-01T16:00:00Z" };
const wards: ClientFact = { kind: "answer", ref: "q1", name: "Can two more wards take part in the pilot?" };

it("offers all that a client sees, and what has each word that was typed", () => {
  expect(offered([plan, pilot, wards], [], " ")).toEqual([plan, pilot, wards]);
  expect(offered([plan, pilot, wards], [], "PILOT")).toEqual([pilot, wards]);
  expect(offered([plan, pilot, wards], [], "pilot ward")).toEqual([wards]);
});

it("offers nothing twice", () => expect(offered([plan, pilot], [plan], "")).toEqual([pilot]));
