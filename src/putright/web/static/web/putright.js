// What the pages do with JavaScript: the NHS components' own behaviour, nothing more. Every page works without it.
const nhsuk = document.querySelector("script[data-nhsuk]").dataset.nhsuk;

if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("js-enabled", "nhsuk-frontend-supported");
  const { initAll } = await import(nhsuk);
  initAll();
}
