// Generated from openapi.yaml by `make schema`; never edited.

export interface paths {
    "/_allauth/browser/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Sign in by user name and password. After five wrong passwords in five minutes for one user name, or thirty from one address, the answer is 429 until the time that it names.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, as the sign-in library says it
         * @description Pages ask `/api/v3/session` instead, which also says what the person may do.
         */
        get: operations["getSignInSession"];
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Ends the session. The answer is 401, which says that nobody is signed in.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every enabled backend by slug: last contact, mode, and what waits and runs there. */
        get: operations["listBackends"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One backend: last contact, mode, and what waits and runs there. */
        get: operations["getBackend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/job-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Requests, newest first. */
        get: operations["listJobRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/job-requests/{identifier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A request with its jobs, by its identifier or its number. */
        get: operations["getJobRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/job-requests/{identifier}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Ask the backend to stop some actions, or all that is unfinished. */
        post: operations["cancelJobRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/job-requests/{identifier}/jobs/{job}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A job by its identifier within the request. */
        get: operations["getJobOfRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/jobs/{identifier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The one job of this identifier, or that begins so (four characters at least).
         *
         *     Where there are several, the answer is the problem ambiguous-identifier with all of them.
         */
        get: operations["getJob"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Organisations, newest first. */
        get: operations["listOrgs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/orgs/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One organisation. */
        get: operations["getOrg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every kind of problem that this API answers, with what to do about it. */
        get: operations["listProblemTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Projects, newest first. */
        get: operations["listProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One project. */
        get: operations["getProject"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Those of an owner on the git host, by name; without an owner those already in use. */
        get: operations["listRepos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}/branches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every branch: the default one, main and master first, then by name. */
        get: operations["listBranches"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}/commits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The newest commits, newest first. */
        get: operations["listCommits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is asking; always 200. Sets the cookie `csrftoken` that changes are sent with. */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description My tokens, newest first; of very many the newest hundred. */
        get: operations["listTokens"];
        put?: never;
        /** @description Make a token. Its secret is in this answer and nowhere else. */
        post: operations["createToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Make the token worthless at once; a second time changes nothing. */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Workspaces, newest first. */
        get: operations["listWorkspaces"];
        put?: never;
        /** @description Make a workspace. The repository and the branch must be on the git host. */
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/workspaces/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One workspace. */
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change a workspace; what is left out stays. Its name stays for ever. */
        patch: operations["changeWorkspace"];
        trace?: never;
    };
    "/api/v3/workspaces/{name}/job-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The workspace's requests, newest first. */
        get: operations["listWorkspaceJobRequests"];
        put?: never;
        /** @description Ask a backend for a run, pinned to a commit. Its runner takes it at its next poll. */
        post: operations["createJobRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/workspaces/{name}/pipeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The actions at a commit, or what is wrong with its project.yaml. */
        get: operations["getPipeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/workspaces/{name}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description What would run and why, and what would be reused. Nothing is stored. */
        post: operations["planJobRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/workspaces/{name}/statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Each action that has run, with its newest job. The git host is not asked. */
        get: operations["listActionStatuses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An action that has run, with its newest job. */
        ActionStatus: {
            action: string;
            newest: components["schemas"]["NewestJob"];
        };
        /** @description Every action that has run in a workspace, by name. */
        ActionStatuses: {
            results: components["schemas"]["ActionStatus"][];
        };
        /** @description Whether the caller may do something, and if not, why: one sentence for the page. */
        Allowed: {
            allowed: boolean;
            why_not: string | null;
        };
        /** @description A backend, how it is, and how much waits and runs there. */
        Backend: {
            /** @description Silence longer than this is a warning. */
            alert_timeout_s: number;
            can_run: boolean;
            contact: components["schemas"]["BackendContact"];
            /** @description False where staff switched it off. */
            is_active: boolean;
            /** Format: date-time */
            last_seen_at: string | null;
            mode: components["schemas"]["BackendMode"];
            /** Format: date-time */
            mode_since: string | null;
            name: string;
            /** Format: date-time */
            oldest_waiting_at: string | null;
            running_jobs: number;
            running_requests: number;
            slug: string;
            waiting_jobs: number;
            waiting_requests: number;
            why_not: string | null;
        };
        /**
         * @description * `heard` - Heard
         *     * `silent` - No contact
         *     * `never` - Never heard
         * @enum {string}
         */
        BackendContact: "heard" | "silent" | "never";
        /**
         * @description * `taking` - Taking jobs
         *     * `paused` - Paused
         *     * `maintenance` - Database maintenance
         * @enum {string}
         */
        BackendMode: "taking" | "paused" | "maintenance";
        /** @description A backend by name. */
        BackendRef: {
            name: string;
            slug: string;
        };
        /** @description Every enabled backend, by slug. */
        Backends: {
            results: components["schemas"]["Backend"][];
        };
        /** @description A branch. */
        Branch: {
            name: string;
        };
        /** @description The branches of a repository: the default one, main and master first, then by name. */
        Branches: {
            default: string | null;
            results: components["schemas"]["Branch"][];
        };
        /** @description When the whole of a request was to be stopped. */
        Cancel: {
            /**
             * Format: date-time
             * @description When it ends by itself if no runner has taken it until then.
             */
            ends_at: string | null;
            /**
             * Format: date-time
             * @description The last contact with the backend, where it came after that.
             */
            heard_at: string | null;
            /** Format: date-time */
            requested_at: string | null;
            requested_by: components["schemas"]["Person"] | null;
        };
        /** @description What to stop. */
        CancelInRequest: {
            /** @description Names of actions; without them, all that is unfinished. */
            actions?: string[];
        };
        /** @description A commit and where it can be read. */
        Commit: {
            sha: string;
            url: string | null;
        };
        /** @description A commit as its git host describes it; `message` is its first line. */
        CommitInfo: {
            author: string;
            /** Format: date-time */
            committed_at: string;
            message: string;
            sha: string;
            url: string | null;
        };
        /** @description The newest commits of a branch, newest first. */
        Commits: {
            results: components["schemas"]["CommitInfo"][];
        };
        /**
         * @description * `chosen` - chosen
         *     * `needed` - needed
         *     * `reused` - reused
         *     * `active` - active
         * @enum {string}
         */
        Decision: "chosen" | "needed" | "reused" | "active";
        /**
         * @description * `succeeded` - Succeeded
         *     * `running` - Running
         *     * `waiting` - Waiting
         *     * `held` - On hold
         *     * `failed` - Failed
         *     * `not_run` - Not run
         *     * `cancelled` - Cancelled
         *     * `unknown` - Unknown
         * @enum {string}
         */
        DisplayStatus: "succeeded" | "running" | "waiting" | "held" | "failed" | "not_run" | "cancelled" | "unknown";
        /** @description A failed job in words. */
        Failure: {
            action: string;
            /** @description The actions that were not run because of it. */
            blocked: string[];
            explanation: string;
            job_identifier: string;
            /** @description Where its log is on the backend. */
            log_path: string | null;
            title: string;
            what_to_do: string;
        };
        FieldError: {
            detail: string;
            pointer: string;
        };
        /** @description What a person may do, everywhere and by project. */
        HeldPermissions: {
            global: string[];
            /** @description Always empty. */
            orgs: {
                [key: string]: unknown;
            }[];
            projects: components["schemas"]["PermissionsInProject"][];
        };
        /** @description The roles that a person holds, everywhere and by project. */
        HeldRoles: {
            global: string[];
            /** @description Always empty. */
            orgs: {
                [key: string]: unknown;
            }[];
            projects: components["schemas"]["RolesInProject"][];
        };
        /** @description A job; its own page shows more. */
        Job: {
            action: string;
            can: components["schemas"]["JobCan"];
            /** Format: date-time */
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            display_status: components["schemas"]["DisplayStatus"];
            /** @description Null until it has ended. */
            duration_s: number | null;
            identifier: string;
            is_cancel_requested: boolean;
            is_database_action: boolean;
            /** @description Whether it is unfinished and was not heard of for thirty minutes. */
            is_stale: boolean;
            log_path: string | null;
            metrics: components["schemas"]["Metrics"] | null;
            needs: string[];
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            started_at: string | null;
            /** @description The runner's own word. */
            status: string;
            status_code: string;
            status_message: string;
            /** Format: date-time */
            updated_at: string | null;
            /** @description From its making to its start; null while it waits. */
            waited_s: number | null;
        };
        /** @description What the caller may do with a job. */
        JobCan: {
            cancel: components["schemas"]["Allowed"];
        };
        /** @description How many jobs a request has, by what is drawn for them. */
        JobCounts: {
            cancelled: number;
            failed: number;
            held: number;
            not_run: number;
            running: number;
            succeeded: number;
            total: number;
            unknown: number;
            waiting: number;
        };
        /** @description A job with the request that it belongs to. */
        JobDetail: {
            action: string;
            can: components["schemas"]["JobCan"];
            /** Format: date-time */
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            display_status: components["schemas"]["DisplayStatus"];
            /** @description Null until it has ended. */
            duration_s: number | null;
            identifier: string;
            is_cancel_requested: boolean;
            is_database_action: boolean;
            /** @description Whether it is unfinished and was not heard of for thirty minutes. */
            is_stale: boolean;
            job_request: components["schemas"]["JobRequestRow"];
            log_path: string | null;
            metrics: components["schemas"]["Metrics"] | null;
            needs: string[];
            reason: components["schemas"]["Reason"] | null;
            run_command: string;
            /** Format: date-time */
            started_at: string | null;
            /** @description The runner's own word. */
            status: string;
            status_code: string;
            status_message: string;
            /** Format: date-time */
            updated_at: string | null;
            /** @description From its making to its start; null while it waits. */
            waited_s: number | null;
        };
        /** @description The state of one job. Keys that are not here are ignored. */
        JobReportInRequest: {
            action: string;
            /** Format: date-time */
            completed_at?: string | null;
            /** Format: date-time */
            created_at: string;
            identifier: string;
            /** @description The `identifier` of the request. */
            job_request_id: string;
            metrics?: unknown | null;
            run_command?: string | null;
            /** Format: date-time */
            started_at?: string | null;
            /** @description `pending`, `running`, `succeeded`, `failed`; any word is kept. */
            status: string;
            status_code?: string;
            status_message: string;
            trace_context?: unknown | null;
            /** Format: date-time */
            updated_at?: string | null;
        };
        /** @description A request with its jobs and everything that its page shows. */
        JobRequest: {
            backend: components["schemas"]["BackendRef"];
            branch: string;
            can: components["schemas"]["RequestCan"];
            cancel: components["schemas"]["Cancel"];
            cancelled_actions: string[];
            codelists_ok: boolean;
            commit: components["schemas"]["RequestCommit"];
            /** Format: date-time */
            completed_at: string | null;
            contact: components["schemas"]["BackendContact"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            display_status: components["schemas"]["RequestDisplayStatus"];
            /** @description From its first start to its end; null while it is unfinished. */
            duration_s: number | null;
            failures: components["schemas"]["Failure"][];
            force_run_dependencies: boolean;
            /** @description Whether a job failed. */
            has_errors: boolean;
            identifier: string;
            /** @description Whether its runner could not make jobs of it; `status_message` says why. */
            is_invalid: boolean;
            is_stale: boolean;
            job_counts: components["schemas"]["JobCounts"];
            jobs: components["schemas"]["Job"][];
            /** @description Short, for people and old links. */
            number: number;
            planned: components["schemas"]["PlannedStep"][];
            project: components["schemas"]["ProjectRef"];
            /** @description project.yaml at the commit; null above 200,000 characters. */
            project_definition: string | null;
            project_definition_bytes: number;
            /** @description Why it is where it is; null where it succeeded. */
            reason: components["schemas"]["Reason"] | null;
            repo: components["schemas"]["RepoRef"];
            /** @description In a list the first twenty of them. */
            requested_actions: string[];
            requested_actions_total: number;
            /** @description The sum of what its finished jobs took. */
            runtime_s: number;
            /**
             * Format: date-time
             * @description When its first job began.
             */
            started_at: string | null;
            status: components["schemas"]["JobRequestStatus"];
            status_message: string;
            /** @description One status a job in the order of project.yaml; empty above sixty jobs. */
            strip: components["schemas"]["DisplayStatus"][];
            summary: string;
            /**
             * Format: date-time
             * @description The newest word of the runner.
             */
            updated_at: string | null;
            will_notify: boolean;
            workspace: components["schemas"]["WorkspaceRef"];
        };
        /** @description A run to ask for. */
        JobRequestInRequest: {
            /** @description Names of actions; `run_all` stands for all of them. */
            actions: string[];
            /** @description Slug of a backend. */
            backend: string;
            /** @description 7 to 40 digits of a commit on the branch; without it, the newest. */
            commit?: string | null;
            /**
             * @description Run what they need again although it succeeded.
             * @default false
             */
            force_run_dependencies: boolean;
            /** @description Whether to mail the asker about each finished job; without it, what the workspace says. */
            will_notify?: boolean;
        };
        /** @description A request in one line. */
        JobRequestRow: {
            backend: components["schemas"]["BackendRef"];
            commit: components["schemas"]["Commit"];
            /** Format: date-time */
            completed_at: string | null;
            contact: components["schemas"]["BackendContact"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            display_status: components["schemas"]["RequestDisplayStatus"];
            /** @description From its first start to its end; null while it is unfinished. */
            duration_s: number | null;
            /** @description Whether a job failed. */
            has_errors: boolean;
            identifier: string;
            job_counts: components["schemas"]["JobCounts"];
            /** @description Short, for people and old links. */
            number: number;
            project: components["schemas"]["ProjectRef"];
            /** @description Why it is where it is; null where it succeeded. */
            reason: components["schemas"]["Reason"] | null;
            /** @description In a list the first twenty of them. */
            requested_actions: string[];
            requested_actions_total: number;
            /**
             * Format: date-time
             * @description When its first job began.
             */
            started_at: string | null;
            status: components["schemas"]["JobRequestStatus"];
            /** @description One status a job in the order of project.yaml; empty above sixty jobs. */
            strip: components["schemas"]["DisplayStatus"][];
            workspace: components["schemas"]["WorkspaceRef"];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        JobRequestRowPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["JobRequestRow"][];
        };
        /**
         * @description * `pending` - Waiting
         *     * `running` - Running
         *     * `succeeded` - Succeeded
         *     * `failed` - Failed
         *     * `cancelled` - Cancelled
         *     * `nothing_to_do` - Nothing to do
         *     * `unknown` - Unknown
         *     * `unknown_error_creating_jobs` - Unknown error creating jobs
         * @enum {string}
         */
        JobRequestStatus: "pending" | "running" | "succeeded" | "failed" | "cancelled" | "nothing_to_do" | "unknown" | "unknown_error_creating_jobs";
        /** @description An active job request, in the fields of all eras of runners. */
        ListedJobRequest: {
            backend: string;
            cancelled_actions: string[];
            codelists_ok: boolean;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** @description `default` or `include_t1oo`. */
            database_name: string;
            force_run_dependencies: boolean;
            /** @description 16 characters of `a-z2-7`. */
            identifier: string;
            orgs: string[];
            project: string;
            requested_actions: string[];
            sha: string;
            workspace: components["schemas"]["ListedWorkspace"];
        };
        /** @description A page of active job requests, newest first. */
        ListedJobRequests: {
            /** @description Before paging. */
            count: number;
            /** Format: uri */
            next: string | null;
            /** Format: uri */
            previous: string | null;
            results: components["schemas"]["ListedJobRequest"][];
        };
        /** @description Where the code of a request comes from. */
        ListedWorkspace: {
            branch: string;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /** @description Always `full`; runners until September 2023 need it. */
            db: string;
            name: string;
            /** Format: uri */
            repo: string;
        };
        /** @description The person who asks; nobody else is shown this. */
        Me: {
            email: string;
            initials: string;
            name: string;
            /** @description The roles held everywhere, by name. */
            readonly roles: string[];
            username: string;
        };
        /** @description Roles and permissions of a member of the backend; all lists sorted. */
        Member: {
            permissions: components["schemas"]["HeldPermissions"];
            roles: components["schemas"]["HeldRoles"];
        };
        /** @description What a job used: percent of one processor, and MB of memory. */
        Metrics: {
            /** Format: double */
            cpu_mean: number | null;
            /** Format: double */
            cpu_peak: number | null;
            /** Format: double */
            mem_mb_mean: number | null;
            /** Format: double */
            mem_mb_peak: number | null;
        };
        /** @description An action's newest job in a workspace. */
        NewestJob: {
            /**
             * Format: date-time
             * @description When it ended, else began, else was made.
             */
            at: string;
            backend: components["schemas"]["BackendRef"];
            commit_sha: string;
            display_status: components["schemas"]["DisplayStatus"];
            duration_s: number | null;
            job_identifier: string;
            job_request_identifier: string;
            job_request_number: number;
            reason: components["schemas"]["Reason"] | null;
            /** @description The runner's own word. */
            status: string;
        };
        /** @description A token just made, with its secret. */
        NewToken: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            id: number;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            prefix: string;
            /** Format: date-time */
            revoked_at: string | null;
            /** @description The secret. It is kept nowhere, so a repeat of the request answers null. */
            token: string | null;
        };
        /** @description An organisation; `projects` counts those that it takes part in. */
        Org: {
            description: string;
            name: string;
            projects: number;
            slug: string;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        OrgPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Org"][];
        };
        /** @description What to change about a workspace; what is left out stays. */
        PatchedWorkspaceChangesInRequest: {
            branch?: string;
            is_archived?: boolean;
            purpose?: string;
            should_notify?: boolean;
        };
        /** @description What a person may do in one project. */
        PermissionsInProject: {
            permissions: string[];
            slug: string;
        };
        /** @description A person, as everybody may see them. */
        Person: {
            name: string;
            username: string;
        };
        /** @description project.yaml at a commit; with problems it has no actions. */
        Pipeline: {
            actions: components["schemas"]["PipelineAction"][];
            backend: components["schemas"]["BackendRef"] | null;
            branch: string;
            commit: components["schemas"]["CommitInfo"];
            problems: components["schemas"]["PipelineProblem"][];
            /** @description Every action in the order of a whole run. */
            run_all: string[];
            /** @description project.yaml; null above 200,000 characters. */
            source: string | null;
            warnings: components["schemas"]["PipelineProblem"][];
        };
        /** @description An action of project.yaml. */
        PipelineAction: {
            id: string;
            is_database_action: boolean;
            line: number;
            needs: string[];
            newest: components["schemas"]["NewestJob"] | null;
            outputs: components["schemas"]["PipelineOutput"][];
            run: string;
        };
        /** @description A file, or a pattern of files, that an action makes. */
        PipelineOutput: {
            level: string;
            name: string;
            path: string;
        };
        /** @description What is wrong at a place of project.yaml; line and column count from 1. */
        PipelineProblem: {
            code: string;
            column: number;
            line: number;
            message: string;
            /** @description What it is about, by name. */
            subject: {
                [key: string]: unknown;
            } | null;
        };
        /** @description What a request would run as things are now. */
        Plan: {
            active: number;
            commit_sha: string;
            nothing_reason: string | null;
            nothing_to_do: boolean;
            /** @description Requests on the backend that no job has begun for. */
            requests_before: number;
            reused: number;
            steps: components["schemas"]["PlanStep"][];
            will_run: number;
        };
        /** @description What to run, where, at which commit. */
        PlanInRequest: {
            /** @description Names of actions; `run_all` stands for all of them. */
            actions: string[];
            /** @description Slug of a backend. */
            backend: string;
            /** @description 7 to 40 digits of a commit on the branch; without it, the newest. */
            commit?: string | null;
            /**
             * @description Run what they need again although it succeeded.
             * @default false
             */
            force_run_dependencies: boolean;
        };
        /** @description What was to happen to an action when the run was asked for. */
        PlannedStep: {
            action: string;
            because: string;
            decision: components["schemas"]["Decision"];
        };
        /** @description What would happen to an action; `because` is a clause without a full stop. */
        PlanStep: {
            action: string;
            because: string;
            decision: components["schemas"]["Decision"];
            needed_by: string | null;
            newest: components["schemas"]["NewestJob"] | null;
        };
        /** @description An error by RFC 9457; `type` leads to a page that explains it. */
        Problem: {
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            instance?: string;
            status: number;
            title: string;
            /** @example /problems/not-found */
            type: string;
        };
        /** @description One kind of problem. */
        ProblemType: {
            meaning: string;
            name: string;
            status: number;
            title: string;
            what_to_do: string;
        };
        /** @description Every kind of problem. */
        ProblemTypes: {
            results: components["schemas"]["ProblemType"][];
        };
        /** @description A project with its organisations, the leading one first. */
        Project: {
            description: string;
            name: string;
            number: string | null;
            orgs: components["schemas"]["ProjectOrg"][];
            slug: string;
            status: components["schemas"]["ProjectStatus"];
            title: string;
        };
        /** @description An organisation's part in a project. */
        ProjectOrg: {
            is_lead: boolean;
            name: string;
            slug: string;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        ProjectPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Project"][];
        };
        /** @description A project by name. */
        ProjectRef: {
            name: string;
            slug: string;
        };
        /**
         * @description * `ongoing` - Ongoing
         *     * `postponed` - Postponed
         *     * `retired` - Retired
         *     * `ongoing-and-linked` - Ongoing and linked
         *     * `completed-and-linked` - Completed and linked
         *     * `completed-and-awaiting` - Completed and awaiting
         * @enum {string}
         */
        ProjectStatus: "ongoing" | "postponed" | "retired" | "ongoing-and-linked" | "completed-and-linked" | "completed-and-awaiting";
        /** @description Why something is where it is; `text` is a sentence without a time, which is in `since`. */
        Reason: {
            code: components["schemas"]["ReasonCode"];
            /** Format: date-time */
            since: string | null;
            text: string;
            what_next: string | null;
        };
        /**
         * @description * `not_picked_up` - Not Picked Up
         *     * `no_contact` - No Contact
         *     * `backend_paused` - Backend Paused
         *     * `database_maintenance` - Database Maintenance
         *     * `waiting_on_dependencies` - Waiting On Dependencies
         *     * `waiting_on_workers` - Waiting On Workers
         *     * `waiting_on_database_workers` - Waiting On Database Workers
         *     * `waiting_on_reboot` - Waiting On Reboot
         *     * `waiting_on_new_task` - Waiting On New Task
         *     * `created` - Created
         *     * `pending` - Pending
         *     * `preparing` - Preparing
         *     * `executing` - Executing
         *     * `finalizing` - Finalizing
         *     * `running` - Running
         *     * `cancelling` - Cancelling
         *     * `cancelled` - Cancelled
         *     * `dependency_failed` - Dependency Failed
         *     * `nonzero_exit` - Nonzero Exit
         *     * `unmatched_patterns` - Unmatched Patterns
         *     * `internal_error` - Internal Error
         *     * `killed_by_admin` - Killed By Admin
         *     * `stale_codelists` - Stale Codelists
         *     * `job_error` - Job Error
         *     * `request_error` - Request Error
         *     * `failed` - Failed
         *     * `nothing_to_do` - Nothing To Do
         *     * `unknown_status` - Unknown Status
         * @enum {string}
         */
        ReasonCode: "not_picked_up" | "no_contact" | "backend_paused" | "database_maintenance" | "waiting_on_dependencies" | "waiting_on_workers" | "waiting_on_database_workers" | "waiting_on_reboot" | "waiting_on_new_task" | "created" | "pending" | "preparing" | "executing" | "finalizing" | "running" | "cancelling" | "cancelled" | "dependency_failed" | "nonzero_exit" | "unmatched_patterns" | "internal_error" | "killed_by_admin" | "stale_codelists" | "job_error" | "request_error" | "failed" | "nothing_to_do" | "unknown_status";
        /** @description How outputs of the workspace are released. */
        ReleaseFlow: {
            uses_new_release_flow: boolean;
        };
        /** @description That files were published; echoed as it came, `files` null where it was not sent. */
        ReleaseNotification: {
            created_by: string;
            files?: string[] | null;
            path: string;
        };
        /** @description That files were published; echoed as it came, `files` null where it was not sent. */
        ReleaseNotificationRequest: {
            created_by: string;
            files?: string[] | null;
            path: string;
        };
        /** @description A repository that a workspace may use; null where the git host was not asked or is silent. */
        Repo: {
            default_branch: string | null;
            is_private: boolean | null;
            name: string;
            owner: string;
            url: string;
        };
        /** @description A repository by address. */
        RepoRef: {
            name: string;
            owner: string;
            url: string;
        };
        /** @description The report was taken in. */
        ReportTaken: {
            status: string;
        };
        /** @description Repositories by name. */
        Repos: {
            results: components["schemas"]["Repo"][];
        };
        /** @description What the caller may do with a request. */
        RequestCan: {
            cancel: components["schemas"]["Allowed"];
            run_again: components["schemas"]["Allowed"];
        };
        /** @description The commit that a request is pinned to. */
        RequestCommit: {
            /** @description What changed since the request before it in this workspace on this backend. */
            compare_url: string | null;
            /** @description Its first line. */
            message: string;
            sha: string;
            url: string | null;
        };
        /**
         * @description * `succeeded` - Succeeded
         *     * `running` - Running
         *     * `waiting` - Waiting
         *     * `held` - On hold
         *     * `failed` - Failed
         *     * `cancelled` - Cancelled
         *     * `nothing_to_do` - Nothing to do
         *     * `unknown` - Unknown
         * @enum {string}
         */
        RequestDisplayStatus: "succeeded" | "running" | "waiting" | "held" | "failed" | "cancelled" | "nothing_to_do" | "unknown";
        /** @description The roles that a person holds in one project. */
        RolesInProject: {
            roles: string[];
            slug: string;
        };
        /** @description What went wrong, in one sentence. */
        RunnerError: {
            detail: string;
        };
        /** @description Who is asking and what they may do; `user` is null for a visitor. */
        Session: {
            can: components["schemas"]["SessionCan"];
            development: boolean;
            public_read: boolean;
            sign_in: components["schemas"]["SignInWays"];
            user: components["schemas"]["Me"] | null;
            version: string;
        };
        /** @description What the caller may do that is about no object in particular. */
        SessionCan: {
            administer: boolean;
            create_workspace: boolean;
        };
        SignIn: {
            /** Format: password */
            password: string;
            username: string;
        };
        /** @description Whether somebody is signed in, and who, in the sign-in library's form. */
        SignInAnswerOut: {
            data?: {
                user?: {
                    display?: string;
                    email?: string;
                    has_usable_password?: boolean;
                    id?: number;
                    username?: string;
                };
            };
            meta?: {
                is_authenticated?: boolean;
            };
            status: number;
        };
        SignInErrorOut: {
            errors: {
                code: string;
                message: string;
                /** @description The member it is about. */
                param?: string;
            }[];
            status: number;
        };
        /** @description The ways to sign in that this installation has. */
        SignInWays: {
            github: boolean;
            password: boolean;
        };
        /** @description A personal token without its secret; `prefix` is how the secret begins. */
        Token: {
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            id: number;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            prefix: string;
            /** Format: date-time */
            revoked_at: string | null;
        };
        /** @description A token to make. */
        TokenInRequest: {
            /** @default 90 */
            expires_in_days: number;
            /** @description What it is for. */
            name: string;
        };
        /** @description The caller's tokens. */
        Tokens: {
            results: components["schemas"]["Token"][];
        };
        /** @description A workspace. Needs the caller: `context={"actor": …}`. */
        Workspace: {
            branch: string;
            readonly can: components["schemas"]["WorkspaceCan"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            is_archived: boolean;
            name: string;
            /** @description The names of the project's organisations, the leading one first. */
            readonly orgs: string[];
            project: components["schemas"]["ProjectRef"];
            purpose: string;
            repo: components["schemas"]["RepoRef"];
            should_notify: boolean;
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        /** @description What the caller may do with a workspace. */
        WorkspaceCan: {
            edit: components["schemas"]["Allowed"];
            run: components["schemas"]["Allowed"];
        };
        /** @description A workspace to make. */
        WorkspaceInRequest: {
            branch: string;
            /** @description Also the name of the folder on the backend. Capital letters are lowered. */
            name: string;
            /** @description Slug of a project. */
            project: string;
            /** @default  */
            purpose: string;
            /** @description https://github.com/OWNER/NAME */
            repo: string;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        WorkspacePage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Workspace"][];
        };
        /** @description A workspace by name. */
        WorkspaceRef: {
            name: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignIn"];
            };
        };
        responses: {
            /** @description Signed in; the session is in the cookie `sessionid`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description The user name or the password is wrong or missing. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description `csrf-failed`: the header `X-CSRFToken` is missing or wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody is signed in already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description `throttled`: too many wrong passwords; `Retry-After` says how long. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSignInSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Somebody is signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description Nobody is signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description `csrf-failed`: the header `X-CSRFToken` is missing or wrong. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBackends: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backends"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBackend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backend"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listJobRequests: {
        parameters: {
            query?: {
                /** @description Slug of a backend. */
                backend?: string;
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                /** @description Asked for then or later. */
                from?: string;
                limit?: number;
                /** @description Only those that I asked for. */
                mine?: boolean;
                /** @description A number; four or more characters with which the identifier of a request or of a job begins; or the name of an action that ran (the newest thousand requests with it). */
                search?: string;
                /**
                 * @description * `pending` - Waiting
                 *     * `running` - Running
                 *     * `succeeded` - Succeeded
                 *     * `failed` - Failed
                 *     * `cancelled` - Cancelled
                 *     * `nothing_to_do` - Nothing to do
                 *     * `unknown` - Unknown
                 *     * `unknown_error_creating_jobs` - Unknown error creating jobs
                 */
                status?: "pending" | "running" | "succeeded" | "failed" | "cancelled" | "nothing_to_do" | "unknown" | "unknown_error_creating_jobs";
                /** @description Asked for before then. */
                to?: string;
                /** @description Only those that a runner still has to work on. */
                unfinished?: boolean;
                /** @description Name of who asked for it. */
                user?: string;
                /** @description Name of a workspace. */
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequestRowPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequest"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelJobRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CancelInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequest"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJobOfRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
                job: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getJob: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identifier: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrgs: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Org"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProblemTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemTypes"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description Slug of an organisation. */
                org?: string;
                /** @description Part of name, slug or number. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRepos: {
        parameters: {
            query?: {
                /** @description Organisation or user on the git host; without it, those already in use. */
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Repos"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBranches: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
                owner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Branches"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommits: {
        parameters: {
            query: {
                branch: string;
            };
            header?: never;
            path: {
                name: string;
                owner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Commits"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tokens"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewToken"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No response body */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: {
                /** @description The archived ones instead. */
                archived?: boolean;
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description Only those that I made. */
                mine?: boolean;
                /** @description Slug of a project. */
                project?: string;
                /** @description Part of the name or the repository. */
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacePage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspaceInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWorkspace: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedWorkspaceChangesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWorkspaceJobRequests: {
        parameters: {
            query?: {
                /** @description Slug of a backend. */
                backend?: string;
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description A number; four or more characters with which the identifier of a request or of a job begins; or the name of an action that ran (the newest thousand requests with it). */
                search?: string;
                /**
                 * @description * `pending` - Waiting
                 *     * `running` - Running
                 *     * `succeeded` - Succeeded
                 *     * `failed` - Failed
                 *     * `cancelled` - Cancelled
                 *     * `nothing_to_do` - Nothing to do
                 *     * `unknown` - Unknown
                 *     * `unknown_error_creating_jobs` - Unknown error creating jobs
                 */
                status?: "pending" | "running" | "succeeded" | "failed" | "cancelled" | "nothing_to_do" | "unknown" | "unknown_error_creating_jobs";
                /** @description Only those that a runner still has to work on. */
                unfinished?: boolean;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequestRowPage"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createJobRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["JobRequestInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequest"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPipeline: {
        parameters: {
            query?: {
                /** @description Slug of a backend; without it, the newest job on any. */
                backend?: string;
                /** @description 7 to 40 digits of a commit on the branch; without it, the newest. */
                commit?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    planJobRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActionStatuses: {
        parameters: {
            query?: {
                /** @description Slug of a backend; without it, the newest job on any. */
                backend?: string;
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionStatuses"];
                };
            };
            /** @description A problem. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
