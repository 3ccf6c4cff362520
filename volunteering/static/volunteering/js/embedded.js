// Inside the frame: tells the page around it how tall the list is. Nothing in it is secret, so any page may listen.
const tell = () => window.parent.postMessage({ engagementHeight: document.documentElement.offsetHeight }, "*");

if (window.parent !== window) {
  new ResizeObserver(tell).observe(document.documentElement);
  tell();
}
