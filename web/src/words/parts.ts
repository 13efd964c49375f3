/// What the keys of texts begin with that only pages need which few open first; those pages wait for them.
const LATER = new Set(
  ("absence account applicants applications assess better capacity catalogue deliverables delay estimates growth historyImport hooks host " +
    "increment interview maintenance overload peopleImport person profiles qualifications ranking register reliability requests reserve " +
    "satisfaction scope setup steering suggest takers vacancy ways windows").split(" "),
);

export const isLater = (key: string): boolean => LATER.has(key.slice(0, key.indexOf(".")));
