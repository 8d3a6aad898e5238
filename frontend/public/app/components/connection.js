/** What every page says while the server does not answer, and once it does again. */

import { formatSince } from "../lib/dates.js";
import { html, useEffect, useRef, useState } from "../ui.js";
import { Icon } from "./icon.js";

const SHOWN_AGAIN_MS = 4000;

/**
 * The region is always there, or what appears in it would not be read out; its words do not tick,
 * or they would be read out each second.
 *
 * @param {{ reconnecting: boolean, confirmedAt: number | null }} props `confirmedAt`: when the server
 *   last said how things stand, in ms
 */
export function Connection({ reconnecting, confirmedAt }) {
  const back = useBackAgain(reconnecting);
  const since = confirmedAt && ` What you see is as of ${formatSince(confirmedAt, Date.now())}.`;
  return html`
    <div class="connection" role="status">
      ${
        reconnecting
          ? html`<p class="connection__note connection__note--lost"><${Icon} name="redo" /> <span><strong>Reconnecting…</strong>${since}</span></p>`
          : back && html`<p class="connection__note"><${Icon} name="check" /> Connected again.</p>`
      }
    </div>
  `;
}

/**
 * Whether the server answers again since a moment ago.
 *
 * @param {boolean} reconnecting
 */
function useBackAgain(reconnecting) {
  const [back, setBack] = useState(false);
  const wasLost = useRef(false);
  useEffect(() => {
    const returned = wasLost.current && !reconnecting;
    wasLost.current = reconnecting;
    setBack(returned);
    if (!returned) return undefined;
    const timer = setTimeout(() => setBack(false), SHOWN_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [reconnecting]);
  return back;
}
