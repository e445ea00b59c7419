/* Follows the socket of the page. A hiccup of under two seconds is not worth a word. A server that was started anew does not
   know the page, which is then loaded again: the next one says that the connection is back, and opens what was open. */
(() => {
  const PATIENCE_MS = 2000;
  const NEW_COOKIE_MS = 1000; // the answer that brings it to this browser is still on its way
  const BACK = "connection-back"; // which lines were open
  const ASKED_FOR = "page-asked-for"; // the path of a page that was closed, and that somebody loads again
  const KEPT_AROUND = ".skip, .top, .places"; // links alone, which need no page of the server
  const LOADS_ANEW_MS = 10_000;
  let backAt = -Infinity;
  let timer;
  let lost = false;
  let leaving = false;

  const say = (state) => {
    const notice = document.querySelector(".connection");
    if (!notice) return;
    const [words, close] = notice.children;
    notice.dataset.state = state;
    words.textContent = notice.dataset[state] ?? "";
    close.hidden = !["back", "fast", "arrived"].includes(state);
  };
  window.mbtq ??= {};
  window.mbtq.sayOfConnection = say;
  window.mbtq.isConnectionLost = () => (lost ||= navigator.onLine === false); // true says nothing of us
  window.mbtq.sayArrived = () => document.querySelector('.connection[data-state="fast"]') && say("arrived");

  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const showOnly = (title, ...shown) => {
    document.title = title;
    document.body.replaceChildren(...shown, document.getElementById("popup")); // NiceGUI's scripts look for theirs
  };

  // The way back must not show the page again, and words must stand there even if the next page can't be reached.
  window.mbtq.leave = ({ words, to, forgetsDrafts, forgetsUnder }) => {
    leaving = true;
    if (forgetsDrafts) window.mbtq.forgetDrafts();
    if (forgetsUnder) window.mbtq.forgetDraftsUnder(forgetsUnder);
    if (document.querySelector("form[data-posted]")) return;
    showOnly(words, make("p", { textContent: words, role: "status" }));
    if (to) location.replace(to);
    else setTimeout(() => location.reload(), NEW_COOKIE_MS);
  };

  // Nobody may be looking. The heading gets the focus, so that whoever is hears what became of the page.
  window.mbtq.giveUp = ({ title, words, again }) => {
    leaving = true;
    if (document.querySelector("form[data-posted]")) return;
    const heading = make("h1", { textContent: title, tabIndex: -1 });
    const button = make("button", { textContent: again, className: "button", onclick: loadAgain });
    const main = make("main", { id: document.querySelector("main")?.id ?? "", tabIndex: -1 }); // the skip link leads there
    const wide = make("div", { className: "wide" });
    wide.append(heading, make("p", { textContent: words }), button);
    main.append(wide);
    showOnly(title, ...copies(KEPT_AROUND), main);
    heading.focus();
  };

  // Without what the page's own scripts hang on to them.
  const copies = (which) => [...document.querySelectorAll(which)].map((one) => one.cloneNode(true));

  const loadAgain = () => {
    sessionStorage.setItem(ASKED_FOR, location.pathname);
    location.reload();
  };

  // Whoever pressed the button is read where they are, and not left before the first link.
  const beginAtTheHeading = () => {
    const path = sessionStorage.getItem(ASKED_FOR);
    sessionStorage.removeItem(ASKED_FOR);
    const heading = document.querySelector("main h1");
    if (path !== location.pathname || !heading || document.activeElement !== document.body) return;
    heading.tabIndex = -1;
    heading.focus();
  };

  const onLost = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (leaving) return;
      lost = true;
      say("lost");
    }, PATIENCE_MS);
  };

  const onBack = () => {
    clearTimeout(timer);
    if (lost) sayBack();
    lost = false;
  };

  const sayBack = () => {
    say("back");
    backAt = performance.now();
  };

  const keepForTheNext = () => {
    if (!lost && performance.now() - backAt > LOADS_ANEW_MS) return;
    sessionStorage.setItem(BACK, JSON.stringify({ path: location.pathname, lines: window.mbtq.openLines() }));
  };

  const sayForTheLast = () => {
    const { path, lines } = JSON.parse(sessionStorage.getItem(BACK) ?? "{}");
    sessionStorage.removeItem(BACK);
    if (path !== location.pathname) return;
    say("back");
    window.mbtq.openAgain(lines);
  };

  const follow = () => {
    if (!window.socket) return setTimeout(follow, 50);
    window.socket.on("connect", onBack);
    window.socket.on("disconnect", onLost);
    window.addEventListener("online", () => window.socket.connected && onBack()); // too short for the socket to notice
    sayForTheLast();
    beginAtTheHeading();
  };

  window.addEventListener("pagehide", () => {
    leaving = true;
    keepForTheNext();
  });
  window.addEventListener("pageshow", () => (leaving = false));
  document.addEventListener("click", (event) => {
    if (event.target.closest(".connection button")) say("");
  });
  follow();
})();
