import { useWords } from "../words/words";

/// How large a file is, in words: "412 kB", "3.1 MB".
export function useBytes(): (size: number) => string {
  const { locale } = useWords();
  const format = (value: number, digits: number) => value.toLocaleString(locale, { maximumFractionDigits: digits });
  return (size) => (size < 1e6 ? `${format(Math.max(1, size / 1e3), 0)} kB` : `${format(size / 1e6, 1)} MB`);
}
