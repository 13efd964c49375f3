import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const accent: MantineColorsTuple = [
  "#dff0f0", "#c4e2e4", "#9bcdd2", "#66c7d1", "#3ea5b1", "#23899a", "#0b6371", "#0a5866", "#084b57", "#063c46",
];

/// The look's tokens (tokens.css) carried into Mantine, so that both speak of the same colours.
export const theme = createTheme({
  fontFamily: "var(--font)",
  primaryColor: "accent",
  primaryShade: { light: 6, dark: 3 },
  colors: { accent },
  defaultRadius: 4,
  fontSizes: { xs: "11px", sm: "12px", md: "13px", lg: "15px", xl: "20px" },
  spacing: { xs: "8px", sm: "12px", md: "16px", lg: "24px", xl: "32px" },
  autoContrast: true,
});

export const cssVariables: CSSVariablesResolver = () => {
  const tokens = {
    "--mantine-color-body": "var(--sheet)",
    "--mantine-color-text": "var(--ink)",
    "--mantine-color-dimmed": "var(--ink-3)",
    "--mantine-color-default": "var(--raise)",
    "--mantine-color-default-border": "var(--rule-strong)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-color-placeholder": "var(--ink-3)",
    "--mantine-color-anchor": "var(--accent)",
    "--mantine-color-error": "var(--late)",
    "--mantine-primary-color-filled": "var(--accent)",
    "--mantine-primary-color-filled-hover": "var(--accent)",
    "--mantine-primary-color-contrast": "var(--on-accent)",
  };
  return { variables: {}, light: tokens, dark: tokens };
};
