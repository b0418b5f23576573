// Asks the browser to make a passkey or to use one, and sends its answer with the form. The form is hidden without this.
const form = document.querySelector("form[data-passkey]");
const can = "PublicKeyCredential" in window && "parseCreationOptionsFromJSON" in PublicKeyCredential;

if (form && can) {
  document.querySelectorAll("[data-passkey-absent]").forEach((each) => { each.hidden = true; });
  form.hidden = false;
  form.addEventListener("submit", ask);
}

async function ask(event) {
  event.preventDefault();
  const told = form.querySelector("[data-passkey-failed]");
  told.hidden = true;
  try {
    const asked = JSON.parse(form.dataset.passkeyOptions);
    const answer = form.dataset.passkey === "make"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
    form.elements.answer.value = JSON.stringify(answer.toJSON());
    form.submit();
  } catch {
    told.hidden = false;
  }
}
