import { queryOptions } from "@tanstack/react-query";
import { get } from "../api/client";
import type { List, Place } from "../api/types";

/// The countries whose holidays are known here, named in the reader's language.
export const countriesQuery = (language: string) =>
  queryOptions({
    queryKey: ["countries", language],
    queryFn: async () => (await get<List<Place>>("/api/countries")).items,
    staleTime: Infinity,
  });

export const regionsQuery = (country: string) =>
  queryOptions({
    queryKey: ["regions", country],
    queryFn: async () => (await get<List<Place>>(`/api/countries/${country}/regions`)).items,
    enabled: country !== "",
    staleTime: Infinity,
  });

export const zones = (): string[] => {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, "UTC", ...Intl.supportedValuesOf("timeZone")])].toSorted();
};

/// Where this browser seems to be, by its time zone and else by its language; a guess to begin with, never more.
export function guessCountry(): string {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  // Countries that are no more have the zones of those that followed: "DD" is found before "DE", and stands for it.
  const former = codes().find((code) => zonesOf(code).includes(zone));
  const byZone = former && new Intl.Locale(`und-${former}`).region;
  const byLanguage = navigator.languages.map((language) => new Intl.Locale(language).region);
  return byZone ?? byLanguage.find((region) => region !== undefined) ?? "";
}

function zonesOf(country: string): string[] {
  const place = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };
  return place.getTimeZones?.() ?? place.timeZones ?? [];
}

function codes(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((first) => letters.map((second) => first + second));
}
