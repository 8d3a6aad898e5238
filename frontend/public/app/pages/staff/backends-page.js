/** Every backend, for those who manage them; new ones are made here. */

import { createBackend } from "../../api/backends.js";
import { createIdempotencyKeys } from "../../api/idempotency.js";
import { BackendStatus } from "../../components/backend-status.js";
import { Button } from "../../components/button.js";
import { DataTable } from "../../components/data-table.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Checkbox, TextField } from "../../components/form.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { Sheet } from "../../components/sheet.js";
import { Time } from "../../components/time.js";
import { paths } from "../../lib/paths.js";
import { errorsByField } from "../../lib/problems.js";
import { useAction } from "../../state/action.js";
import { backends } from "../../state/backends.js";
import { navigate } from "../../state/location.js";
import { useFollowed } from "../../state/resource.js";
import { user } from "../../state/session.js";
import { showToast } from "../../state/toasts.js";
import { html, useEffect, useMemo, useState } from "../../ui.js";
import { StaffFrame } from "./staff-frame.js";

/** @import { Backend } from "../../api/types" */
/** @import { Column } from "../../components/data-table.js" */

/** @type {readonly Column<Backend>[]} */
const COLUMNS = [
  {
    key: "name",
    label: "Backend",
    head: true,
    render: ({ slug, name, is_active: active }) => html`
      <a class="break-anywhere" href=${paths.staffBackend(slug)}>${name}</a>
      ${!active && html` <span class="tag">off</span>`}
      <span class="staff-second muted mono">${slug}</span>
    `,
  },
  {
    key: "state",
    label: "State",
    render: (backend) => html`<${BackendStatus} backend=${backend} />`,
  },
  {
    key: "seen",
    label: "Last contact",
    render: ({ last_seen_at: at }) =>
      html`<span class="muted nowrap">${at ? html`<${Time} value=${at} style="ago" />` : "never"}</span>`,
  },
  { key: "waiting", label: "Waiting jobs", end: true, render: (row) => row.waiting_jobs },
  { key: "running", label: "Running jobs", end: true, render: (row) => row.running_jobs },
];

export default function StaffBackendsPage() {
  return html`<${StaffFrame} here="backends"><${Backends} /><//>`;
}

function Backends() {
  const { data, error, refresh } = backends;
  useFollowed(backends, ["backends", "requests"]);
  const [making, setMaking] = useState(false);
  useEffect(() => {
    refresh();
  }, []);
  const known = data.value?.results;
  const mayManage = user.value?.permissions.includes("backend_manage");
  return html`
    <${PageHead} title="Backends" actions=${html`
      ${
        mayManage
          ? !making &&
            html`<${Button} changes kind="primary" icon="plus" onClick=${() => setMaking(true)}>New backend<//>`
          : html`<p class="page-head__why">Managing them needs the permission backend_manage.</p>`
      }
    `}>
      <p class="muted">Where jobs run, with the tokens of their runners and who may run there.</p>
    <//>
    ${making && html`<${NewBackend} onClose=${() => setMaking(false)} />`}
    ${error.value && html`<${ErrorBox} error=${error.value} onRetry=${refresh} />`}
    ${!known && !error.value && html`<${Loading} />`}
    ${
      known &&
      html`<${Sheet}>
        ${
          known.length
            ? html`<${DataTable} caption="Backends" columns=${COLUMNS} rows=${known} rowKey=${(/** @type {Backend} */ { slug }) => slug} />`
            : html`<${Empty} level=${2} title="No backends yet">When somebody makes one, it stands here.<//>`
        }
      <//>`
    }
  `;
}

/** @param {{ onClose: () => void }} props */
function NewBackend({ onClose }) {
  const [draft, setDraft] = useState({ name: "", slug: "", is_active: true });
  const { busy, error, run } = useAction();
  const keys = useMemo(createIdempotencyKeys, []);
  const errors = errorsByField(error);
  const change = (/** @type {Partial<typeof draft>} */ more) => setDraft({ ...draft, ...more });
  const handleSubmit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    if (busy) return;
    const body = { ...draft, name: draft.name.trim(), slug: draft.slug.trim() };
    const made = await run(() => createBackend(body, { idempotencyKey: keys.keyFor(body) }));
    if (!made) return;
    backends.refresh();
    showToast(`${made.name} is made. Its runner needs a token.`);
    navigate(paths.staffBackend(made.slug));
  };
  return html`
    <${Sheet} title="New backend" padded>
      <form class="form" onSubmit=${handleSubmit} noValidate>
        ${error && !error.errors.length && html`<div role="alert"><${ErrorBox} error=${error} level=${3} title="The backend is not made" /></div>`}
        <${TextField} id="name" label="Name" maxlength="255" hint="How people see it." value=${draft.name} error=${errors.name}
          onInput=${(/** @type {string} */ name) => change({ name })} />
        <${TextField} id="slug" label="Name for runners" mono maxlength="100" hint="Lower-case letters, digits, - and _. It stays as it is."
          autocapitalize="none" autocomplete="off" spellcheck="false" value=${draft.slug} error=${errors.slug}
          onInput=${(/** @type {string} */ slug) => change({ slug })} />
        <${Checkbox} id="is_active" label="Takes requests at once" hint="Otherwise its runner is refused until it is switched on."
          checked=${draft.is_active} onChange=${(/** @type {boolean} */ on) => change({ is_active: on })} />
        <div class="form__actions">
          <${Button} kind="primary" type="submit" busy=${busy && "Making…"}>Make backend<//>
          <${Button} onClick=${onClose}>Cancel<//>
        </div>
      </form>
    <//>
  `;
}
