/* What a person types or chooses is a use, though it may be sent much later: the page hears of it now and then. */
(() => {
  let toldAt = -Infinity;
  const onInput = ({ isTrusted }) => {
    const box = document.querySelector("[data-told-every]");
    const isTold = performance.now() - toldAt < Number(box?.dataset.toldEvery) * 1000;
    if (!isTrusted || !box || isTold || !window.did_handshake) return; // what a script fills in is no use
    toldAt = performance.now();
    box.dispatchEvent(new Event("inuse"));
  };
  document.addEventListener("input", onInput, { capture: true });
})();
