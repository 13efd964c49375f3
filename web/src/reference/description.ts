/// The API's description (OpenAPI 3.1), as far as it is shown.
export type Schema = {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  const?: unknown;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  oneOf?: Schema[];
  anyOf?: Schema[];
  example?: unknown;
};
export type Parameter = { name: string; in: "path" | "query" | "header"; required?: boolean; description?: string; schema?: Schema };
type Media = Record<string, { schema?: Schema }>;
type Response = { $ref?: string; description?: string; content?: Media };
type Described = {
  operationId: string;
  summary: string;
  description?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content: Media; required?: boolean };
  responses: Record<string, Response>;
  security?: unknown[];
  "x-permission"?: string;
};
export type Description = {
  info: { title: string; version: string; description?: string };
  tags?: { name: string; description?: string }[];
  paths: Record<string, Record<string, Described>>;
  components: { schemas: Record<string, Schema>; responses?: Record<string, Response> };
};

export type Body = { type: string; schema: Schema };
export type Operation = {
  id: string;
  verb: string;
  path: string;
  summary: string;
  description?: string;
  /// What the caller must be permitted; absent where everybody may.
  permission?: string;
  parameters: Parameter[];
  body?: Body;
  answers: { status: string; description?: string; body?: Body }[];
};
export type Group = { name: string; description?: string; operations: Operation[] };

/// The operations by tag, both in the order of the description; only those that have all words of the search.
export function groupsOf(description: Description, search: string): Group[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<string, Group>((description.tags ?? []).map((tag) => [tag.name, { ...tag, operations: [] }]));
  for (const [path, verbs] of Object.entries(description.paths)) {
    for (const [verb, described] of Object.entries(verbs)) {
      const tag = described.tags?.[0] ?? "";
      const said = `${verb} ${path} ${described.operationId} ${described.summary} ${tag}`.toLowerCase();
      if (!words.every((word) => said.includes(word))) continue;
      if (!groups.has(tag)) groups.set(tag, { name: tag, operations: [] });
      groups.get(tag)!.operations.push(operation(description, verb, path, described));
    }
  }
  return [...groups.values()].filter((group) => group.operations.length > 0);
}

function operation(description: Description, verb: string, path: string, described: Described): Operation {
  return {
    id: described.operationId,
    verb: verb.toUpperCase(),
    path,
    summary: described.summary,
    description: described.description,
    permission: described["x-permission"],
    parameters: described.parameters ?? [],
    body: bodyOf(described.requestBody?.content),
    answers: Object.entries(described.responses).map(([status, response]) => {
      const known = response.$ref ? description.components.responses?.[nameOf(response.$ref)] : response;
      return { status, description: known?.description, body: bodyOf(known?.content) };
    }),
  };
}

function bodyOf(content: Media | undefined): Body | undefined {
  const first = Object.entries(content ?? {})[0];
  return first && { type: first[0], schema: first[1].schema ?? {} };
}

export const nameOf = (reference: string) => reference.slice(reference.lastIndexOf("/") + 1);

export function resolved(schema: Schema, description: Description): Schema {
  return schema.$ref ? (description.components.schemas[nameOf(schema.$ref)] ?? {}) : schema;
}

/// Null beside something else only says that it may be cleared.
export function withoutNull(schema: Schema): { schema: Schema; nullable: boolean } {
  const others = schema.anyOf?.filter((each) => each.type !== "null");
  return others?.length === 1 && others.length < schema.anyOf!.length ? { schema: others[0]!, nullable: true } : { schema, nullable: false };
}

/// What a value is, in a word or two: `Client`, `text (uuid)`, `list of Task`.
export function kindOf(schema: Schema): string {
  if (schema.$ref) return nameOf(schema.$ref);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(" | ");
  if (schema.items) return `${kindOf(schema.items)}[]`;
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice) return choice.map(kindOf).join(" | ");
  if (typeof schema.additionalProperties === "object") return `{ …: ${kindOf(schema.additionalProperties)} }`;
  const type = [schema.type ?? (schema.properties ? "object" : "any")].flat().join(" | ");
  return schema.format ? `${type} (${schema.format})` : type;
}

/// What there is to see within a value: its fields, or the kinds that it can be.
export function partsOf(schema: Schema, description: Description): { name: string; schema: Schema; needed: boolean }[] {
  const inner = schema.items ?? (typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined);
  if (inner && !schema.properties) return partsOf(inner, description);
  const whole = resolved(schema, description);
  if (whole !== schema && (whole.items || !whole.properties)) return partsOf(whole, description);
  const choice = whole.oneOf ?? whole.anyOf;
  if (choice) return choice.filter((each) => each.$ref).map((each) => ({ name: "", schema: each, needed: false }));
  return Object.entries(whole.properties ?? {}).map(([name, part]) => ({ name, schema: part, needed: whole.required?.includes(name) ?? false }));
}

/// A body to begin with: all that is needed, of the simplest values.
export function exampleOf(schema: Schema, description: Description, depth = 0): unknown {
  if (schema.example !== undefined) return schema.example;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const whole = resolved(withoutNull(schema).schema, description);
  if (whole !== schema && depth < 8) return exampleOf(whole, description, depth + 1);
  const choice = schema.oneOf ?? schema.anyOf;
  if (choice) return depth < 8 ? exampleOf(choice[0]!, description, depth + 1) : null;
  if (schema.items) return depth < 4 ? [exampleOf(schema.items, description, depth + 1)] : [];
  if (schema.properties) {
    const needed = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name));
    const shown = needed.length > 0 || depth > 0 ? needed : Object.entries(schema.properties).slice(0, 1);
    return Object.fromEntries(shown.map(([name, part]) => [name, exampleOf(part, description, depth + 1)]));
  }
  return simplest(schema);
}

function simplest(schema: Schema): unknown {
  switch ([schema.type].flat()[0]) {
    case "integer":
    case "number":
      return 0;
    case "boolean":
      return false;
    case "object":
      return {};
    case "string":
      return schema.format === "date" ? "2027-02-01" : schema.format === "date-time" ? "2027-02-01T08:00:00Z" : "";
    default:
      return null;
  }
}

/// The address that was meant; parameters of the query only where something was written.
export function addressOf(operation: Operation, values: Record<string, string>): string {
  const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const query = new URLSearchParams();
  for (const { name, in: place } of operation.parameters) if (place === "query" && values[name]) query.set(name, values[name]);
  return query.size > 0 ? `${path}?${query}` : path;
}
