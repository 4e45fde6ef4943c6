/** Runs in the browser: shows what became of deliveries without a reload. */
export const watchScript = `
const log = document.getElementById("log");
let before = "";
async function watch() {
  try {
    const response = await fetch("/customer/log?to=" + encodeURIComponent(log.dataset.to));
    const text = await response.text();
    if (response.ok && text !== before) log.innerHTML = before = text;
  } catch {}
  setTimeout(watch, document.hidden ? 5000 : 700);
}
watch();
`;
