/* Where drafts.js, which comes after it, keeps what is typed: by name in memory, and sealed in sessionStorage for the
   next page in this tab. There a draft has a random place, which tells neither page nor field, and is bound to it. The
   page brings the key; it is taken off the page, and what a script fetches has none. Without a key, as on a plain line,
   nothing outlives the page. docs/decisions/0021-drafts-are-sealed.md says why. */
(() => {
  const PREFIX = "draft:";
  const SENT = "drafts-sent"; // with a form that is not answered yet
  const NONCE_BYTES = 12;
  const mark = document.querySelector("meta[name=draft-owner]");
  const owner = mark?.content ?? "";
  const drafts = new Map(); // by name
  const places = new Map(); // by name too: what it is called in sessionStorage, as long as the page lives
  const waiting = []; // for the drafts of the last page to be opened
  let isOpen = false;

  const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const textOf = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const bound = (nonce, place) => ({ name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(place) });

  const imported = async () => {
    const told = mark?.dataset.key;
    mark?.removeAttribute("data-key");
    return told && crypto.subtle?.importKey("raw", bytesOf(told), "AES-GCM", false, ["encrypt", "decrypt"]);
  };
  const key = imported().catch(() => undefined);

  const sealed = async (draft, place) => {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
    const content = new TextEncoder().encode(JSON.stringify(draft));
    return textOf([...nonce, ...new Uint8Array(await crypto.subtle.encrypt(bound(nonce, place), await key, content))]);
  };
  const opened = async (place) => {
    const bytes = bytesOf(sessionStorage.getItem(place));
    const nonce = bytes.slice(0, NONCE_BYTES);
    const content = await crypto.subtle.decrypt(bound(nonce, place), await key, bytes.slice(NONCE_BYTES));
    return JSON.parse(new TextDecoder().decode(content));
  };

  const placeOf = (name) => {
    if (!places.has(name)) {
      const random = crypto.getRandomValues(new Uint32Array(4)).join("-");
      places.set(name, `${PREFIX}${owner}|${random}`);
    }
    return places.get(name);
  };

  // By the time it is sealed it may be typed on, or gone.
  const set = async (name, draft) => {
    drafts.set(name, draft);
    if (!(await key)) return;
    const content = await sealed({ name, draft }, placeOf(name));
    if (drafts.get(name) === draft) sessionStorage.setItem(placeOf(name), content);
  };

  const remove = (name) => {
    drafts.delete(name);
    sessionStorage.removeItem(placeOf(name));
  };

  const removePlaces = (isUnwanted) => {
    const kept = Object.keys(sessionStorage).filter((place) => place.startsWith(PREFIX));
    kept.filter(isUnwanted).forEach((place) => sessionStorage.removeItem(place));
  };
  const isOf = (whose) => (place) => place.startsWith(`${PREFIX}${whose}|`);

  // A form is answered by a redirect (api/forms/replies.py). After anything else, as an error of the browser, what was
  // sent with it is still there; so it is where the form comes back, or where its person has to come in first.
  const isNotTaken = mark?.dataset.notTaken !== undefined;
  const send = (names, { isAnswered = false } = {}) =>
    sessionStorage.setItem(SENT, JSON.stringify({ from: location.href, places: names.map(placeOf), isAnswered }));
  const dropSent = () => {
    const { from, places, isAnswered } = JSON.parse(sessionStorage.getItem(SENT) ?? "{}");
    sessionStorage.removeItem(SENT);
    const { redirectCount } = performance.getEntriesByType("navigation")[0];
    const isAnswer = (isAnswered || redirectCount > 0) && document.referrer === from?.split("#")[0];
    if (isAnswer && mark && !isNotTaken) places.forEach((place) => sessionStorage.removeItem(place));
  };

  // What can't be opened was sealed by another key, or for another place: nobody can ever read it.
  const take = async (place) => {
    try {
      const { name, draft } = await opened(place);
      if (drafts.has(name)) throw new Error("typed on meanwhile");
      drafts.set(name, draft);
      places.set(name, place);
    } catch {
      sessionStorage.removeItem(place);
    }
  };
  const openAll = async () => {
    const own = Object.keys(sessionStorage).filter(isOf(owner));
    if (await key) await Promise.all(own.map(take));
    isOpen = true;
    waiting.splice(0).forEach((act) => act());
  };

  window.mbtq ??= {};
  window.mbtq.drafts = {
    get: (name) => drafts.get(name),
    names: () => [...drafts.keys()],
    set,
    remove,
    send,
    isNotTaken,
    placeOf,
    removeAll: () => {
      drafts.clear();
      removePlaces(() => true);
    },
    removeOthers: (...owners) => removePlaces((place) => !owners.some((whose) => isOf(whose)(place))),
    has: (whose) => Object.keys(sessionStorage).some(isOf(whose)),
    whenOpen: (act) => (isOpen ? act() : waiting.push(act)),
  };
  dropSent();
  openAll();
})();
