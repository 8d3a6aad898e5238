/** The one polite region that says what changed, at most one sentence in ten seconds. */

import { html, useEffect, useRef, useState } from "../ui.js";

const PAUSE_MS = 10_000;

/** @param {{ text: string }} props the newest sentence; what comes sooner waits, and only the last is said */
export function Announcer({ text }) {
  const [said, setSaid] = useState("");
  const next = useRef(0);
  useEffect(() => {
    const now = Date.now();
    const timer = setTimeout(
      () => {
        next.current = Date.now() + PAUSE_MS;
        setSaid(text);
      },
      Math.max(0, next.current - now),
    );
    return () => clearTimeout(timer);
  }, [text]);
  return html`<p class="visually-hidden" role="status">${said}</p>`;
}
