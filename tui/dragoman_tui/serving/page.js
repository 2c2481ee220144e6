// What the page does beside the terminal: keys work at once, and a page that was cut off says so and comes back.
"use strict";
(() => {
  const PAUSE = 1000; // milliseconds between two tries
  const LOOK = 5000; // between two looks whether the server is there
  const LEFT = 4000, FAILED = 4001, TAKEN = 4002, ENDED = 4003, FULL = 4004; // as in pages.py
  const WORDS = {
    [LEFT]: "You have left. What was said is kept.",
    [FAILED]: "The app could not be started.",
    [TAKEN]: "This session is open in another tab.",
    [ENDED]: "The app has ended unexpectedly. What was answered is kept.",
    [FULL]: "Too many pages are open. Close one, then go on here.",
  };
  const part = (id) => document.getElementById(id);
  let why = "";
  let isOpen = false;
  let isOver = false;

  const say = (words, leads) => {
    document.body.classList.add("-dim");
    part("what").textContent = words;
    part("why").textContent = why;
    part("ways").hidden = !leads;
    part("over").hidden = false;
    if (leads) part("on").focus();
  };

  const unsay = () => {
    document.body.classList.remove("-dim");
    part("over").hidden = true;
  };

  const download = (key) => {
    const link = document.createElement("a");
    link.href = `${window.location.pathname}/file/${encodeURIComponent(key)}`;
    link.download = ""; // named by the server; the page stays
    link.click();
  };

  const isThere = async () => {
    try {
      return (await fetch("/alive", { cache: "no-store", signal: AbortSignal.timeout(4000) })).status;
    } catch {
      return 0;
    }
  };

  const comeBack = async () => {
    say("connection lost, trying again", false);
    for (;;) {
      await new Promise((done) => setTimeout(done, PAUSE));
      const status = await isThere();
      if (status === 204) return window.location.reload();
      if (status === 403) return say("The server was started anew: open the address that it has printed. Sessions can be resumed there.", false);
    }
  };

  const over = (event) => {
    isOver = true;
    if (event.code in WORDS) say(WORDS[event.code], true);
    else comeBack();
  };

  // The terminal's own script keeps its websocket to itself.
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...given) {
      super(...given);
      this.addEventListener("open", () => { isOpen = true; setTimeout(focus, 0); }); // not before: it says over this that it has the focus
      this.addEventListener("close", over);
      this.addEventListener("message", (event) => {
        if (typeof event.data !== "string") return;
        const [kind, what] = JSON.parse(event.data);
        if (kind === "problem") why = what;
        if (kind === "file") download(what);
      });
    }
  };

  const focus = () => {
    const line = document.querySelector(".xterm-helper-textarea");
    if (line && !isOver) line.focus();
  };

  window.addEventListener("load", () => {
    part("on").addEventListener("click", (event) => {
      event.preventDefault();
      window.location.reload();
    });
  });
  window.addEventListener("focus", () => isOpen && focus());

  // A connection that hangs is not closed for minutes: look whether the server is there.
  let isHanging = false;
  setInterval(async () => {
    if (isOver || document.hidden) return;
    const there = (await isThere()) === 204;
    if (isOver || there !== isHanging) return;
    isHanging = !there;
    if (isHanging) say("connection lost, trying again", false);
    else unsay(), focus();
  }, LOOK);
})();
