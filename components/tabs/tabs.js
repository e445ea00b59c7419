/* Makes tabs of sections, after the WAI-ARIA pattern. A part is shown as soon as its tab has the focus. */
(() => {
  const choose = (tabs, chosen) => {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", tab === chosen);
      tab.tabIndex = tab === chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).classList.toggle("left-out", tab !== chosen);
    }
  };

  const TARGETS = {
    ArrowRight: (place, count) => (place + 1) % count,
    ArrowLeft: (place, count) => (place + count - 1) % count,
    Home: () => 0,
    End: (_, count) => count - 1,
  };

  const setUp = (box) => {
    const [list, ...parts] = box.children;
    const tabs = [...list.children];
    list.hidden = false;
    list.setAttribute("role", "tablist");
    box.dataset.tabs = "ready";
    tabs.forEach((tab, place) => {
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", parts[place].id);
      parts[place].setAttribute("role", "tabpanel");
      parts[place].tabIndex = 0;
      tab.addEventListener("click", () => choose(tabs, tab));
    });
    list.addEventListener("keydown", (event) => {
      const target = TARGETS[event.key]?.(tabs.indexOf(document.activeElement), tabs.length);
      if (target === undefined) return;
      event.preventDefault();
      choose(tabs, tabs[target]);
      tabs[target].focus();
    });
    choose(tabs, tabs[0]);
  };

  new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node.nodeType !== Node.ELEMENT_NODE) continue;
      for (const box of [node, ...node.querySelectorAll("[data-tabs]")]) {
        if (box.dataset.tabs === "" && box.children.length > 1) setUp(box);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
