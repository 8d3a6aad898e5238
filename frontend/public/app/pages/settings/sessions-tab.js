/** Where the reader is signed in, and signing out there. */

import { endAllSessions, endOtherSessions, endSession, listSessions } from "../../api/session.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { plural } from "../../lib/text.js";
import { nameOfBrowser } from "../../lib/user-agents.js";
import { useAction } from "../../state/action.js";
import { useResource } from "../../state/resource.js";
import { sessionResource } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";

/** @import { BrowserSession } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @typedef {{ title: string, confirm: string, text: string, act: () => Promise<unknown>, done: string }} Ending */

export function SessionsTab() {
  const { data, error, refresh } = useResource(listSessions, [], { live: ["record:user"] });
  const [ending, setEnding] = useState(/** @type {Ending | null} */ (null));
  const sessions = data.value?.results;
  if (!sessions) {
    return error.value
      ? html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`
      : html`<${Loading} />`;
  }
  const others = sessions.filter(({ is_current: current }) => !current).length;
  const handleDone = () => {
    setEnding(null);
    refresh();
    sessionResource.refresh();
  };
  const footer = html`
    <div class="form__actions">
      ${others > 0 && html`<${Button} changes small onClick=${() => setEnding(endingOfOthers(others))}>Sign out elsewhere…<//>`}
      <${Button} changes small kind="danger" onClick=${() => setEnding(ENDING_OF_ALL)}>Sign out everywhere…<//>
    </div>
  `;
  return html`
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    <${Sheet} title="Where you are signed in" count=${sessions.length} footer=${footer}>
      <${DataTable} caption="Where you are signed in" columns=${columns(setEnding)} rows=${sessions}
        rowKey=${(/** @type {BrowserSession} */ each) => each.id} />
    <//>
    ${others === 0 && html`<p class="muted">You are signed in here alone.</p>`}
    ${ending && html`<${EndDialog} ending=${ending} onDone=${handleDone} onClose=${() => setEnding(null)} />`}
  `;
}

/**
 * @param {(ending: Ending) => void} onEnd
 * @returns {Column<BrowserSession>[]}
 */
function columns(onEnd) {
  return [
    {
      key: "browser",
      label: "Browser",
      head: true,
      render: ({ user_agent: agent }) => html`<span title=${agent}>${nameOfBrowser(agent)}</span>`,
    },
    {
      key: "used",
      label: "Last used",
      render: ({ is_current: current, last_used_at: at }) =>
        current
          ? html`<strong>this browser, now</strong>`
          : html`<${Time} value=${at} style="ago" />`,
    },
    { key: "address", label: "From", render: ({ address }) => html`<code>${address}</code>` },
    {
      key: "since",
      label: "Signed in",
      render: ({ created_at: at }) => html`<${Time} value=${at} />`,
    },
    { key: "until", label: "Ends", render: ({ expires_at: at }) => html`<${Time} value=${at} />` },
    {
      key: "end",
      label: "End",
      hideLabel: true,
      end: true,
      render: (each) =>
        each.is_current
          ? null
          : html`<${Button} changes small aria-label="Sign out of ${nameOfBrowser(each.user_agent)}…"
              onClick=${() => onEnd(endingOf(each))}>Sign out…<//>`,
    },
  ];
}

/**
 * @param {BrowserSession} session
 * @returns {Ending}
 */
function endingOf({ id, user_agent: agent, address }) {
  const name = nameOfBrowser(agent);
  return {
    title: "Sign out of 1 browser?",
    confirm: `Sign out of ${name}`,
    text: `${name} at ${address} is signed out at once. What was typed there and not saved is lost.`,
    act: () => endSession(id),
    done: `${name} is signed out.`,
  };
}

/**
 * @param {number} count
 * @returns {Ending}
 */
function endingOfOthers(count) {
  const browsers = plural(count, "browser");
  return {
    title: `Sign out of ${browsers}?`,
    confirm: `Sign out of ${browsers}`,
    text: "Every browser but this one is signed out at once. Tokens of scripts go on.",
    act: endOtherSessions,
    done: `${browsers} signed out.`,
  };
}

/** @type {Ending} */
const ENDING_OF_ALL = {
  title: "Sign out everywhere?",
  confirm: "Sign out everywhere",
  text: "Every browser is signed out at once, this one too. Tokens of scripts go on.",
  act: endAllSessions,
  done: "You are signed out everywhere.",
};

/** @param {{ ending: Ending, onDone: () => void, onClose: () => void }} props */
function EndDialog({ ending, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    if (!(await run(ending.act))) return;
    showToast(ending.done);
    onDone();
  };
  return html`
    <${ConfirmDialog} title=${ending.title} confirm=${ending.confirm} keep="Stay signed in" busy=${busy && "Signing out…"}
      onConfirm=${handleConfirm} onClose=${onClose}>
      <p>${ending.text}</p>
      ${error && html`<div role="alert"><${ErrorBox} error=${error} level=${3} /></div>`}
    <//>
  `;
}
