/// Server-sent events over fetch: unlike EventSource it says when the line was lost, and lets us choose the pace.
export type StreamEvent = { id?: string; event: string; data: string };

/// Reads events until the line ends or `signal` aborts. `heard` is called for each sign of life, comments included.
export async function readEvents(
  body: ReadableStream<Uint8Array>,
  take: (event: StreamEvent) => void,
  heard: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    heard();
    rest += decoder.decode(value, { stream: true }).replaceAll("\r\n", "\n");
    const blocks = rest.split("\n\n");
    rest = blocks.pop()!;
    for (const block of blocks) {
      const event = eventOf(block);
      if (event) take(event);
    }
  }
}

export function eventOf(block: string): StreamEvent | undefined {
  const event: StreamEvent = { event: "message", data: "" };
  const data: string[] = [];
  for (const line of block.split("\n")) {
    const [, field, value] = /^(\w+):\s?(.*)$/.exec(line) ?? [];
    if (field === "data") data.push(value!);
    else if (field === "event") event.event = value!;
    else if (field === "id") event.id = value!;
  }
  if (data.length === 0) return undefined;
  return { ...event, data: data.join("\n") };
}
