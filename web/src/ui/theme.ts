import { createTheme, type MantineColorsTuple } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#dff0f0", "#c4e2e4", "#9bcdd2", "#66c7d1", "#3ea5b1", "#23899a", "#0b6371", "#0a5866", "#084b57", "#063c46",
];

/// The look's tokens (tokens.css) are carried into Mantine by mantine.css: a style sheet, because the page allows no
/// inline style. What is set here is only what components read from script.
export const theme = createTheme({
  fontFamily: "var(--font)",
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  colors: { accent },
  defaultRadius: 4,
  respectReducedMotion: true,
});
