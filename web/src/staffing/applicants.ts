/// What an application can be, what a CV can say, and where work is counted: as the server has them.
export const STATES = ["received", "interview", "accepted", "declined"] as const;
export const CV_STATES = ["waiting", "read", "picture", "encrypted", "broken", "empty"] as const;
export const FINDINGS = ["met", "notMet", "notFound", "unclear"] as const;
export const FIELDS = ["projectManagement", "leadership", "software", "infrastructure", "networks", "cloud", "security", "data"] as const;

/// What is searched for, as it stands in the fields.
export type Sought = { vacancy?: string; criterion?: string; finding?: string; field?: string; certificate?: string; state?: string; cv?: string };

/// The same for the server; what is empty is left out, and a finding without its criterion, too.
export function queryOfApplicants({ criterion, finding, ...others }: Sought, after?: string): string {
  const asked = new URLSearchParams();
  const all = { ...others, criterion, finding: criterion ? finding : undefined, after };
  for (const [name, value] of Object.entries(all)) if (value?.trim()) asked.set(name, value.trim());
  return asked.toString();
}

/// The four skills that every manager needs, as the server calls them.
export const SKILLS = ["communication", "organisation", "punctuality", "leadingATeam"] as const;

/// Who is compared, in the order in which they came: those who are named; else those who are invited, and the first of the
/// others where that is one or nobody.
export function comparedOf(all: readonly { id: string; state: string }[], named?: string): string[] {
  const asked = (named ?? "").split(",");
  if (asked.length > 1) return all.filter(({ id }) => asked.includes(id)).map(({ id }) => id);
  const invited = all.filter(({ id, state }) => asked.includes(id) || state === "interview" || state === "accepted");
  const others = invited.length > 1 ? [] : all.filter((each) => !invited.includes(each));
  const compared = [...invited, ...others].slice(0, 4);
  return all.filter((each) => compared.includes(each)).map(({ id }) => id);
}
