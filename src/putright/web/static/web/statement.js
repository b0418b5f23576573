// Saves what somebody writes while they write it, and says so. Without this they press the button.
const form = document.querySelector("form[data-autosave]");
const told = form?.querySelector("[data-autosave-said]");
const PAUSE = 4000;
let waiting = 0;
let saving = false;

if (form) {
  form.elements.words.addEventListener("input", () => later());
  form.addEventListener("submit", () => clearTimeout(waiting));
}

function later() {
  clearTimeout(waiting);
  waiting = setTimeout(save, PAUSE);
}

async function save() {
  if (saving) { later(); return; }
  saving = true;
  const sent = new FormData(form);
  sent.set("step", "autosave");
  try {
    const answer = await fetch(window.location.href, { method: "POST", body: sent, redirect: "error" });
    const said = await answer.json();
    if (!said.saved) throw new Error();
    form.elements.saves.value = said.saves;
    told.textContent = `Saved at ${said.at}. Nobody else reads it until you send it.`;
  } catch {
    told.textContent = "This could not be saved just now. Press “Save and go on later” to try again.";
  } finally {
    saving = false;
  }
}
