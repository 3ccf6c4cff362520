// Passkeys: a form with data-passkey asks the browser to "create" one or to "get" one, then sends what it gave.
// Without this script, or in a browser without passkeys, the form stays hidden and its neighbour says what to do.

const PublicKey = window.PublicKeyCredential;
const isNative =
  PublicKey && "parseCreationOptionsFromJSON" in PublicKey && "parseRequestOptionsFromJSON" in PublicKey && "toJSON" in PublicKey.prototype;
// The names of the errors of browsers → the sentence of the form.
const SENTENCES = { NotAllowedError: "refused", AbortError: "refused", InvalidStateError: "known", TooManyTries: "wait" };

async function optionsOf(form) {
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (answer.redirected) {
    window.location.assign(answer.url); // signed out meanwhile, or too long ago
    return null;
  }
  if (answer.ok) return answer.json();
  const error = new Error(`${form.action} answers ${answer.status}`);
  error.name = answer.status === 429 ? "TooManyTries" : "Unanswered";
  throw error;
}

async function credentialOf(form, { publicKey }) {
  const { passkey: verb, fallback } = form.dataset;
  if (!isNative) {
    await import(fallback);
    return window.webauthnJSON[verb]({ publicKey });
  }
  const parse = verb === "create" ? "parseCreationOptionsFromJSON" : "parseRequestOptionsFromJSON";
  const credential = await navigator.credentials[verb]({ publicKey: PublicKey[parse](publicKey) });
  return credential.toJSON();
}

async function send(form) {
  const options = await optionsOf(form);
  if (!options) return;
  form.elements.credential.value = JSON.stringify(await credentialOf(form, options));
  form.submit();
}

function show(form) {
  const said = form.querySelector("[role=status]");
  const button = form.querySelector("button[type=submit]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    said.textContent = "";
    button.disabled = true;
    try {
      await send(form);
    } catch (error) {
      said.textContent = form.dataset[SENTENCES[error.name] ?? "failed"];
    }
    button.disabled = false;
    if (said.textContent) button.focus();
  });
  form.hidden = false;
}

if (PublicKey && navigator.credentials) {
  for (const form of document.querySelectorAll("form[data-passkey]")) show(form);
  for (const without of document.querySelectorAll("[data-without-passkeys]")) without.hidden = true;
}
