// Shows how far the files of a form have come, and keeps what was typed where the connection is lost. The files go first, to be kept with
// the form, as they are when something else in it is wrong; then the form goes as it would by itself. Without this all goes at once.
const STALLED = 60000; // milliseconds in which nothing moves
const SAY_EVERY = 10000;
let sending = null;

// A browser that cannot send a form again by the same button sends it by itself.
if ("requestSubmit" in HTMLFormElement.prototype) document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-sending]");
  const boxes = form ? [...form.querySelectorAll("input[type=file]")].filter((box) => box.files.length) : [];
  if (form && sending) event.preventDefault();
  else if (boxes.length) {
    event.preventDefault();
    const big = tooBig(form, boxes);
    if (big) say(form, big);
    else send(form, boxes, event.submitter);
  }
});

// Nobody is to wait for a file that we cannot take.
function tooBig(form, boxes) {
  const { large, largest } = notice(form).dataset;
  const file = boxes.map((box) => box.files[0]).find(({ size }) => size > Number(largest));
  return file && filled(large, { name: file.name, size: megabytes(file.size) });
}

function say(form, words) {
  const box = notice(form);
  box.textContent = words;
  box.hidden = false;
  box.focus();
}

function notice(form) {
  return form.querySelector("[data-sending-lost]");
}

function send(form, boxes, pressed) {
  const part = (name) => form.querySelector(`[data-sending-${name}]`);
  const told = { all: part("shown"), lost: notice(form), bar: form.querySelector("progress"), part: part("part"), said: part("said") };
  const body = new FormData(form);
  body.set(form.dataset.sending, pressed?.name === form.dataset.sending ? pressed.value : "files");
  const choosing = [...form.querySelectorAll("input[type=file]")];
  const request = sending = new XMLHttpRequest();
  let waiting = 0;
  let stopped = false;
  let saidAt = Date.now();

  const moved = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => request.abort(), STALLED);
  };
  const over = () => {
    clearTimeout(waiting);
    sending = null;
    choosing.forEach((box) => { box.disabled = false; });
    told.all.hidden = true;
    told.said.textContent = "";
  };
  const end = (words) => {
    over();
    say(form, words);
  };

  choosing.forEach((box) => { box.disabled = true; }); // a file chosen now would not go
  told.lost.hidden = true;
  told.all.hidden = false;
  told.all.scrollIntoView({ block: "nearest" });
  told.bar.removeAttribute("value");
  told.part.textContent = "";
  told.said.textContent = told.said.dataset.begun;
  part("stop").onclick = () => { stopped = true; request.abort(); };

  request.upload.onprogress = ({ loaded, total }) => {
    moved();
    const percent = Math.floor(100 * loaded / total);
    told.bar.value = percent;
    told.part.textContent = filled(told.part.dataset.words, { sent: megabytes(loaded), all: megabytes(total) });
    if (percent < 100 && Date.now() - saidAt > SAY_EVERY) {
      saidAt = Date.now();
      told.said.textContent = filled(told.said.dataset.percent, { percent });
    }
  };
  request.upload.onload = () => {
    moved();
    told.bar.removeAttribute("value");
    told.part.textContent = told.said.textContent = told.said.dataset.arrived;
  };
  request.onerror = request.onabort = () => end(stopped ? told.lost.dataset.stopped : told.lost.dataset.lost);
  request.onload = () => {
    if (request.status >= 500) return end(told.lost.dataset.failed);
    over();
    const isHere = new URL(request.responseURL).pathname === window.location.pathname;
    const isAnswered = request.status === 200 || request.status === 422;
    if (isAnswered && !isHere) window.location.assign(request.responseURL);
    else if (isAnswered && (request.status === 422 || pressed?.name === form.dataset.sending)) show(request.response);
    else {
      // What went wrong here is said better by the page that comes when all is sent at once.
      if (isAnswered) boxes.forEach((box) => { box.value = ""; });
      else delete form.dataset.sending;
      form.requestSubmit(pressed);
    }
  };
  request.responseType = "document";
  request.open("POST", window.location.href);
  request.send(body);
  moved();
}

// The same page with the files that were kept, and what is wrong with the others.
async function show(page) {
  const main = page.querySelector("main");
  for (const typed of document.querySelectorAll("main textarea")) { // on, while the files were on their way
    const again = main.querySelector(`textarea[name="${typed.name}"]`);
    if (again) again.value = typed.value;
  }
  const { initAll } = await import(document.querySelector("script[data-nhsuk]").dataset.nhsuk);
  document.title = page.title;
  document.querySelector("main").replaceWith(main);
  initAll({ scope: main });
  if (main.querySelector(".nhsuk-error-summary")) return;
  const files = main.querySelector("#files");
  files.tabIndex = -1;
  files.focus();
}

function filled(words, values) {
  return words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

function megabytes(size) {
  return `${(size / 1e6).toFixed(1)}MB`;
}
