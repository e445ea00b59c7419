/* Sends files in parts of a form that says where (data-parts): after a lost connection, and after a reload, a file goes on
   where it was. Calls `show` with the share that is here, and `wait` while it waits. Rejects with the name of a failure.
   A file that can't be taken keeps no other away: it is told with the others, as "left" with "why". */
(() => {
  const LOST_SECONDS = 120; // so long, it goes on by itself
  const WAITS = [1, 2, 4, 8, 15];
  const FOR_NOW = new Set([0, 400, 408, 409, 429, 502, 503, 504]); // 400: a part that came otherwise than it was sent
  const TRIES_OF_A_BAD_PART = 3;
  const FIRST_BYTES = 16; // they tell what kind of file it is
  const hex = (buffer) => [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const hashOf = async (part) => crypto.subtle.digest("SHA-256", await part.arrayBuffer());
  const base64 = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)));

  const ask = (method, path, body, headers, onSent) =>
    new Promise((answered) => {
      const request = new XMLHttpRequest();
      const end = () => {
        const told = request.responseType === "json" ? request.response : null;
        answered({ status: request.status, told, after: Number(request.getResponseHeader("Retry-After")) });
      };
      request.open(method, path);
      request.responseType = "json";
      Object.entries({ Accept: "application/json", ...headers }).forEach((each) => request.setRequestHeader(...each));
      if (onSent) request.upload.onprogress = ({ loaded }) => onSent(loaded);
      request.onloadend = end;
      request.send(body);
    });

  const pause = (seconds) =>
    new Promise((done) => {
      const timer = setTimeout(done, seconds * 1000);
      window.addEventListener("online", () => (clearTimeout(timer), done()), { once: true });
    });

  // Asks again while it is only for now that there is no good answer.
  const persist = async (wait, ...request) => {
    for (let tries = 0, since = Date.now(); ; tries++) {
      const { status, told, after } = await ask(...request);
      if (status === 200) {
        if (tries) wait("");
        return told;
      }
      const isBad = status === 400 && (request[0] !== "PUT" || tries === TRIES_OF_A_BAD_PART);
      if (!FOR_NOW.has(status) || isBad) throw Object.assign(new Error("failed"), { status, told });
      if (Date.now() - since > LOST_SECONDS * 1000) throw new Error("lost");
      wait(status === 429 ? "" : "waiting");
      await pause(after || WAITS[Math.min(tries, WAITS.length - 1)]);
    }
  };

  const sendFile = async (file, at, bytes, more, told) => {
    const head = hex(await hashOf(file.slice(0, bytes)));
    const first = hex(await file.slice(0, FIRST_BYTES).arrayBuffer());
    const json = JSON.stringify({ ...more, name: file.name, size: file.size, head, first });
    const begun = await persist(told.wait, "POST", at, json, { "Content-Type": "application/json" });
    if (begun.is_whole) return begun.id;
    if (begun.received) told.wait("resumed");
    for (let number = begun.received; number * bytes < file.size; ) {
      told.sent(number * bytes);
      const part = file.slice(number * bytes, (number + 1) * bytes);
      const headers = { "Content-Digest": `sha-256=:${base64(await hashOf(part))}:` };
      const onSent = (loaded) => told.sent(number * bytes + loaded);
      number = (await persist(told.wait, "PUT", `${at}/${begun.id}/${number}`, part, headers, onSent)).received;
    }
    return begun.id;
  };

  // The code of what is wrong with this file alone; anything else is thrown on.
  const whyNot = (failure) => {
    if (failure instanceof DOMException) return "document.unreadable"; // moved, changed or removed on the device
    const code = failure.status === 400 && failure.told?.errors?.[0]?.code;
    if (!code) throw failure;
    return code;
  };

  window.mbtq ??= {};
  window.mbtq.sendInParts = async (form, { parts, partBytes }, { show, wait }) => {
    const input = form.querySelector("input[type=file]");
    const files = [...input.files];
    const all = files.reduce((sum, file) => sum + file.size, 0);
    const body = new FormData(form);
    body.delete(input.name);
    const more = body.get("access") ? { access: body.get("access") } : {}; // for a customer who trusts the sender
    let before = 0;
    for (const file of files) {
      const sent = (bytes) => show((before + Math.min(bytes, file.size)) / all);
      try {
        body.append("upload", await sendFile(file, parts, Number(partBytes), more, { sent, wait }));
      } catch (failure) {
        body.append("why", whyNot(failure));
        body.append("left", file.name);
      }
      before += file.size;
    }
    show(1);
    return persist(wait, "POST", `${form.action}/parts`, body, {});
  };
})();
