/* Sends a form with files and says how far it is. If the connection breaks, the page stays with all that was chosen. */
(() => {
  const STATUSES = { 413: "too_large", 429: "too_often", 503: "lost" };
  const READ_OUT_PERCENT = 25;
  const sending = new Set();

  const wordsOf = (box, code) => JSON.parse(box.dataset.words)[code];

  const tell = (box, words) => {
    const line = box.querySelector(".error");
    line.hidden = !words;
    if (words) line.lastElementChild.textContent = words;
  };

  const say = (place, words) => {
    if (place.textContent !== words) place.textContent = words;
  };

  const show = (box, share) => {
    const going = box.querySelector("[data-going]");
    going.hidden = share === null;
    if (share === null) return say(box.querySelector("[data-note]"), "");
    const percent = Math.floor(share * 100);
    going.querySelector("progress").value = percent;
    const at = (number) => (percent < 100 ? `${number}%` : wordsOf(box, "sent"));
    say(going.querySelector("[data-seen]"), at(percent));
    say(going.querySelector("[role=status]"), at(percent - (percent % READ_OUT_PERCENT)));
  };

  const failed = (box, form, words) => {
    sending.delete(form);
    show(box, null);
    window.mbtq.formIsReadyAgain(form);
    tell(box, words);
  };

  const arrived = (form, to) => {
    sending.delete(form);
    window.mbtq.sendDraftsIn(form, { isAnswered: true });
    location.assign(to);
  };

  const sendWhole = (box, form) => {
    const request = new XMLHttpRequest();
    request.open("POST", form.action);
    request.setRequestHeader("Accept", "application/json");
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => show(box, total ? loaded / total : 0);
    request.onerror = request.onabort = request.ontimeout = () => failed(box, form, wordsOf(box, "lost"));
    request.onload = () => {
      const to = request.status === 200 && request.response?.to;
      if (to) return arrived(form, to);
      failed(box, form, wordsOf(box, STATUSES[request.status] ?? "failed"));
    };
    request.send(new FormData(form));
  };

  const sendInParts = async (box, form) => {
    const note = (code) => say(box.querySelector("[data-note]"), code ? wordsOf(box, code) : "");
    const told = { wait: note, show: (share) => show(box, share) };
    try {
      arrived(form, (await window.mbtq.sendInParts(form, box.dataset, told)).to);
    } catch (failure) {
      const mistake = failure.status === 400 && failure.told?.errors?.[0]?.detail;
      failed(box, form, mistake || wordsOf(box, failure.message === "lost" ? "lost_in_parts" : "failed"));
    }
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    const box = form.querySelector("[data-upload]");
    if (!box || event.defaultPrevented) return; // form.js has refused it: it is on its way, or there is no network
    event.preventDefault();
    sending.add(form);
    tell(box, "");
    show(box, 0);
    const hasFiles = form.querySelector("input[type=file]").files.length > 0;
    const canHash = window.crypto.subtle !== undefined; // only over https, and on this machine
    if (box.dataset.parts && canHash && hasFiles) sendInParts(box, form);
    else sendWhole(box, form);
  });

  // Leaving the page would break it off: the browser asks first.
  window.addEventListener("beforeunload", (event) => sending.size && event.preventDefault());
})();
