import { useMutation } from "@tanstack/react-query";
import { queries } from "./queries";

/// Something that changes the server's mind: afterwards what it touched is asked for again.
export function useDoing<Input, Answer>(run: (input: Input) => Promise<Answer>, ...touched: string[]) {
  return useMutation({
    mutationFn: run,
    onSuccess: () => Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
}
