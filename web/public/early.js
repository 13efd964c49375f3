// What a page asks first is asked before its scripts are there; the first request for the same finds its answer here.
(function () {
  var early = (window.early = {});
  function ask(path) {
    early[path] = fetch(path, {
      headers: { Accept: "application/json", "Accept-Language": document.documentElement.lang },
      credentials: "same-origin",
    });
    early[path].catch(function () {});
  }
  if (/^\/(sign-in|setup|invitations)\b/.test(location.pathname)) return;
  ask("/api/session");
  var project = /^\/projects\/([0-9a-f-]{36})$/.exec(location.pathname);
  if (project) ask("/api/projects/" + project[1] + "/plan");
})();
