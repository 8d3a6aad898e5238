/** A notification of the desktop when the request ends, for who asks for it on its page. */

import { Button } from "../../components/button.js";
import { isUnfinished, statusWord } from "../../lib/statuses.js";
import { html, useEffect, useRef, useState } from "../../ui.js";

/** @import { JobRequest } from "../../api/types" */

/** @param {{ request: JobRequest }} props nothing where the browser has no notifications */
export function TellMe({ request }) {
  const { number, display_status: status, summary } = request;
  const unfinished = isUnfinished(status);
  const [wanted, setWanted] = useState(false);
  const [refused, setRefused] = useState(false);
  const wasUnfinished = useRef(unfinished);

  useEffect(() => {
    if (wanted && wasUnfinished.current && !unfinished) {
      new Notification(`Request ${number}: ${statusWord(status).toLowerCase()}`, {
        body: summary,
        icon: "/images/favicon.svg",
        tag: `request-${number}`,
      });
      setWanted(false);
    }
    wasUnfinished.current = unfinished;
  }, [unfinished, wanted]);

  if (!unfinished || typeof Notification === "undefined") return null;
  const handleClick = async () => {
    const answer = wanted ? "granted" : await Notification.requestPermission();
    setRefused(answer !== "granted");
    setWanted(!wanted && answer === "granted");
  };
  return html`
    <span class="tell-me">
      <${Button} kind="quiet" small icon="mail" aria-pressed=${wanted ? "true" : "false"} onClick=${handleClick}>
        ${wanted ? "You are told here when it ends" : "Tell me here when it ends"}
      <//>
      ${refused && html`<span class="muted small" role="status">This browser does not let the page notify you.</span>`}
    </span>
  `;
}
