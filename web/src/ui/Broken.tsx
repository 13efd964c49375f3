import type { ErrorComponentProps } from "@tanstack/react-router";
import { Notice } from "./states";

/// In place of a page that could not be shown.
export function Broken({ error }: ErrorComponentProps) {
  return (
    <div className="narrow">
      <Notice problem={error} again={() => location.reload()} />
    </div>
  );
}
