/// Between which shares the truth lies with 90 %, where so much of so many happened (Wilson 1927).
export function wilson(share: number, count: number): [number, number] {
  if (count === 0) return [0, 1];
  const z = 1.645;
  const middle = (share + (z * z) / (2 * count)) / (1 + (z * z) / count);
  const half = (z / (1 + (z * z) / count)) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count * count));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}
