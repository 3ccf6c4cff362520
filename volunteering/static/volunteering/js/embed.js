// On the other site: gives each of our frames the height its list asks for. A plain script, because browsers load a
// module from another host only when that host allows it by a header.
(() => {
  const MOST = 20000;
  window.addEventListener("message", (event) => {
    const height = Number(event.data?.engagementHeight);
    if (!(height > 0)) return;
    for (const frame of document.querySelectorAll("iframe[data-engagement]")) {
      const isSender = frame.contentWindow === event.source && new URL(frame.src).origin === event.origin;
      if (isSender) frame.height = String(Math.min(Math.ceil(height), MOST));
    }
  });
})();
