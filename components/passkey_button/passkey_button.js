/* Asks the device for a passkey, puts its answer into the form and posts it. One question at a time. */
(() => {
  const REFRESHED_AFTER_MS = 4 * 60 * 1000; // the house forgets its question after five minutes
  const FAILURES = {
    NotAllowedError: "cancelled",
    TimeoutError: "cancelled",
    SecurityError: "wrong_place",
    InvalidStateError: "has_one",
    NotSupportedError: "not_possible",
    ConstraintError: "not_possible",
  };
  const STATUSES = { 401: "ended", 403: "ended", 429: "too_often" };
  let asking = new AbortController();

  // Older browsers can neither read a question in JSON nor write an answer.
  const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
  const opened = (question) => {
    question.challenge = bytes(question.challenge);
    if (question.user) question.user.id = bytes(question.user.id);
    for (const each of [...(question.excludeCredentials ?? []), ...(question.allowCredentials ?? [])]) each.id = bytes(each.id);
    return question;
  };
  const written = ({ id, rawId, type, response }) => {
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const told = parts.filter((part) => response[part]).map((part) => [part, text(response[part])]);
    const transports = response.getTransports?.();
    return JSON.stringify({ id, rawId: text(rawId), type, response: { ...Object.fromEntries(told), transports } });
  };

  const ask = async (button, how = {}) => {
    asking.abort();
    const mine = (asking = new AbortController());
    const reply = await fetch(button.dataset.question, { method: "POST", signal: mine.signal }).catch((problem) => {
      throw mine.signal.aborted ? problem : new DOMException("", "offline");
    });
    if (!reply.ok) throw new DOMException("", STATUSES[reply.status] ?? "failed");
    const publicKey = opened(await reply.json());
    const credential = await navigator.credentials[button.dataset.passkey]({ ...how, publicKey, signal: mine.signal });
    document.getElementById(button.dataset.answer).value = written(credential);
    button.form.requestSubmit();
  };

  const tell = (button, failure) => {
    const line = document.getElementById(button.dataset.told).querySelector(".error");
    line.hidden = !failure;
    if (!failure) return;
    const words = JSON.parse(button.dataset.failures);
    line.lastElementChild.textContent = words[FAILURES[failure] ?? failure] ?? words.failed;
  };

  const press = async (button) => {
    if (button.hasAttribute("aria-disabled")) return;
    const label = button.querySelector("span");
    const idle = label.textContent;
    tell(button, "");
    if (!window.PublicKeyCredential) return tell(button, "unsupported");
    button.setAttribute("aria-disabled", "true");
    label.textContent = button.dataset.waiting;
    try {
      await ask(button);
    } catch ({ name }) {
      tell(button, name);
      offer(button);
    } finally {
      button.removeAttribute("aria-disabled");
      label.textContent = idle;
    }
  };

  // The browser lists passkeys where the address is typed. Nothing is said if it can't, or if nobody takes one.
  const offer = async (button) => {
    if (button.dataset.offered === undefined) return;
    if (!(await window.PublicKeyCredential?.isConditionalMediationAvailable?.())) return;
    while (button.isConnected && !button.hasAttribute("aria-disabled")) {
      let isOld = false;
      const timer = setTimeout(() => ((isOld = true), asking.abort()), REFRESHED_AFTER_MS);
      await ask(button, { mediation: "conditional" }).catch(() => {});
      clearTimeout(timer);
      if (!isOld) return;
    }
  };

  document.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-passkey]");
    if (button) press(button);
  });
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) node.querySelectorAll("[data-offered]").forEach(offer);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
