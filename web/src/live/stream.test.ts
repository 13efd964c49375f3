import { expect, test } from "vitest";
import { readEvents, type StreamEvent } from "./stream";

test("events are read whole, however the line cuts them, and comments are only signs of life", async () => {
  const parts = ['id: 7\nevent: change\nda', 'ta: {"seq":7}\n\n: heartbeat\n', "\nid: 8\ndata: a\ndata: b\n\nid: 9\nda"];
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const part of parts) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  const events: StreamEvent[] = [];
  let signs = 0;

  await readEvents(body, (event) => events.push(event), () => signs++);

  expect(events).toEqual([
    { id: "7", event: "change", data: '{"seq":7}' },
    { id: "8", event: "message", data: "a\nb" },
  ]);
  expect(signs).toBe(3);
});
