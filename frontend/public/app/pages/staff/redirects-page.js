/** Old addresses that still lead somewhere, for staff. */

import { deleteRedirect, listRedirects } from "../../api/redirects.js";
import { Button } from "../../components/button.js";
import { ConfirmDialog } from "../../components/dialog.js";
import { ErrorBox } from "../../components/error-box.js";
import { Time } from "../../components/time.js";
import { useAction } from "../../state/action.js";
import { showToast } from "../../state/toasts.js";
import { html, useState } from "../../ui.js";
import { StaffList } from "./staff-list.js";

/** @import { Redirect } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */
/** @import { PageProps } from "../../router.js" */

const LIVE = ["record:redirect", "record:workspace", "record:project", "record:org"];
const KINDS = [
  { value: "org", label: "Organisation" },
  { value: "project", label: "Project" },
  { value: "workspace", label: "Workspace" },
];

/** @param {PageProps} props */
export default function StaffRedirectsPage({ query }) {
  const [deleting, setDeleting] = useState(/** @type {Redirect | null} */ (null));
  const [turn, setTurn] = useState(0);
  return html`
    <${StaffList} here="redirects" title="Redirects" query=${query} columns=${columns(setDeleting)} load=${listRedirects} live=${LIVE} turn=${turn}
      intro="Addresses that pages had before they were renamed or moved, newest first. Each leads on for a year."
      fields=${[
        { key: "search", label: "How the address begins" },
        { key: "kind", label: "Kind", options: KINDS },
      ]}
      rowKey=${(/** @type {Redirect} */ { id }) => id}
      empty=${{ title: "No redirects", text: "When a page gets another address, its old one stands here." }} />
    ${deleting && html`<${DeleteDialog} redirect=${deleting} onDone=${() => setTurn(turn + 1)} onClose=${() => setDeleting(null)} />`}
  `;
}

/**
 * @param {(redirect: Redirect) => void} onDelete
 * @returns {readonly Column<Redirect>[]}
 */
function columns(onDelete) {
  return [
    {
      key: "old",
      label: "Old address",
      head: true,
      render: ({ old_path: path }) => html`<span class="mono break-anywhere">${path}</span>`,
    },
    {
      key: "new",
      label: "Leads to",
      render: ({ leads_to: path }) =>
        html`<a class="mono break-anywhere" href=${path.replace(/\/$/, "")}>${path}</a>`,
    },
    {
      key: "kind",
      label: "Kind",
      render: ({ kind }) => KINDS.find(({ value }) => value === kind)?.label,
    },
    { key: "by", label: "Changed by", render: ({ created_by: person }) => person?.name ?? "–" },
    {
      key: "made",
      label: "Since",
      render: (row) =>
        html`<span class="muted nowrap"><${Time} value=${row.created_at} style="short" /></span>`,
    },
    {
      key: "ends",
      label: "Until",
      render: (row) =>
        html`<span class="muted nowrap"><${Time} value=${row.expires_at} style="short" /></span>`,
    },
    {
      key: "delete",
      label: "Delete",
      hideLabel: true,
      end: true,
      render: (row) =>
        html`<${Button} changes small aria-label="Delete ${row.old_path}…" onClick=${() => onDelete(row)}>Delete…<//>`,
    },
  ];
}

/** @param {{ redirect: Redirect, onDone: () => void, onClose: () => void }} props */
function DeleteDialog({ redirect: { id, old_path: path }, onDone, onClose }) {
  const { busy, error, run } = useAction();
  const handleConfirm = async () => {
    if (!(await run(() => deleteRedirect(id)))) return;
    showToast(`${path} leads nowhere now.`);
    onDone();
    onClose();
  };
  return html`
    <${ConfirmDialog} title="Delete 1 redirect?" confirm="Delete redirect" keep="Keep it" busy=${busy && "Deleting…"}
      onConfirm=${handleConfirm} onClose=${onClose}>
      <p>Links to <code class="break-anywhere">${path}</code> find nothing from then on, and another page may take the address.</p>
      ${error && html`<${ErrorBox} error=${error} level=${3} title="The redirect is not deleted" />`}
    <//>
  `;
}
