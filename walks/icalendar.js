// As much of RFC 5545 as it takes to open a calendar: unfolded lines, and the properties of each event.

/** The events of a calendar; throws where it is none. */
export function events(text) {
  if (!/^BEGIN:VCALENDAR\r\n/.test(text) || !/END:VCALENDAR\r\n$/.test(text)) throw new Error("This is no calendar.");
  const found = [];
  let open;
  for (const line of text.replaceAll(/\r\n[ \t]/g, "").split("\r\n")) {
    if (line === "BEGIN:VEVENT") open = {};
    else if (line === "END:VEVENT") {
      found.push(open);
      open = undefined;
    } else if (open) {
      const [, name, value] = line.match(/^([A-Z-]+)[^:]*:(.*)$/) ?? [];
      if (name) open[name] = value.replaceAll(/\\([,;\\])/g, "$1");
    }
  }
  return found;
}
