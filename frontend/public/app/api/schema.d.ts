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
        get?: never;
        put?: never;
        post?: never;
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
        get: operations["listProblems"];
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
        get: operations["listTokens"];
        put?: never;
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
        get: operations["listWorkspaces"];
        put?: never;
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
        get: operations["getWorkspace"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
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
        get: operations["listWorkspaceJobRequests"];
        put?: never;
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
        ActionStatus: {
            action: string;
            newest: components["schemas"]["NewestJob"];
        };
        ActionStatusList: {
            results: components["schemas"]["ActionStatus"][];
        };
        Backend: {
            alert_timeout_s: number;
            can_run: boolean;
            contact: components["schemas"]["Contact"];
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
        BackendList: {
            results: components["schemas"]["Backend"][];
        };
        /** @enum {string} */
        BackendMode: "taking" | "paused" | "maintenance";
        BackendRef: {
            name: string;
            slug: string;
        };
        Branch: {
            name: string;
        };
        BranchList: {
            default: string | null;
            results: components["schemas"]["Branch"][];
        };
        Cancel: {
            /** Format: date-time */
            ends_at: string | null;
            /** Format: date-time */
            requested_at: string | null;
            requested_by: components["schemas"]["Person"] | null;
            /** Format: date-time */
            seen_at: string | null;
        };
        CancelJobRequest: {
            actions?: string[];
        };
        ChangeWorkspace: {
            branch?: string;
            is_archived?: boolean;
            purpose?: string;
            should_notify?: boolean;
        };
        Commit: {
            sha: string;
            url: string | null;
        };
        CommitInfo: {
            author: string;
            /** Format: date-time */
            committed_at: string;
            message: string;
            sha: string;
            url: string | null;
        };
        CommitInfoList: {
            results: components["schemas"]["CommitInfo"][];
        };
        /** @enum {string} */
        Contact: "heard" | "silent" | "never";
        CreatedToken: {
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
            token: string;
        };
        CreateJobRequest: {
            actions: string[];
            backend: string;
            commit?: string | null;
            force_run_dependencies?: boolean;
            will_notify?: boolean;
        };
        CreateToken: {
            expires_in_days?: number;
            name: string;
        };
        CreateWorkspace: {
            branch: string;
            name: string;
            project: string;
            purpose?: string;
            repo: string;
        };
        /** @enum {string} */
        Decision: "chosen" | "needed" | "reused" | "active";
        /** @enum {string} */
        DisplayStatus: "succeeded" | "running" | "waiting" | "held" | "failed" | "not_run" | "cancelled" | "unknown";
        Failure: {
            action: string;
            blocked: string[];
            explanation: string;
            job_identifier: string;
            log_path: string | null;
            title: string;
            what_to_do: string;
        };
        FieldError: {
            code?: string;
            detail: string;
            pointer: string;
        };
        Job: {
            action: string;
            can: components["schemas"]["JobCan"];
            /** Format: date-time */
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            display_status: components["schemas"]["DisplayStatus"];
            duration_s: number | null;
            identifier: string;
            is_cancel_requested: boolean;
            is_database_action: boolean;
            is_stale: boolean;
            log_path: string | null;
            metrics: components["schemas"]["Metrics"] | null;
            needs: string[];
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            started_at: string | null;
            status: string;
            status_code: string;
            status_message: string;
            /** Format: date-time */
            updated_at: string | null;
            waited_s: number | null;
        };
        JobCan: {
            cancel: components["schemas"]["Permission"];
        };
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
        JobDetail: {
            action: string;
            can: components["schemas"]["JobCan"];
            /** Format: date-time */
            completed_at: string | null;
            /** Format: date-time */
            created_at: string;
            display_status: components["schemas"]["DisplayStatus"];
            duration_s: number | null;
            identifier: string;
            is_cancel_requested: boolean;
            is_database_action: boolean;
            is_stale: boolean;
            job_request: components["schemas"]["JobRequestRow"];
            log_path: string | null;
            metrics: components["schemas"]["Metrics"] | null;
            needs: string[];
            reason: components["schemas"]["Reason"] | null;
            run_command: string;
            /** Format: date-time */
            started_at: string | null;
            status: string;
            status_code: string;
            status_message: string;
            /** Format: date-time */
            updated_at: string | null;
            waited_s: number | null;
        };
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
            contact: components["schemas"]["Contact"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            display_status: components["schemas"]["RequestDisplayStatus"];
            duration_s: number | null;
            failures: components["schemas"]["Failure"][];
            force_run_dependencies: boolean;
            has_errors: boolean;
            identifier: string;
            is_invalid: boolean;
            is_stale: boolean;
            job_counts: components["schemas"]["JobCounts"];
            jobs: components["schemas"]["Job"][];
            number: number;
            planned: components["schemas"]["PlannedStep"][];
            project: components["schemas"]["ProjectRef"];
            project_definition: string | null;
            project_definition_bytes: number;
            reason: components["schemas"]["Reason"] | null;
            repo: components["schemas"]["Repo"];
            requested_actions: string[];
            requested_actions_total: number;
            runtime_s: number;
            /** Format: date-time */
            started_at: string | null;
            status: components["schemas"]["JobRequestStatus"];
            status_message: string;
            strip: components["schemas"]["DisplayStatus"][];
            summary: string;
            /** Format: date-time */
            updated_at: string | null;
            will_notify: boolean;
            workspace: components["schemas"]["WorkspaceRef"];
        };
        JobRequestRow: {
            backend: components["schemas"]["BackendRef"];
            commit: components["schemas"]["Commit"];
            /** Format: date-time */
            completed_at: string | null;
            contact: components["schemas"]["Contact"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            display_status: components["schemas"]["RequestDisplayStatus"];
            duration_s: number | null;
            has_errors: boolean;
            identifier: string;
            job_counts: components["schemas"]["JobCounts"];
            number: number;
            project: components["schemas"]["ProjectRef"];
            reason: components["schemas"]["Reason"] | null;
            requested_actions: string[];
            requested_actions_total: number;
            /** Format: date-time */
            started_at: string | null;
            status: components["schemas"]["JobRequestStatus"];
            strip: components["schemas"]["DisplayStatus"][];
            workspace: components["schemas"]["WorkspaceRef"];
        };
        JobRequestRowPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["JobRequestRow"][];
            total?: components["schemas"]["Total"];
        };
        /** @enum {string} */
        JobRequestStatus: "pending" | "running" | "succeeded" | "failed" | "cancelled" | "nothing_to_do" | "unknown" | "unknown_error_creating_jobs";
        Metrics: {
            cpu_mean: number | null;
            cpu_peak: number | null;
            mem_mb_mean: number | null;
            mem_mb_peak: number | null;
        };
        NewestJob: {
            /** Format: date-time */
            at: string;
            commit_sha: string;
            display_status: components["schemas"]["DisplayStatus"];
            duration_s: number | null;
            job_identifier: string;
            job_request_identifier: string;
            job_request_number: number;
            reason: components["schemas"]["Reason"] | null;
            status: string;
        };
        Org: {
            description: string;
            name: string;
            projects: number;
            slug: string;
        };
        OrgPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Org"][];
            total?: components["schemas"]["Total"];
        };
        Permission: {
            allowed: boolean;
            why_not: string | null;
        };
        Person: {
            name: string;
            username: string;
        };
        Pipeline: {
            actions: components["schemas"]["PipelineAction"][];
            backend: components["schemas"]["BackendRef"] | null;
            branch: string;
            commit: components["schemas"]["CommitInfo"];
            problems: components["schemas"]["PipelineProblem"][];
            run_all: string[];
            source: string | null;
            warnings: components["schemas"]["PipelineProblem"][];
        };
        PipelineAction: {
            id: string;
            is_database_action: boolean;
            line: number;
            needs: string[];
            newest: components["schemas"]["NewestJob"] | null;
            outputs: components["schemas"]["PipelineOutput"][];
            run: string;
        };
        PipelineOutput: {
            level: string;
            name: string;
            path: string;
        };
        PipelineProblem: {
            code: string;
            column: number;
            line: number;
            message: string;
            subject: string | null;
        };
        Plan: {
            active: number;
            commit_sha: string;
            nothing_reason: string | null;
            nothing_to_do: boolean;
            requests_before: number;
            reused: number;
            steps: components["schemas"]["PlanStep"][];
            will_run: number;
        };
        PlanJobRequest: {
            actions: string[];
            backend: string;
            commit?: string | null;
            force_run_dependencies?: boolean;
        };
        PlannedStep: {
            action: string;
            because: string;
            decision: components["schemas"]["Decision"];
        };
        PlanStep: {
            action: string;
            because: string;
            decision: components["schemas"]["Decision"];
            newest: components["schemas"]["NewestJob"] | null;
        };
        Problem: {
            detail: string;
            errors?: components["schemas"]["FieldError"][];
            instance: string;
            status: number;
            title: string;
            type: string;
        };
        ProblemMeaning: {
            meaning: string;
            name: string;
            status: number;
            title: string;
            what_to_do: string;
        };
        ProblemMeaningList: {
            results: components["schemas"]["ProblemMeaning"][];
        };
        Project: {
            description: string;
            name: string;
            number: number | null;
            orgs: components["schemas"]["ProjectOrg"][];
            slug: string;
            status: string;
            title: string;
        };
        ProjectOrg: {
            is_lead: boolean;
            name: string;
            slug: string;
        };
        ProjectPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Project"][];
            total?: components["schemas"]["Total"];
        };
        ProjectRef: {
            name: string;
            slug: string;
        };
        Reason: {
            code: components["schemas"]["ReasonCode"];
            /** Format: date-time */
            since: string | null;
            text: string;
            what_next: string | null;
        };
        /** @enum {string} */
        ReasonCode: "not_picked_up" | "no_contact" | "backend_paused" | "database_maintenance" | "waiting_on_dependencies" | "waiting_on_workers" | "waiting_on_database_workers" | "waiting_on_reboot" | "waiting_on_new_task" | "created" | "preparing" | "executing" | "finalizing" | "cancelling" | "cancelled" | "dependency_failed" | "nonzero_exit" | "unmatched_patterns" | "internal_error" | "killed_by_admin" | "stale_codelists" | "job_error" | "request_error" | "nothing_to_do" | "unknown_status" | "failed" | "running" | "pending";
        Repo: {
            name: string;
            owner: string;
            url: string;
        };
        RepoChoice: {
            default_branch: string | null;
            is_private: boolean | null;
            name: string;
            owner: string;
            url: string;
        };
        RepoChoiceList: {
            results: components["schemas"]["RepoChoice"][];
        };
        RequestCan: {
            cancel: components["schemas"]["Permission"];
            run_again: components["schemas"]["Permission"];
        };
        RequestCommit: {
            compare_url: string | null;
            sha: string;
            url: string | null;
        };
        /** @enum {string} */
        RequestDisplayStatus: "succeeded" | "running" | "waiting" | "held" | "failed" | "cancelled" | "nothing_to_do" | "unknown";
        Session: {
            can: components["schemas"]["SessionCan"];
            development: boolean;
            public_read: boolean;
            sign_in: components["schemas"]["SignInWays"];
            time_zone_hint: string | null;
            user: components["schemas"]["SessionUser"] | null;
            version: string;
        };
        SessionCan: {
            administer: boolean;
            create_workspace: boolean;
        };
        SessionUser: {
            email: string;
            initials: string;
            name: string;
            roles: string[];
            username: string;
        };
        SignIn: {
            password: string;
            username: string;
        };
        SignInWays: {
            github: boolean;
            password: boolean;
        };
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
        TokenList: {
            results: components["schemas"]["Token"][];
        };
        Total: {
            capped: boolean;
            value: number;
        };
        Workspace: {
            branch: string;
            can: components["schemas"]["WorkspaceCan"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            /** Format: date-time */
            first_run_at: string | null;
            is_archived: boolean;
            latest_request: components["schemas"]["JobRequestRow"] | null;
            name: string;
            orgs: string[];
            project: components["schemas"]["ProjectRef"];
            purpose: string;
            repo: components["schemas"]["Repo"];
            should_notify: boolean;
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        WorkspaceCan: {
            edit: components["schemas"]["Permission"];
            run: components["schemas"]["Permission"];
        };
        WorkspacePage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Workspace"][];
            total?: components["schemas"]["Total"];
        };
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem */
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
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem */
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
    listBackends: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackendList"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Backend"];
                };
            };
            /** @description problem */
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
                backend?: string[];
                cursor?: string;
                from?: string;
                limit?: number;
                mine?: boolean;
                project?: string;
                search?: string;
                status?: components["schemas"]["JobRequestStatus"][];
                to?: string;
                unfinished?: boolean;
                user?: string;
                workspace?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequestRowPage"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequest"];
                };
            };
            /** @description problem */
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
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelJobRequest"];
            };
        };
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequest"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobDetail"];
                };
            };
            /** @description problem */
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
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgPage"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Org"];
                };
            };
            /** @description problem */
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
    listProblems: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProblemMeaningList"];
                };
            };
            /** @description problem */
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
                cursor?: string;
                limit?: number;
                org?: string;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPage"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Project"];
                };
            };
            /** @description problem */
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
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepoChoiceList"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BranchList"];
                };
            };
            /** @description problem */
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
            query?: {
                branch?: string;
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommitInfoList"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description problem */
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
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateToken"];
            };
        };
        responses: {
            /** @description ok */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedToken"];
                };
            };
            /** @description problem */
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
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description problem */
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
                archived?: boolean;
                cursor?: string;
                limit?: number;
                mine?: boolean;
                project?: string;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacePage"];
                };
            };
            /** @description problem */
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
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWorkspace"];
            };
        };
        responses: {
            /** @description ok */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description problem */
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
                "If-Match": string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeWorkspace"];
            };
        };
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Workspace"];
                };
            };
            /** @description problem */
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
                backend?: string[];
                cursor?: string;
                limit?: number;
                search?: string;
                status?: components["schemas"]["JobRequestStatus"][];
            };
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequestRowPage"];
                };
            };
            /** @description problem */
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
                "Idempotency-Key"?: string;
            };
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateJobRequest"];
            };
        };
        responses: {
            /** @description ok */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JobRequest"];
                };
            };
            /** @description problem */
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
                backend?: string;
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pipeline"];
                };
            };
            /** @description problem */
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
                "application/json": components["schemas"]["PlanJobRequest"];
            };
        };
        responses: {
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Plan"];
                };
            };
            /** @description problem */
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
            /** @description ok */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionStatusList"];
                };
            };
            /** @description problem */
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
