/** A notification of the desktop when the request ends, from its page for as long as that is open. */

import { Button } from "../../components/button.js";
import { isUnfinished, statusWord } from "../../lib/statuses.js";
import { html, useEffect, useRef, useState } from "../../ui.js";

/** @import { JobRequest } from "../../api/types" */

/** Why nobody is notified, by what the browser says of its permission. */
const REFUSALS = {
  granted: "",
  default: "Your browser has not allowed it yet; it may ask beside the address.",
  denied: "Your browser does not allow this page to notify you.",
};

/** @param {{ request: JobRequest }} props nothing where the browser has no notifications */
export function TellMe({ request }) {
  const { number, display_status: status, summary } = request;
  const unfinished = isUnfinished(status);
  const [wanted, setWanted] = useState(false);
  const [refusal, setRefusal] = useState("");
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
    if (wanted) return setWanted(false);
    // A browser may leave its question open and answer never: what is said until then must be true.
    setRefusal(REFUSALS[Notification.permission]);
    const answer = await Notification.requestPermission();
    setRefusal(REFUSALS[answer]);
    setWanted(answer === "granted");
  };
  return html`
    <span class="tell-me">
      <${Button} kind="quiet" small icon="mail" aria-pressed=${wanted ? "true" : "false"} onClick=${handleClick}>
        ${wanted ? "This tab notifies you when it ends" : "Notify me from this tab when it ends"}
      <//>
      <span class="muted small" role="status">${refusal}</span>
    </span>
  `;
}
