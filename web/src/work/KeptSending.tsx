import { useSending } from "./useUnsent";

/// Sends what was kept, on whatever page somebody is.
export default function KeptSending() {
  useSending();
  return null;
}
