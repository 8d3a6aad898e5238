/** Home of a visitor: what this is, and what runs now. */

import { listJobRequests } from "../../api/job-requests.js";
import { Button } from "../../components/button.js";
import { Empty } from "../../components/empty.js";
import { ErrorBox } from "../../components/error-box.js";
import { Loading } from "../../components/loading.js";
import { PageHead } from "../../components/page-head.js";
import { RequestTable } from "../../components/request-table.js";
import { Columns, Sheet } from "../../components/sheet.js";
import { paths } from "../../lib/paths.js";
import { useResource } from "../../state/resource.js";
import { html } from "../../ui.js";
import { BackendsGlance } from "./asides.js";

export function VisitorHome() {
  const { data, error, refresh } = useResource(
    (options) => listJobRequests({ limit: 10 }, options),
    [],
    { live: ["newest-requests"] },
  );
  const rows = data.value?.results;
  return html`
    <${PageHead} title="Run analyses where the data are" documentTitle="Home" actions=${html`
      <${Button} href=${paths.workspaces()}>Look at workspaces<//>
      <${Button} kind="primary" href=${paths.signIn()}>Sign in<//>
    `}>
      <p class="visitor-home__intro">
        Health records stay on secure sites. Researchers send the code of a study there as jobs, follow
        them here, and nothing of it is hidden: who ran what, at which commit, when and how it ended.
      </p>
    <//>
    <${Columns} aside=${html`<${BackendsGlance} />`}>
      <${Sheet} title="Latest requests" tools=${html`<a href=${paths.requests()}>All requests</a>`}>
        ${!rows && (error.value ? html`<${ErrorBox} error=${error.value} level=${3} onRetry=${refresh} />` : html`<${Loading} lines=${8} />`)}
        ${rows?.length === 0 && html`<${Empty} title="No requests yet">When somebody runs jobs, each request and its jobs appear here.<//>`}
        ${rows && rows.length > 0 && html`<${RequestTable} caption="Latest requests" rows=${rows} without=${["actions", "by"]} />`}
      <//>
    <//>
  `;
}
