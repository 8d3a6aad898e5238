/** Keeps a fault in drawing a page from emptying the whole window. */

import { Component, html } from "../ui.js";
import { Button } from "./button.js";
import { Callout } from "./callout.js";

/** @import { Child } from "../ui" */

/** Props: `resetKey` (another one tries again) and `children`. */
export class ErrorBoundary extends Component {
  state = { error: /** @type {Error | null} */ (null), resetKey: "" };

  /** @param {Error} error */
  static getDerivedStateFromError(error) {
    return { error };
  }

  /**
   * @param {{ resetKey: string }} props
   * @param {{ resetKey: string }} state
   */
  static getDerivedStateFromProps({ resetKey }, state) {
    return resetKey === state.resetKey ? null : { error: null, resetKey };
  }

  /** @param {Error} error */
  componentDidCatch(error) {
    // Nobody else hears of it; the console is where a report to the operators starts.
    reportError(error);
  }

  render() {
    const props = /** @type {{ children?: Child }} */ (this.props);
    return this.state.error ? html`<${PageFault} />` : props.children;
  }
}

/** @param {{ loading?: boolean }} props `loading`: the page's own files did not come */
export function PageFault({ loading = false }) {
  const reload = html`<${Button} onClick=${() => window.location.reload()}>Reload<//>`;
  return html`
    <${Callout} tone="failed" title=${loading ? "This page did not load" : "This page stopped working"} actions=${reload}>
      <p>
        ${
          loading
            ? "Its files did not come, because the network or the server is down or was renewed meanwhile."
            : "A fault in the page itself stopped it. What the server holds is not affected."
        }
      </p>
    <//>
  `;
}
