/** A worker that lays out one graph after another: takes its nodes, answers its layout. */

import { layOut } from "./graph-layout.js";

self.onmessage = async ({ data: nodes }) => self.postMessage(await layOut(nodes));
