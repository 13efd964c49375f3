// Before the first paint, so that nobody is dazzled: the theme that was chosen here last, else the system's.
(function () {
  var chosen = localStorage.getItem("theme");
  var dark = chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  var root = document.documentElement;
  root.dataset.theme = dark ? "dark" : "light";
  root.dataset.mantineColorScheme = root.dataset.theme;
  root.lang = localStorage.getItem("language") || (navigator.language.startsWith("de") ? "de" : "en");
})();
