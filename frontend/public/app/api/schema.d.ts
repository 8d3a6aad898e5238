// Generated from openapi.yaml by `make schema`; never edited.

export interface paths {
    "/_allauth/browser/v1/account/authenticators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My second factors */
        get: operations["listSecondFactors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/account/authenticators/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make new recovery codes */
        post: operations["makeRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/account/authenticators/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin to add an app for codes */
        get: operations["beginCodesApp"];
        put?: never;
        /** Add the app, by its first code */
        post: operations["addCodesApp"];
        /** Remove the app */
        delete: operations["removeCodesApp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/account/authenticators/webauthn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin to add a passkey */
        get: operations["beginPasskey"];
        /** Call a passkey something else */
        put: operations["renamePasskey"];
        /** Add a passkey */
        post: operations["addPasskey"];
        /** Remove passkeys */
        delete: operations["removePasskeys"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/account/password/change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the password */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/auth/2fa/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Second step: a code
         * @description A code of the app or a recovery code, after a password or GitHub was right.
         */
        post: operations["signInByCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
    "/_allauth/browser/v1/auth/provider/redirect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by GitHub
         * @description Posted by a form of the sign-in page, whose browser then follows to GitHub; a script cannot follow there. `session` says whether this way is on.
         */
        post: operations["startGitHubSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/auth/reauthenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say the password again
         * @description Before second factors are changed.
         */
        post: operations["confirmPassword"];
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
    "/_allauth/browser/v1/auth/webauthn/authenticate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin the second step by a passkey */
        get: operations["beginPasskeyStep"];
        put?: never;
        /** Second step: a passkey */
        post: operations["finishPasskeyStep"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/_allauth/browser/v1/auth/webauthn/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Begin to sign in by a passkey */
        get: operations["beginPasskeySignIn"];
        put?: never;
        /**
         * Sign in by a passkey
         * @description Device and PIN or finger are two factors already; no second step follows.
         */
        post: operations["finishPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/github/login/callback/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where GitHub sends people back to
         * @description Register this address with the OAuth app. It asks GitHub who the person is, signs in, and makes an account the first time. On failure `error` is one of denied, not-begun-here, github-silent, github-unreachable, github-failed, github-refused, account-disabled, account-closed, paused, not-offered.
         */
        get: operations["finishGitHubSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What is known of me, my e-mail address included. */
        get: operations["getAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change what others see of me and whether I get mail; what is left out stays. */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/api/v3/account/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Close my account for good. What I asked for stays, under my user name alone. */
        post: operations["closeAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Everything that is kept of me, without secrets, as a file; sent while it is read. */
        get: operations["exportAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/account/failures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Your runs of two weeks (the newest 50) with failed jobs that nobody ran again since. */
        get: operations["listStandingFailures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who did what to which object, newest first. */
        get: operations["listAuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/audit-events/kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The verbs and the types of objects that there are events of, in order. */
        get: operations["listAuditEventKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/audit-exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description The events as CSV or as JSON lines, sent while they are read. On record itself. */
        post: operations["exportAuditEvents"];
        delete?: never;
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
        /** @description Make a backend. Its runner needs a token then. */
        post: operations["createBackend"];
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
        /**
         * @description Change a backend; what is left out stays. Switched off, its runner is refused at once.
         *
         *     Announced maintenance is shown as the runner's own is, and ends by itself.
         */
        patch: operations["changeBackend"];
        trace?: never;
    };
    "/api/v3/backends/{slug}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The calls of a backend's runners by endpoint, since it was made and hour by hour. */
        get: operations["listBackendCalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/cancel-waiting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * @description Cancel what waits on the backend, of requests that run in part too. For its operators.
         *
         *     What runs goes on.
         */
        post: operations["cancelWaiting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was changed about a backend, newest first; its tokens and members for staff. */
        get: operations["listBackendEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who may run there, the newest first. */
        get: operations["listBackendMembers"];
        put?: never;
        /** @description Let people run there; none is added where one is not known. */
        post: operations["addBackendMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/members/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Let a person no longer run there. What he asked for before goes on. */
        delete: operations["removeBackendMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A backend's tokens without their secrets; of very many the newest hundred. */
        get: operations["listBackendTokens"];
        put?: never;
        /** @description Make a token. Its secret is in this answer and nowhere else. */
        post: operations["createBackendToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Make the token worthless: its runner's next call is refused. Again changes nothing. */
        delete: operations["revokeBackendToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/backends/{slug}/tokens/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Make a token in the place of another, which lives on for some days. Secret as above. */
        post: operations["rotateBackendToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/dashboards/copiloting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Projects in figures, with who supports each until when; the service's own left out. */
        get: operations["showCopiloting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/dashboards/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every project in figures, newest first. */
        get: operations["showProjectsInFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/dashboards/repos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Repositories whose first run was asked for more than eleven months ago.
         *
         *     Which of them are private, and are research, the git host knows: see
         *     `dashboards/repos/at-host`.
         */
        get: operations["showLongRunningRepos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/dashboards/repos-with-multiple-projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Repositories that two projects or more use. */
        get: operations["showReposOfSeveralProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/dashboards/repos/at-host": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description Which repositories in use are private and which are no research, all asked at once.
         *
         *     What the host does not tell in time is null; what no workspace uses is left out.
         */
        get: operations["showReposAtHost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/fleet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Every backend with its runner, load, rates, tokens, calls and faults. */
        get: operations["getFleet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/fleet/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * @description Take no new runs on any backend, also on those made later, with a note and an end.
         *
         *     What is asked for already goes on.
         */
        put: operations["stopFleet"];
        post?: never;
        /** @description End that stop; a backend that is stopped by itself stays so. */
        delete: operations["resumeFleet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description My invitations that wait for an answer, newest first. */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/invitations/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Join the project with the roles offered. A second time changes nothing. */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/invitations/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Let the invitation go; it can no longer be accepted. */
        post: operations["declineInvitation"];
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
    "/api/v3/job-requests/{identifier}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Each action with its last time, its usual length, and how often it failed lately. */
        get: operations["compareJobRequest"];
        put?: never;
        post?: never;
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
    "/api/v3/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What I was told of, newest first; kept for 90 days. */
        get: operations["listNotices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/notices/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Mark notices of mine as read; those of others are passed over. Again changes nothing. */
        post: operations["readNotices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/notices/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How many notices I have not read, counted up to 99. */
        get: operations["countUnreadNotices"];
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
        /** @description Make an organisation. */
        post: operations["createOrg"];
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
        /** @description Change an organisation; what is left out stays. Links to an old slug keep working. */
        patch: operations["changeOrg"];
        trace?: never;
    };
    "/api/v3/orgs/{slug}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was changed about an organisation and who belongs to it, newest first. */
        get: operations["listOrgEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/orgs/{slug}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The picture itself. */
        get: operations["getOrgLogo"];
        /** @description Show another picture: the body is its bytes, PNG, JPEG, GIF or WebP. */
        put: operations["setOrgLogo"];
        post?: never;
        /** @description Show no picture. */
        delete: operations["deleteOrgLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/orgs/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Members, the newest first. */
        get: operations["listOrgMembers"];
        put?: never;
        /** @description Let people belong to the organisation; none is added where one is not known. */
        post: operations["addOrgMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/orgs/{slug}/members/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Let a person no longer belong to the organisation. */
        delete: operations["removeOrgMember"];
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
    "/api/v3/project-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The next free number, and who of the staff may support a project. */
        get: operations["getProjectChoices"];
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
        /** @description Make a project. The first organisation leads. */
        post: operations["createProject"];
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
        /**
         * @description Change a project; what is left out stays.
         *
         *     Members who hold `project_manage` change its status, coordinators its name, staff all of
         *     it. Links to an old slug lead on to the new one.
         */
        patch: operations["changeProject"];
        trace?: never;
    };
    "/api/v3/projects/{slug}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was changed about a project and who is in it, newest first. */
        get: operations["listProjectEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Invitations that wait for an answer, newest first. */
        get: operations["listProjectInvitations"];
        put?: never;
        /**
         * @description Invite people by their names at GitHub, also those who have never signed in here.
         *
         *     Where nobody signs in by GitHub the names are those of accounts here. Names that cannot be
         *     invited are in `failed`; the others are invited all the same.
         */
        post: operations["inviteToProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Take it back; it can no longer be accepted. */
        delete: operations["cancelProjectInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Members, who came last first. */
        get: operations["listProjectMembers"];
        put?: never;
        /** @description Let people who have an account belong to the project: all of them, or none. */
        post: operations["addProjectMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/members/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Take the roles and the membership. */
        delete: operations["removeProjectMember"];
        options?: never;
        head?: never;
        /** @description Say which roles the member holds; they count from the next call on. */
        patch: operations["changeProjectMember"];
        trace?: never;
    };
    "/api/v3/projects/{slug}/repos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * @description The repositories of its workspaces by name, and which of them the public can read.
         *
         *     What the git host does not tell in time is null.
         */
        get: operations["listProjectRepos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Who is told of the project's runs, by name. */
        get: operations["listWebhooks"];
        put?: never;
        /** @description Have an address told of every run of the project. What signs is in this answer alone. */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Tell the address nothing any more; its log goes too. */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Messages to a webhook and every try, newest first; kept for 30 days. */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/webhooks/{id}/deliveries/{delivery}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Send a message again, with the same id and body. */
        post: operations["sendWebhookAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/projects/{slug}/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Send a test message; how that went is in the log of deliveries. */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/redirects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Old addresses that still lead somewhere, newest first. For staff. */
        get: operations["listRedirects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/redirects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Let an old address lead nowhere. For staff. */
        delete: operations["deleteRedirect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repo-choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Those of an owner on the git host, by name. */
        get: operations["listRepoChoices"];
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
        /** @description Repositories that workspaces use, newest first. The git host is not asked. */
        get: operations["listRepos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A repository that workspaces use. The git host is not asked. */
        get: operations["getRepo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}/at-host": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What the git host says now: private or not, and where it is if it was renamed. */
        get: operations["getRepoAtHost"];
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
    "/api/v3/repos/{owner}/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What happened to a repository, newest first. */
        get: operations["listRepoEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}/internal-sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Say for the staff that the code may be made public, after a researcher did. */
        post: operations["signOffRepoInternally"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The projects that use it; none for an unknown one of an organisation of ours. */
        get: operations["listProjectsOfRepo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/repos/{owner}/{name}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Say that the code may be made public, after all its workspaces were signed off. */
        post: operations["signOffRepo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/role-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Give a role to people or take it from them; says who was skipped and why. */
        post: operations["changeRoleOfMany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Roles by name, with what they let one do and where they may be held. */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The nearest workspaces, requests, jobs, projects, organisations, people and backends. */
        get: operations["search"];
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
    "/api/v3/session/view-as": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description See the service as this person does, without changing anything; on record. */
        post: operations["beginViewAs"];
        /** @description See the service as oneself again; a second time changes nothing. */
        delete: operations["endViewAs"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Where I am signed in, the browser used last first. */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        /** @description Sign out everywhere but here, at once; without others it changes nothing. */
        delete: operations["endOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Sign out there, at once; ending the session by which one calls is signing out. */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/sessions/all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Sign out everywhere, here too. */
        delete: operations["endAllSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/site-alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What staff have to say now, the newest first; of very many the newest hundred. */
        get: operations["listSiteAlerts"];
        put?: never;
        /** @description Write a notice. Everybody who is signed in sees it at once, on every page. */
        post: operations["createSiteAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/site-alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Show a notice to nobody any more. */
        delete: operations["deleteSiteAlert"];
        options?: never;
        head?: never;
        /** @description Change a notice; what is left out stays. */
        patch: operations["changeSiteAlert"];
        trace?: never;
    };
    "/api/v3/site-alerts/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What became of a notice, newest first; also of one that is deleted. For staff. */
        get: operations["listSiteAlertEvents"];
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
    "/api/v3/user-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Let people belong to organisations and backends; says who was skipped and why. */
        post: operations["approveUsers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description People, newest first; those who can sign in, and for staff the others too. */
        get: operations["listUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One person; with `user_manage` all about the account, but no secret. */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** @description Change the name, or switch the account off or on; off ends every session. */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/api/v3/users/{username}/backends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Let a person run on exactly these backends. */
        put: operations["setUserBackends"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Events by or about one person, newest first. */
        get: operations["listUserEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Let a person belong to exactly these organisations. */
        put: operations["setUserOrgs"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** @description Let a person hold exactly these roles everywhere; they count from the next call on. */
        put: operations["setUserRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}/roles/clear": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Take every role, everywhere and in each project; a second time changes nothing. */
        post: operations["clearUserRoles"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Sign a person out everywhere; says from how many places. */
        delete: operations["endUserSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/users/{username}/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** @description Make a person's token worthless at once; a second time changes nothing. */
        delete: operations["revokeUserToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v3/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Ask every 750 ms with `If-None-Match`; read anew what has another version. */
        get: operations["listVersions"];
        put?: never;
        post?: never;
        delete?: never;
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
    "/api/v3/workspaces/{name}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What was changed about a workspace, newest first. */
        get: operations["listWorkspaceEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    "/api/v3/workspaces/{name}/sign-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Say that the code of this workspace may be made public. A member does so once. */
        post: operations["signOffWorkspace"];
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
    "/api/v3/workspaces/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** @description Archive many workspaces at once; for staff. Says which were skipped and why. */
        post: operations["archiveWorkspaces"];
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
        /** @description What staff alone see of a person. */
        Account: {
            backends: components["schemas"]["Place"][];
            /** Format: date-time */
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            email: string;
            is_active: boolean;
            /** Format: date-time */
            last_seen_at: string | null;
            orgs: components["schemas"]["Place"][];
            roles: string[];
        };
        /** @description All that staff see of one person. */
        AccountDetail: {
            backends: components["schemas"]["Place"][];
            can: components["schemas"]["UserCan"];
            /** Format: date-time */
            closed_at: string | null;
            /** Format: date-time */
            created_at: string;
            email: string;
            is_active: boolean;
            /** Format: date-time */
            last_seen_at: string | null;
            orgs: components["schemas"]["Place"][];
            roles: string[];
            /** @description In how many places the person is signed in. */
            sessions: number;
            tokens: components["schemas"]["Token"][];
            version: number;
        };
        /** @description How an action did in the runs before. */
        ActionComparison: {
            action: string;
            /** @description How often it failed before in the last seven days. Of its last twenty jobs. */
            failed_this_week: number;
            last: components["schemas"]["LastTime"] | null;
            /** @description The median of its last successes; null for fewer than three. Of twenty jobs. */
            usual_s: number | null;
        };
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
            /** @description The name of the permission that is missing, if it is one. */
            permission: string | null;
            why_not: string | null;
        };
        /** @description People, and the organisations and backends that they are to belong to from now on. */
        ApprovalInRequest: {
            backends?: string[];
            orgs?: string[];
            usernames: string[];
        };
        /** @description What became of each name. */
        Archived: {
            done: string[];
            skipped: components["schemas"]["Skipped"][];
        };
        /** @description Workspaces to archive. */
        ArchiveInRequest: {
            names: string[];
        };
        /** @description An earlier try of a job, as it stood when the next one began. */
        Attempt: {
            /** Format: date-time */
            created_at: string;
            display_status: components["schemas"]["DisplayStatus"];
            duration_s: number | null;
            /**
             * Format: date-time
             * @description Its end, or when the next try was heard of.
             */
            ended_at: string;
            /** @description Of a job of the action that its runner reports no longer, which has a page of its own. */
            job_identifier: string | null;
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            started_at: string | null;
            /** @description The runner's own word. */
            status: string;
            status_code: string;
            status_message: string;
            /** @description Whether it was begun anew before it had ended, as after a restart. */
            was_interrupted: boolean;
        };
        /** @description One event with where it came from, for those who may read the whole record. */
        AuditEvent: {
            actor: components["schemas"]["EventActor"];
            address: string;
            /** Format: date-time */
            at: string;
            readonly changes: components["schemas"]["EventChange"][];
            id: number;
            request_id: string;
            /** @description The person whom it is about; empty for none. */
            subject: string;
            target: components["schemas"]["EventTarget"];
            verb: string;
            /** @description How the personal token begins by which it was done. */
            via: string;
        };
        /** @description By what events can be told apart: what there is any event of. */
        AuditEventKinds: {
            target_types: string[];
            verbs: string[];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        AuditEventPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["AuditEvent"][];
        };
        /** @description Which events to export, and in which form. */
        AuditExportInRequest: {
            form: components["schemas"]["FormEnum"];
            /** @description A user name: events by or about the person. */
            person?: string;
            /**
             * Format: date-time
             * @description Events from then on.
             */
            since?: string;
            /** @description The name that an object had, or its key; with `target_type`. */
            target?: string;
            /** @description A kind of object, such as `workspace`. */
            target_type?: string;
            /**
             * Format: date-time
             * @description Events before then.
             */
            until?: string;
            /** @description Kinds of events, such as `role.given`; may be repeated. */
            verb?: string[];
        };
        /** @description A backend, how it is, and how much waits and runs there. */
        Backend: {
            /** @description Silence longer than this is a warning. */
            alert_timeout_s: number;
            can: components["schemas"]["BackendCan"];
            can_run: boolean;
            contact: components["schemas"]["BackendContact"];
            /** @description False where staff switched it off. */
            is_active: boolean;
            /** Format: date-time */
            last_seen_at: string | null;
            maintenance: components["schemas"]["Maintenance"] | null;
            mode: components["schemas"]["BackendMode"];
            /** Format: date-time */
            mode_since: string | null;
            name: string;
            /** Format: date-time */
            oldest_waiting_at: string | null;
            running_jobs: number;
            running_requests: number;
            slug: string;
            /** @description Staff let nobody ask for new runs. */
            stop: components["schemas"]["Stop"] | null;
            version: number;
            waiting_jobs: number;
            waiting_requests: number;
            why_not: string | null;
        };
        /** @description What the caller may do with a backend. */
        BackendCan: {
            manage: components["schemas"]["Allowed"];
            manage_members: components["schemas"]["Allowed"];
        };
        /**
         * @description * `heard` - Heard
         *     * `silent` - No contact
         *     * `never` - Never heard
         * @enum {string}
         */
        BackendContact: "heard" | "silent" | "never";
        /** @description A backend to make. */
        BackendInRequest: {
            /** @default true */
            is_active: boolean;
            /** @description How people see it. */
            name: string;
            /** @description Its name for runners: lower-case letters, digits, - and _. */
            slug: string;
        };
        /** @description A person who may run on a backend, and who said so. */
        BackendMember: {
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"] | null;
            user: components["schemas"]["Person"];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        BackendMemberPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["BackendMember"][];
        };
        /** @description User names by what became of them. */
        BackendMembersAdded: {
            added: string[];
            /** @description Those who could run there already. */
            had: string[];
        };
        /** @description Who shall be able to run on the backend. */
        BackendMembersInRequest: {
            usernames: string[];
        };
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
        /** @description A token of a backend's runner without its secret; `prefix` is how the secret begins. */
        BackendToken: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Null: it does not expire.
             */
            expires_at: string | null;
            id: number;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            prefix: string;
            /** Format: date-time */
            revoked_at: string | null;
            readonly state: components["schemas"]["BackendTokenState"];
            /** @description It is live, and nobody has used it for a month. */
            readonly unused: boolean;
        };
        /** @description A token to make for a backend's runner. */
        BackendTokenInRequest: {
            /** @description Without it, it does not expire. */
            expires_in_days?: number | null;
            /** @description Where it is used; once a backend. */
            name: string;
        };
        /** @description A backend's tokens, the newest first. */
        BackendTokens: {
            results: components["schemas"]["BackendToken"][];
        };
        /**
         * @description * `active` - In use
         *     * `retiring` - Replaced; ends on a date
         *     * `expired` - Past its end
         *     * `revoked` - Revoked
         * @enum {string}
         */
        BackendTokenState: "active" | "retiring" | "expired" | "revoked";
        /** @description A branch. */
        Branch: {
            name: string;
        };
        /** @description The branches of a repository: the default one, main and master first, then by name. */
        Branches: {
            default: string | null;
            results: components["schemas"]["Branch"][];
        };
        /** @description One browser in which the caller is signed in. */
        BrowserSession: {
            /** @description Where the last call came from. */
            address: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            expires_at: string;
            id: number;
            /** @description Whether this call came by it. */
            readonly is_current: boolean;
            /**
             * Format: date-time
             * @description Noted about once a minute.
             */
            last_used_at: string;
            /** @description How the browser names itself. */
            user_agent: string;
        };
        /** @description Where the caller is signed in, the one used last first. */
        BrowserSessions: {
            results: components["schemas"]["BrowserSession"][];
        };
        /** @description A backend's calls by endpoint. */
        CallHistories: {
            results: components["schemas"]["CallHistory"][];
        };
        /** @description The calls of one endpoint, since the backend was made and lately. */
        CallHistory: {
            /** @description The last 168 hours, oldest first. */
            by_hour: components["schemas"]["CallsOfHour"][];
            calls: number;
            endpoint: string;
            /** @description Calls that were refused, or failed. */
            failures: number;
            /** Format: date-time */
            last_call_at: string;
            /**
             * Format: double
             * @description All calls together, in milliseconds.
             */
            took_ms: number;
        };
        /** @description Calls of one endpoint in a time; `took_ms` is of all together. */
        CallsInTime: {
            calls: number;
            failures: number;
            /** Format: double */
            took_ms: number;
        };
        /** @description Calls of one endpoint in an hour; `took_ms` is of all together. */
        CallsOfHour: {
            /**
             * Format: date-time
             * @description When the hour began, in UTC.
             */
            at: string;
            calls: number;
            failures: number;
            /** Format: double */
            took_ms: number;
        };
        /** @description When a request, or the last of its actions that were cancelled, was to be stopped. */
        Cancel: {
            /**
             * Format: date-time
             * @description When it ends by itself if no runner has taken it until then.
             */
            ends_at: string | null;
            /** Format: date-time */
            requested_at: string | null;
            requested_by: components["schemas"]["Person"] | null;
            /**
             * Format: date-time
             * @description When the backend was first told of it; null until then.
             */
            seen_at: string | null;
        };
        /** @description What to stop. */
        CancelInRequest: {
            /** @description Names of actions; without them, all that is unfinished. */
            actions?: string[];
        };
        /** @description How many requests were asked to stop, wholly or in part. */
        Cancelled: {
            cancelled: number;
        };
        /** @description A number that is counted up to a limit: `capped` says that there are more. */
        CappedCount: {
            capped: boolean;
            value: number;
        };
        /** @description What became of a change of many people. */
        ChangedMany: {
            changed: string[];
            skipped: components["schemas"]["SkippedPerson"][];
        };
        /**
         * @description * `give` - give
         *     * `take` - take
         * @enum {string}
         */
        ChangeEnum: "give" | "take";
        /** @description That the caller means it. */
        CloseAccountInRequest: {
            /**
             * @description Needed where the account has one.
             * @default
             */
            password: string;
            /** @description One's own user name, typed out. */
            username: string;
        };
        Code: {
            code: string;
        };
        /**
         * @description Whether the codelists of the study are up to date.
         *
         *     `stale` and `unknown` keep actions that read the database from running, `incomplete` all.
         */
        Codelists: {
            /** @description What is wrong and what to do; null where nothing is. */
            message: string | null;
            status: components["schemas"]["CodelistsStatus"];
        };
        /**
         * @description * `ok` - up to date, or none to check
         *     * `not_checked` - not checked by this service
         *     * `stale` - not up to date
         *     * `incomplete` - a file is missing
         *     * `unknown` - could not be checked
         * @enum {string}
         */
        CodelistsStatus: "ok" | "not_checked" | "stale" | "incomplete" | "unknown";
        CodesAppBegun: {
            data: {
                /** @description The QR code: `data:image/svg+xml;base64,…` */
                picture: string;
                /** @description To be typed where no picture can be read. */
                secret: string;
                /** @description `otpauth://…` */
                url: string;
            };
            /** @description The HTTP status once more. */
            status: number;
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
        /** @description Each action of a request, compared with the runs before. */
        Comparison: {
            results: components["schemas"]["ActionComparison"][];
        };
        Credential: {
            /** @description What `navigator.credentials` answers, as JSON. Source: WebAuthn, level 3 */
            credential: {
                [key: string]: unknown;
            };
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
         * @description * `waiting` - Waiting, or to be tried again
         *     * `delivered` - Delivered
         *     * `given_up` - Given up
         * @enum {string}
         */
        DeliveryStatus: "waiting" | "delivered" | "given_up";
        /** @description One try to deliver a message. */
        DeliveryTry: {
            /** Format: date-time */
            at: string;
            /** @description Empty where it was taken. */
            error: string;
            /** @description Null where nobody answered. */
            status: number | null;
            /** @description How the answer began. */
            text: string;
        };
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
        Done: {
            /** @description The HTTP status once more. */
            status: number;
        };
        /** @description One event in the history of an object; `verb` is a thing and what became of it. */
        Event: {
            actor: components["schemas"]["EventActor"];
            /** Format: date-time */
            at: string;
            readonly changes: components["schemas"]["EventChange"][];
            id: number;
            /** @description The person whom it is about; empty for none. */
            subject: string;
            target: components["schemas"]["EventTarget"];
            verb: string;
        };
        /** @description Who caused a change: a user name, a backend's slug or a command. */
        EventActor: {
            kind: components["schemas"]["EventActorKindEnum"];
            name: string;
        };
        /**
         * @description * `person` - a person
         *     * `token` - a person's token
         *     * `backend` - a backend
         *     * `command` - a command on the server
         *     * `system` - the service itself
         * @enum {string}
         */
        EventActorKindEnum: "person" | "token" | "backend" | "command" | "system";
        /** @description One changed field; null is what was not there. */
        EventChange: {
            after: unknown;
            before: unknown;
            field: string;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        EventPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Event"][];
        };
        /** @description The object that was changed, by the name that it had then. */
        EventTarget: {
            id: string;
            name: string;
            type: string;
        };
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
        /** @description Every enabled backend, by slug. */
        Fleet: {
            /** Format: date-time */
            at: string;
            results: components["schemas"]["FleetBackend"][];
            /** @description That of the whole service. */
            stop: components["schemas"]["Stop"] | null;
        };
        /** @description One backend as its operators see it. */
        FleetBackend: {
            /** @description The last 7 days in UTC, oldest first. */
            by_day: components["schemas"]["RunsInTime"][];
            /** @description The last 24 hours, oldest first. */
            by_hour: components["schemas"]["RunsInTime"][];
            calls: components["schemas"]["FleetCalls"][];
            contact: components["schemas"]["BackendContact"];
            is_active: boolean;
            last_address: string;
            /** @description What the client says that it is. */
            last_client: string;
            /** Format: date-time */
            last_seen_at: string | null;
            mode: components["schemas"]["BackendMode"];
            /** Format: date-time */
            mode_since: string | null;
            name: string;
            /** Format: date-time */
            oldest_waiting_at: string | null;
            /** @description The newest 20, newest first. */
            refused: components["schemas"]["RefusedCall"][];
            running_jobs: number;
            running_requests: number;
            slug: string;
            /** @description It takes no new runs; this may lie ahead. */
            stop: components["schemas"]["Stop"] | null;
            /** @description The live ones. */
            tokens: components["schemas"]["BackendToken"][];
            /** @description Also those of requests that run in part. */
            waiting_jobs: number;
            waiting_requests: number;
        };
        /** @description The calls of one endpoint since the backend was made, and lately. */
        FleetCalls: {
            calls: number;
            endpoint: string;
            /** @description Calls that were refused, or failed. */
            failures: number;
            /** Format: date-time */
            last_call_at: string;
            /** @description The last 24 hours, this one begun. */
            last_day: components["schemas"]["CallsInTime"];
            /**
             * Format: double
             * @description All calls together, in milliseconds.
             */
            took_ms: number;
        };
        /**
         * @description * `csv` - csv
         *     * `jsonl` - jsonl
         * @enum {string}
         */
        FormEnum: "csv" | "jsonl";
        GitHubStart: {
            /** @description The path of this site to come back to: the sign-in page. */
            callback_url: string;
            /** @description As in the cookie `csrftoken`. */
            csrfmiddlewaretoken: string;
            /** @enum {string} */
            process: "login";
            /** @enum {string} */
            provider: "github";
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
        /** @description That a person was asked to join a project. */
        Invitation: {
            /** Format: date-time */
            accepted_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"] | null;
            id: number;
            project: components["schemas"]["ProjectRef"];
            roles: components["schemas"]["Role"][];
            /** @description At GitHub, or here where nobody signs in by it. */
            username: string;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        InvitationPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Invitation"][];
        };
        /** @description What became of each name. */
        Invited: {
            failed: components["schemas"]["NotInvited"][];
            invited: components["schemas"]["Invitation"][];
        };
        /** @description A job; its own page shows more. */
        Job: {
            action: string;
            /** @description How often its runner has tried it, this time included. */
            attempts_total: number;
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
            /** @description Null for callers without any role. */
            metrics: components["schemas"]["Metrics"] | null;
            needs: string[];
            /**
             * Format: date-time
             * @description When its runner last had news of it: as it says, or by the clock of this service where the runner's cannot be right.
             */
            news_at: string;
            reason: components["schemas"]["Reason"] | null;
            /** Format: date-time */
            started_at: string | null;
            /** @description The runner's own word. */
            status: string;
            status_code: string;
            status_message: string;
            /**
             * Format: date-time
             * @description The newest word of its runner, by the runner's clock.
             */
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
            /** @description The earlier tries, newest first; twenty at most. */
            attempts: components["schemas"]["Attempt"][];
            /** @description How often its runner has tried it, this time included. */
            attempts_total: number;
            can: components["schemas"]["JobCan"];
            /** @description Null where it was not to be stopped. */
            cancel: components["schemas"]["Cancel"] | null;
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
            /** @description Null for callers without any role. */
            metrics: components["schemas"]["Metrics"] | null;
            needs: string[];
            /**
             * Format: date-time
             * @description When its runner last had news of it: as it says, or by the clock of this service where the runner's cannot be right.
             */
            news_at: string;
            reason: components["schemas"]["Reason"] | null;
            run_command: string;
            /** Format: date-time */
            started_at: string | null;
            /** @description The runner's own word. */
            status: string;
            status_code: string;
            status_message: string;
            /** @description Where its runner traced it; for staff, else null. */
            trace_context: unknown;
            /**
             * Format: date-time
             * @description Since when its runner reports it no longer; null while it does.
             */
            unlisted_since: string | null;
            /**
             * Format: date-time
             * @description The newest word of its runner, by the runner's clock.
             */
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
            metrics?: unknown;
            run_command?: string | null;
            /** Format: date-time */
            started_at?: string | null;
            /** @description `pending`, `running`, `succeeded`, `failed`; any word is kept. */
            status: string;
            status_code?: string;
            status_message: string;
            trace_context?: unknown;
            /** Format: date-time */
            updated_at?: string | null;
        };
        /** @description A request with its jobs and everything that its page shows. */
        JobRequest: {
            backend: components["schemas"]["BackendRef"];
            /** @description Why its backend starts no jobs now, or none that read the database. */
            backend_hold: components["schemas"]["Reason"] | null;
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
            /**
             * Format: date-time
             * @description The newest of its jobs; null where it has none.
             */
            news_at: string | null;
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
             * @description The newest word of the runner, by its own clock.
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
        /** @description An action's newest finished job in an earlier request of the workspace on the backend. */
        LastTime: {
            /**
             * Format: date-time
             * @description When it ended, else was made.
             */
            at: string;
            commit_sha: string;
            /** @description What changed since then; null at the same commit. */
            compare_url: string | null;
            display_status: components["schemas"]["DisplayStatus"];
            duration_s: number | null;
            job_identifier: string;
            job_request_number: number;
        };
        /**
         * @description * `danger` - Danger
         *     * `warning` - Warning
         *     * `info` - Info
         *     * `success` - Success
         * @enum {string}
         */
        LevelEnum: "danger" | "warning" | "info" | "success";
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
        /** @description Maintenance of the database that staff announced; it may lie ahead. */
        Maintenance: {
            note: string;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description Then it ends by itself.
             */
            until: string | null;
        };
        /** @description Maintenance of the database to announce. */
        MaintenanceInRequest: {
            /**
             * @description Why, for readers.
             * @default
             */
            note: string;
            /**
             * Format: date-time
             * @description When it begins; without it, now.
             */
            since?: string | null;
            /**
             * Format: date-time
             * @description When it ends by itself, if that is known.
             */
            until?: string | null;
        };
        /** @description The person who asks; nobody else is shown this. */
        Me: {
            /** @description Slugs of the backends that the person may run on. */
            readonly backends: string[];
            email: string;
            initials: string;
            /** @description Whether the staff area is open to the person. */
            readonly is_staff: boolean;
            name: string;
            /** @description Whether the person came by GitHub and has not ended the first-time welcome. */
            needs_welcome: boolean;
            /** @description Slugs of the organisations that the person belongs to. */
            readonly orgs: string[];
            /** @description What these roles give, everywhere. */
            readonly permissions: string[];
            readonly projects: components["schemas"]["SessionProject"][];
            /** @description The roles held everywhere, by name. */
            readonly roles: string[];
            username: string;
        };
        /** @description Roles and permissions of a member of the backend; all lists sorted. */
        Member: {
            permissions: components["schemas"]["HeldPermissions"];
            roles: components["schemas"]["HeldRoles"];
        };
        /** @description A project that a person belongs to, with the roles held there. */
        Membership: {
            name: string;
            roles: string[];
            slug: string;
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
        /** @description A token just made, with its secret. */
        NewBackendToken: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description Null: it does not expire.
             */
            expires_at: string | null;
            id: number;
            /** Format: date-time */
            last_used_at: string | null;
            name: string;
            prefix: string;
            /** Format: date-time */
            revoked_at: string | null;
            readonly state: components["schemas"]["BackendTokenState"];
            /** @description The secret. It is kept nowhere, so a repeat of the request answers null. */
            token: string | null;
            /** @description It is live, and nobody has used it for a month. */
            readonly unused: boolean;
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
        NewPasskey: {
            /** @description What `navigator.credentials` answers, as JSON. Source: WebAuthn, level 3 */
            credential: {
                [key: string]: unknown;
            };
            name?: string;
        };
        NewPassword: {
            /** Format: password */
            current_password: string;
            /** Format: password */
            new_password: string;
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
            scopes: components["schemas"]["ScopesEnum"][];
            /** @description The secret. It is kept nowhere, so a repeat of the request answers null. */
            token: string | null;
        };
        /** @description A webhook just made, with the secret that signs. */
        NewWebhook: {
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            id: number;
            kind: components["schemas"]["WebhookKind"];
            name: string;
            /** @description Shown this once; a repeat of the request answers null, and so does Slack. */
            secret: string | null;
            /** @description Of Slack the host alone. */
            readonly url: string;
        };
        /** @description One line in the inbox; `path` is of a page of this service. */
        Notice: {
            /** Format: date-time */
            created_at: string;
            id: number;
            kind: components["schemas"]["NoticeKindEnum"];
            path: string;
            /** Format: date-time */
            read_at: string | null;
            text: string;
        };
        /**
         * @description * `run_finished` - A run has finished
         *     * `invited` - An invitation to a project
         *     * `backend_silent` - A backend has gone quiet
         *     * `repo_signed_off` - A repository was signed off
         *     * `token_expiring` - A runner's token ends soon
         *     * `new_person` - Somebody has come for the first time
         * @enum {string}
         */
        NoticeKindEnum: "run_finished" | "invited" | "backend_silent" | "repo_signed_off" | "token_expiring" | "new_person";
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        NoticePage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Notice"][];
        };
        /** @description Who could not be invited, and why. */
        NotInvited: {
            detail: string;
            username: string;
        };
        /** @description An organisation; `projects` and `members` are counts. Needs `context={"actor": …}`. */
        Org: {
            readonly can: components["schemas"]["OrgCan"];
            description: string;
            /** @description Its organisations on GitHub. */
            github_orgs: string[];
            /** @description Where its picture is; it changes with the picture, null where there is none. */
            readonly logo_url: string | null;
            members: number;
            name: string;
            projects: number;
            slug: string;
            version: number;
        };
        /** @description What the caller may do with an organisation. */
        OrgCan: {
            edit: components["schemas"]["Allowed"];
        };
        /** @description An organisation to make. */
        OrgInRequest: {
            description?: string;
            github_orgs?: string[];
            name: string;
            /** @description Stands in addresses; without it made of the name. */
            slug?: string;
        };
        /** @description A person who belongs to an organisation. */
        OrgMember: {
            /** Format: date-time */
            created_at: string;
            user: components["schemas"]["Person"];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        OrgMemberPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["OrgMember"][];
        };
        /** @description User names by what became of them. */
        OrgMembersAdded: {
            added: string[];
            /** @description Those who belonged to it already. */
            had: string[];
        };
        /** @description Who shall belong to the organisation. */
        OrgMembersInRequest: {
            usernames: string[];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        OrgPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Org"][];
        };
        /** @description The caller's own account. */
        OwnAccount: {
            readonly can: components["schemas"]["OwnAccountCan"];
            /** Format: date-time */
            created_at: string;
            email: string;
            fullname: string;
            /** @description The GitHub name by which the person signs in; null without one. */
            readonly github: string | null;
            has_password: boolean;
            needs_welcome: boolean;
            run_mail: components["schemas"]["RunMail"];
            username: string;
            version: number;
            wants_notices: boolean;
        };
        /** @description What the caller may do with his account. */
        OwnAccountCan: {
            close: components["schemas"]["Allowed"];
        };
        PasskeyCreation: {
            data: {
                /** @description What `navigator.credentials` answers, as JSON. Source: WebAuthn, level 3 */
                creation_options: {
                    [key: string]: unknown;
                };
            };
            /** @description The HTTP status once more. */
            status: number;
        };
        PasskeyName: {
            id: number;
            name: string;
        };
        PasskeyRequest: {
            data: {
                /** @description What `navigator.credentials` answers, as JSON. Source: WebAuthn, level 3 */
                request_options: {
                    [key: string]: unknown;
                };
            };
            /** @description The HTTP status once more. */
            status: number;
        };
        Passkeys: {
            authenticators: number[];
        };
        Password: {
            /** Format: password */
            password: string;
        };
        /** @description What to change about a backend; what is left out stays. */
        PatchedBackendChangesInRequest: {
            alert_timeout_s?: number;
            /** @description False refuses its runner, and new runs on it, at once. */
            is_active?: boolean;
            /** @description Null takes an announcement back. */
            maintenance?: components["schemas"]["MaintenanceInRequest"] | null;
            name?: string;
            /** @description Take no new runs; what is asked for goes on. Null takes them again. */
            stop?: components["schemas"]["MaintenanceInRequest"] | null;
        };
        /** @description The roles of a member from now on. */
        PatchedMemberChangesInRequest: {
            /** @description All of them; those left out are taken. */
            roles?: components["schemas"]["Role"][];
        };
        /** @description What to change about an organisation; what is left out stays. */
        PatchedOrgChangesInRequest: {
            description?: string;
            github_orgs?: string[];
            name?: string;
            /** @description Stands in addresses; without it made of the name. */
            slug?: string;
        };
        /** @description What to change; what is left out stays. */
        PatchedOwnAccountChangesInRequest: {
            email?: string;
            fullname?: string;
            /**
             * @description Mail about runs for which one asked to be told.
             *
             *     * `each_job` - As each job finishes
             *     * `each_run` - Once, when the whole run has finished
             *     * `both` - As each job finishes, and when the whole run has
             */
            run_mail?: components["schemas"]["RunMail"];
            wants_notices?: boolean;
            /** @description True ends the first-time welcome; it does not come again. */
            welcomed?: boolean;
        };
        /** @description What to change about a project; what is left out stays. */
        PatchedProjectChangesInRequest: {
            category?: components["schemas"]["ProjectCategory"];
            /** @description User name of a member of staff. */
            copilot?: string | null;
            copilot_notes?: string;
            /** Format: date-time */
            copilot_support_ends_at?: string | null;
            description?: string;
            is_archived?: boolean;
            name?: string;
            number?: string | null;
            /** @description Slugs of all its organisations, the leading one first. */
            orgs?: string[];
            slug?: string;
            status?: components["schemas"]["ProjectStatus"];
            status_description?: string;
        };
        /** @description What to change about a notice; what is left out stays. */
        PatchedSiteAlertChangesInRequest: {
            level?: components["schemas"]["LevelEnum"];
            message?: string;
            title?: string;
        };
        /** @description What to change of an account. */
        PatchedUserChangesInRequest: {
            fullname?: string;
            is_active?: boolean;
        };
        /** @description What to change about a workspace; what is left out stays. */
        PatchedWorkspaceChangesInRequest: {
            branch?: string;
            is_archived?: boolean;
            /** @description Slug of the project to move it to; the address below the old one leads here. */
            project?: string;
            purpose?: string;
            should_notify?: boolean;
        };
        /** @description Several people, and the roles that each of them gets. */
        PeopleAndRolesInRequest: {
            /** @description Roles that can be held in a project; none lets them see alone. */
            roles: components["schemas"]["Role"][];
            usernames: string[];
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
            codelists: components["schemas"]["Codelists"];
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
        /** @description An organisation or backend that a person belongs to. */
        Place: {
            name: string;
            slug: string;
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
        /**
         * @description A project with its organisations, the leading one first.
         *
         *     Needs the caller: `context={"actor": …}`. The co-pilot, until when he supports the project and
         *     what staff note about it are null for everybody but staff.
         */
        Project: {
            readonly can: components["schemas"]["ProjectCan"];
            category: components["schemas"]["ProjectCategory"];
            readonly copilot: components["schemas"]["Person"] | null;
            /** @description What staff note. */
            readonly copilot_notes: string | null;
            /** @description Until when. */
            readonly copilot_support_ends_at: string | null;
            /** Format: date-time */
            created_at: string;
            description: string;
            is_archived: boolean;
            members: number;
            name: string;
            number: string | null;
            orgs: components["schemas"]["ProjectOrg"][];
            slug: string;
            status: components["schemas"]["ProjectStatus"];
            status_description: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            version: number;
            workspaces: number;
        };
        /** @description What the caller may do with a project; `edit` is what only staff change. */
        ProjectCan: {
            archive: components["schemas"]["Allowed"];
            create_workspace: components["schemas"]["Allowed"];
            edit: components["schemas"]["Allowed"];
            edit_status: components["schemas"]["Allowed"];
            manage_members: components["schemas"]["Allowed"];
            manage_webhooks: components["schemas"]["Allowed"];
            rename: components["schemas"]["Allowed"];
        };
        /**
         * @description * `internal` - Internal
         *     * `legacy` - Legacy
         *     * `legacy_approved` - Legacy, approved
         *     * `approved` - Approved
         *     * `unknown` - Unknown
         * @enum {string}
         */
        ProjectCategory: "internal" | "legacy" | "legacy_approved" | "approved" | "unknown";
        /** @description What the forms about projects offer. */
        ProjectChoices: {
            copilots: components["schemas"]["Person"][];
            next_number: string | null;
        };
        /** @description A project in figures. Needs `context={"figures": …}` by the project's key. */
        ProjectFigures: {
            category: components["schemas"]["ProjectCategory"];
            copilot: components["schemas"]["Person"] | null;
            /** Format: date-time */
            copilot_support_ends_at: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description None as yet: this service keeps no released files so far. */
            readonly files_released: number;
            /** Format: date-time */
            readonly first_run_at: string | null;
            is_archived: boolean;
            /** Format: date-time */
            readonly last_run_at: string | null;
            members: number;
            name: string;
            number: string | null;
            orgs: components["schemas"]["ProjectOrg"][];
            readonly runs: components["schemas"]["CappedCount"];
            slug: string;
            status: components["schemas"]["ProjectStatus"];
            title: string;
            /** @description How many it has, archived ones too. */
            readonly workspaces: number;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        ProjectFiguresPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ProjectFigures"][];
        };
        /** @description A project to make. */
        ProjectInRequest: {
            /** @description User name of a member of staff. */
            copilot?: string | null;
            /** @default  */
            description: string;
            name: string;
            /** @description Digits, or POS-20YY-NNNN, which needs a co-pilot. */
            number?: string | null;
            /** @description Slugs of organisations, the leading one first. */
            orgs: string[];
            /** @description Its address; without one it is made from the name. */
            slug?: string;
        };
        /** @description A person in a project. */
        ProjectMember: {
            /** Format: date-time */
            created_at: string;
            roles: components["schemas"]["Role"][];
            user: components["schemas"]["Person"];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        ProjectMemberPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["ProjectMember"][];
        };
        /** @description Members. */
        ProjectMembers: {
            results: components["schemas"]["ProjectMember"][];
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
        /** @description What became of it. */
        ReadNotices: {
            /** @description How many were unread until now. */
            marked: number;
        };
        /** @description Which notices were read. */
        ReadNoticesInRequest: {
            /** @description Without it, all. */
            ids?: number[];
        };
        /** @description Why something is where it is; `text` is a sentence without a time, which is in `since`. */
        Reason: {
            about: components["schemas"]["ReasonObject"];
            code: components["schemas"]["ReasonCode"];
            /**
             * Format: date-time
             * @description The last contact with the backend, where the reason is there.
             */
            heard_at: string | null;
            /** @description Unfinished requests asked for sooner, counted to 101, on its own page alone. */
            requests_before: number | null;
            /** Format: date-time */
            since: string | null;
            text: string;
            /**
             * Format: date-time
             * @description The announced end of maintenance, where one is known.
             */
            until: string | null;
            /** @description What would change it, or what helps. */
            what_next: string;
            who_can_act: components["schemas"]["WhoCanAct"];
        };
        /**
         * @description * `not_picked_up` - Not Picked Up
         *     * `no_jobs_yet` - No Jobs Yet
         *     * `passed_over` - Passed Over
         *     * `never_heard` - Never Heard
         *     * `backend_switched_off` - Backend Switched Off
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
         *     * `unlisted` - Unlisted
         *     * `unknown_status` - Unknown Status
         * @enum {string}
         */
        ReasonCode: "not_picked_up" | "no_jobs_yet" | "passed_over" | "never_heard" | "backend_switched_off" | "no_contact" | "backend_paused" | "database_maintenance" | "waiting_on_dependencies" | "waiting_on_workers" | "waiting_on_database_workers" | "waiting_on_reboot" | "waiting_on_new_task" | "created" | "pending" | "preparing" | "executing" | "finalizing" | "running" | "cancelling" | "cancelled" | "dependency_failed" | "nonzero_exit" | "unmatched_patterns" | "internal_error" | "killed_by_admin" | "stale_codelists" | "job_error" | "request_error" | "failed" | "nothing_to_do" | "unlisted" | "unknown_status";
        /** @description What a reason is about. */
        ReasonObject: {
            kind: components["schemas"]["ReasonObjectKind"];
            /** @description Of project.yaml, where the runner's words lead to one; not in lists. */
            line: number | null;
            /** @description Slug of the backend, names of actions. */
            names: string[];
        };
        /**
         * @description * `backend` - the backend
         *     * `database` - the backend's database
         *     * `actions` - the actions that it names
         *     * `job` - the job itself
         *     * `request` - the request as a whole
         *     * `project_yaml` - a line of project.yaml
         * @enum {string}
         */
        ReasonObjectKind: "backend" | "database" | "actions" | "job" | "request" | "project_yaml";
        RecoveryCodes: {
            data: {
                /** @description Shown this once. */
                unused_codes: string[];
            };
            /** @description The HTTP status once more. */
            status: number;
        };
        /** @description An old address and where it leads. */
        Redirect: {
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"] | null;
            /** Format: date-time */
            expires_at: string;
            id: number;
            kind: components["schemas"]["RedirectKindEnum"];
            /** @description The address of today. */
            readonly leads_to: string;
            old_path: string;
        };
        /**
         * @description * `org` - org
         *     * `project` - project
         *     * `workspace` - workspace
         * @enum {string}
         */
        RedirectKindEnum: "org" | "project" | "workspace";
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        RedirectPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["Redirect"][];
        };
        /**
         * @description A call that was refused or failed; `reason` is what was answered.
         *
         *     Of a token that has ended, was revoked, or whose backend is switched off, `reason` says which it
         *     is; each such token has one line, of its last call to the minute.
         */
        RefusedCall: {
            /** Format: date-time */
            at: string;
            path: string;
            reason: string;
            status: number;
        };
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
        /** @description What the git host says of a repository now; null where it does not know. */
        RepoAtHost: {
            default_branch: string | null;
            is_private: boolean | null;
            /** @description Where it is by now, if it was renamed; the old address still leads there. */
            moved_to: components["schemas"]["RepoRef"] | null;
        };
        /** @description What the git host says of a repository; null where it is silent. */
        RepoAtHostMark: {
            /** @description Whether its owner says by the topic non-research that it is so. */
            is_non_research: boolean | null;
            is_private: boolean | null;
            name: string;
            owner: string;
            url: string;
        };
        /** @description What the caller may do with a repository. */
        RepoCan: {
            sign_off: components["schemas"]["Allowed"];
            sign_off_internally: components["schemas"]["Allowed"];
        };
        /** @description A repository with the workspaces on it, by name. */
        RepoDetail: {
            readonly can: components["schemas"]["RepoCan"];
            /**
             * Format: date-time
             * @description When the first workspace on it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the first run on it was asked for.
             */
            first_run_at: string | null;
            /** @description Whether outputs are published on the git host, as it said last. */
            has_github_outputs: boolean;
            /** Format: date-time */
            internal_signed_off_at: string | null;
            internal_signed_off_by: components["schemas"]["Person"] | null;
            name: string;
            owner: string;
            /** @description The projects that use it, by name. */
            projects: components["schemas"]["ProjectRef"][];
            /** Format: date-time */
            researcher_signed_off_at: string | null;
            researcher_signed_off_by: components["schemas"]["Person"] | null;
            /** @description How many of them a member has signed off. */
            readonly signed_off_workspace_count: number;
            url: string;
            /** @description How many workspaces are on it. */
            readonly workspace_count: number;
            readonly workspaces: components["schemas"]["RepoWorkspace"][];
        };
        /** @description The projects that use a repository, by name. */
        RepoProjects: {
            results: components["schemas"]["ProjectRef"][];
        };
        /** @description A repository with the sign-off of its code. Needs the caller: `context={"actor": …}`. */
        RepoRecord: {
            /**
             * Format: date-time
             * @description When the first workspace on it was made.
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the first run on it was asked for.
             */
            first_run_at: string | null;
            /** @description Whether outputs are published on the git host, as it said last. */
            has_github_outputs: boolean;
            /** Format: date-time */
            internal_signed_off_at: string | null;
            internal_signed_off_by: components["schemas"]["Person"] | null;
            name: string;
            owner: string;
            /** @description The projects that use it, by name. */
            projects: components["schemas"]["ProjectRef"][];
            /** Format: date-time */
            researcher_signed_off_at: string | null;
            researcher_signed_off_by: components["schemas"]["Person"] | null;
            /** @description How many of them a member has signed off. */
            readonly signed_off_workspace_count: number;
            url: string;
            /** @description How many workspaces are on it. */
            readonly workspace_count: number;
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        RepoRecordPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["RepoRecord"][];
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
        /** @description Repositories in the order in which they were asked for. */
        ReposAtHost: {
            results: components["schemas"]["RepoAtHostMark"][];
        };
        /** @description A workspace on a repository. */
        RepoWorkspace: {
            branch: string;
            readonly can: components["schemas"]["RepoWorkspaceCan"];
            created_by: components["schemas"]["Person"];
            /** @description Whether it takes no new runs; null for callers without any role, who are not told. */
            readonly is_archived: boolean | null;
            name: string;
            project: components["schemas"]["ProjectRef"];
            purpose: string;
            /** Format: date-time */
            signed_off_at: string | null;
            signed_off_by: components["schemas"]["Person"] | null;
        };
        /** @description What the caller may do with a workspace on a repository. */
        RepoWorkspaceCan: {
            sign_off: components["schemas"]["Allowed"];
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
        /**
         * @description * `Administrator` - Administrator
         *     * `DeploymentAdministrator` - Deployment Administrator
         *     * `OutputChecker` - Output Checker
         *     * `OutputPublisher` - Output Publisher
         *     * `ProjectCollaborator` - Project Collaborator
         *     * `ProjectCoordinator` - Project Coordinator
         *     * `ProjectDeveloper` - Project Developer
         *     * `ServiceAdministrator` - Service Administrator
         *     * `SignOffRepoWithOutputs` - Sign Off Repo With Outputs
         *     * `StaffAreaAdministrator` - Staff Area Administrator
         *     * `TechSupport` - Tech Support
         * @enum {string}
         */
        Role: "Administrator" | "DeploymentAdministrator" | "OutputChecker" | "OutputPublisher" | "ProjectCollaborator" | "ProjectCoordinator" | "ProjectDeveloper" | "ServiceAdministrator" | "SignOffRepoWithOutputs" | "StaffAreaAdministrator" | "TechSupport";
        /** @description A role to give to many people, or to take from them. */
        RoleChangeInRequest: {
            change: components["schemas"]["ChangeEnum"];
            role: string;
            usernames: string[];
        };
        /** @description A role, what it lets one do and where it may be held. */
        RoleDescription: {
            description: string;
            /** @description `everywhere`, `in a project` or both. */
            held_on: string[];
            name: string;
            permissions: string[];
            title: string;
        };
        /** @description Every role there is. */
        Roles: {
            results: components["schemas"]["RoleDescription"][];
        };
        /** @description The roles that a person holds in one project. */
        RolesInProject: {
            roles: string[];
            slug: string;
        };
        /** @description The roles that a person is to hold everywhere; all others are taken. */
        RolesInRequest: {
            roles: string[];
        };
        /** @description The token that takes another's place, and how long both live. */
        RotateTokenInRequest: {
            /** @description Without it, it does not expire. */
            expires_in_days?: number | null;
            /** @description Where it is used; once a backend. */
            name: string;
            /**
             * @description Days that the old one has.
             * @default 7
             */
            overlap_days: number;
        };
        /**
         * @description * `each_job` - As each job finishes
         *     * `each_run` - Once, when the whole run has finished
         *     * `both` - As each job finishes, and when the whole run has
         * @enum {string}
         */
        RunMail: "each_job" | "each_run" | "both";
        /** @description What went wrong, in one sentence. */
        RunnerError: {
            detail: string;
        };
        /**
         * @description How many runs were asked for in an hour or a day, and how many of those failed.
         *
         *     One that was cancelled has not failed.
         */
        RunsInTime: {
            asked: number;
            /**
             * Format: date-time
             * @description When the hour or the day began, in UTC.
             */
            at: string;
            failed: number;
        };
        /**
         * @description * `read` - read what its owner may see
         *     * `run` - ask for runs and cancel them
         *     * `write` - change everything else that its owner may change
         * @enum {string}
         */
        ScopesEnum: "read" | "run" | "write";
        /** @description What was found, by kind; kinds without a hit are left out. */
        Search: {
            results: components["schemas"]["SearchGroup"][];
        };
        /** @description The hits of one kind, the nearest first. */
        SearchGroup: {
            has_more: boolean;
            hits: components["schemas"]["SearchHit"][];
            kind: components["schemas"]["SearchGroupKindEnum"];
        };
        /**
         * @description * `workspaces` - workspaces
         *     * `job-requests` - job-requests
         *     * `jobs` - jobs
         *     * `projects` - projects
         *     * `orgs` - orgs
         *     * `users` - users
         *     * `backends` - backends
         * @enum {string}
         */
        SearchGroupKindEnum: "workspaces" | "job-requests" | "jobs" | "projects" | "orgs" | "users" | "backends";
        /** @description One thing that was found, with the path of its page. */
        SearchHit: {
            /**
             * Format: date-time
             * @description When a request was made, or a job last moved.
             */
            at: string | null;
            path: string;
            /** @description Of a workspace: the page that asks for runs, for who may. */
            run_path: string | null;
            /** @description What is drawn for a request or a job: its display status. */
            status: string | null;
            /** @description Where it belongs, in a few words. */
            subtitle: string;
            title: string;
        };
        SecondFactor: {
            /** @description Seconds since 1970. */
            created_at: number;
            /** @description Of a passkey. */
            id?: number;
            last_used_at: number | null;
            /** @description Of a passkey. */
            name?: string;
            /** @description Of recovery codes. */
            total_code_count?: number;
            /** @enum {string} */
            type: "totp" | "recovery_codes" | "webauthn";
            /** @description Of recovery codes. */
            unused_code_count?: number;
        };
        SecondFactorAnswer: {
            data: components["schemas"]["SecondFactor"];
            /** @description The HTTP status once more. */
            status: number;
        };
        SecondFactors: {
            data: components["schemas"]["SecondFactor"][];
            /** @description The HTTP status once more. */
            status: number;
        };
        /** @description Who is asking and what they may do; `user` is null for a visitor. */
        Session: {
            can: components["schemas"]["SessionCan"];
            development: boolean;
            public_read: boolean;
            sign_in: components["schemas"]["SignInWays"];
            user: components["schemas"]["Me"] | null;
            version: string;
            /** @description The member of staff who sees the service as `user` does; mostly null. */
            viewer: components["schemas"]["Person"] | null;
        };
        /** @description What the caller may do that is about no object in particular. */
        SessionCan: {
            administer: boolean;
            create_project: boolean;
            create_workspace: boolean;
            /** @description Whether archived workspaces are told from others; to callers with any role. */
            see_archived: boolean;
            staff_area: boolean;
        };
        /** @description A project that the caller belongs to, with what he may do in it beyond everywhere. */
        SessionProject: {
            permissions: string[];
            roles: string[];
            slug: string;
        };
        /** @description In how many places a person was signed out. */
        SignedOut: {
            sessions: number;
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
                is_authenticated?: boolean | null;
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
            /** @description Whether everybody who has a password may sign in by it. Administrators made by `createsuperuser` always may. */
            password: boolean;
            /** @description What would do as the second step of the sign-in that waits; null without one. */
            second_step: ("recovery_codes" | "totp" | "webauthn")[] | null;
        };
        /** @description A notice in plain text; addresses in it are made links by whoever shows it. */
        SiteAlert: {
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            id: number;
            level: components["schemas"]["LevelEnum"];
            message: string;
            title: string;
            /** Format: date-time */
            updated_at: string;
            updated_by: components["schemas"]["Person"];
            version: number;
        };
        /** @description A notice to write. */
        SiteAlertInRequest: {
            level?: components["schemas"]["LevelEnum"];
            message: string;
            title?: string;
        };
        /** @description Every notice, the newest first. */
        SiteAlerts: {
            can: components["schemas"]["SiteAlertsCan"];
            results: components["schemas"]["SiteAlert"][];
        };
        /** @description What the caller may do with notices. */
        SiteAlertsCan: {
            manage: components["schemas"]["Allowed"];
        };
        /** @description What was left as it was, and why. */
        Skipped: {
            name: string;
            reason: string;
        };
        /** @description Somebody who was passed over, and why. */
        SkippedPerson: {
            reason: string;
            username: string;
        };
        /** @description A request with failed jobs that no newer run has put right. */
        StandingFailure: {
            /** @description Those of its failed actions whose newest job on its backend is the failed one; the first twenty of them. */
            actions: string[];
            actions_total: number;
            job_request: components["schemas"]["JobRequestRow"];
        };
        /** @description What a person's runs left undone. */
        StandingFailures: {
            results: components["schemas"]["StandingFailure"][];
        };
        /** @description A stop of new runs, of one backend or of the whole service; it may lie ahead. */
        Stop: {
            /** @description Of the whole service, not of this alone. */
            is_everywhere: boolean;
            note: string;
            /** Format: date-time */
            since: string;
            /**
             * Format: date-time
             * @description Then it ends by itself.
             */
            until: string | null;
        };
        /** @description A stop of new runs, from now on. */
        StopInRequest: {
            /**
             * @description Why, for readers.
             * @default
             */
            note: string;
            /**
             * Format: date-time
             * @description When it ends by itself, if that is known.
             */
            until?: string | null;
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
            scopes: components["schemas"]["ScopesEnum"][];
        };
        /** @description A token to make. */
        TokenInRequest: {
            /** @default 90 */
            expires_in_days: number;
            /** @description What it is for. */
            name: string;
            /** @description What it may do; `read` is in all of them, and alone where none are given. */
            scopes?: components["schemas"]["ScopesEnum"][];
        };
        /** @description The caller's tokens. */
        Tokens: {
            results: components["schemas"]["Token"][];
        };
        /** @description How many notices are unread. */
        UnreadNotices: {
            /** @description There are more than `count`. */
            capped: boolean;
            count: number;
            /** @description By which `versions` says that the inbox has moved. */
            topic: string;
        };
        /** @description A person; `account` is null for callers without `user_manage`. */
        User: {
            account: components["schemas"]["Account"] | null;
            name: string;
            projects: components["schemas"]["Membership"][];
            username: string;
        };
        /** @description The backends that a person is to run on; he is taken off all others. */
        UserBackendsInRequest: {
            /** @description Slugs of backends. */
            backends: string[];
        };
        /** @description What the caller may do with the account of a person. */
        UserCan: {
            change: components["schemas"]["Allowed"];
            make_administrator: components["schemas"]["Allowed"];
            set_roles: components["schemas"]["Allowed"];
            view_as: components["schemas"]["Allowed"];
        };
        /** @description One person; `account` is null for callers without `user_manage`. */
        UserDetail: {
            account: components["schemas"]["AccountDetail"] | null;
            name: string;
            projects: components["schemas"]["Membership"][];
            username: string;
        };
        /** @description The organisations that a person is to belong to; he leaves all others. */
        UserOrgsInRequest: {
            /** @description Slugs of organisations. */
            orgs: string[];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        UserPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["User"][];
        };
        /** @description The version of each topic: another one when what is shown of it may have changed. */
        Versions: {
            versions: {
                [key: string]: string;
            };
        };
        /** @description Whom to see the service as. */
        ViewAsInRequest: {
            username: string;
        };
        /** @description A webhook without its secret. */
        Webhook: {
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            id: number;
            kind: components["schemas"]["WebhookKind"];
            name: string;
            /** @description Of Slack the host alone. */
            readonly url: string;
        };
        /** @description A message to a webhook, and the tries to deliver it, the newest last. */
        WebhookDelivery: {
            /** Format: date-time */
            created_at: string;
            event: string;
            id: number;
            /** @description The header `webhook-id`, the same in each try. */
            identifier: string;
            status: components["schemas"]["DeliveryStatus"];
            tries: components["schemas"]["DeliveryTry"][];
        };
        /** @description One page; `next` and `previous` are given as `cursor`, null at the ends. */
        WebhookDeliveryPage: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["WebhookDelivery"][];
        };
        /** @description A webhook to make. */
        WebhookInRequest: {
            kind: components["schemas"]["WebhookKind"];
            /** @description Once a project. */
            name: string;
            /**
             * Format: uri
             * @description By https; private networks are not reached unless the installation says so.
             */
            url: string;
        };
        /**
         * @description * `signed` - JSON, signed
         *     * `slack` - Slack, or what takes the same messages
         * @enum {string}
         */
        WebhookKind: "signed" | "slack";
        /** @description The webhooks of a project, by name. */
        Webhooks: {
            results: components["schemas"]["Webhook"][];
        };
        /**
         * @description * `nobody` - nobody has to: it goes on by itself
         *     * `asker` - whoever may run in the workspace
         *     * `operators` - the people who run the backend
         *     * `service` - the people who run this service
         * @enum {string}
         */
        WhoCanAct: "nobody" | "asker" | "operators" | "service";
        /** @description A workspace. Needs the caller: `context={"actor": …}`. */
        Workspace: {
            branch: string;
            readonly can: components["schemas"]["WorkspaceCan"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            /** @description Whether it takes no new runs; null for callers without any role, who are not told. */
            readonly is_archived: boolean | null;
            name: string;
            /** @description The names of the project's organisations, the leading one first. */
            readonly orgs: string[];
            project: components["schemas"]["ProjectRef"];
            purpose: string;
            repo: components["schemas"]["RepoRef"];
            should_notify: boolean;
            /**
             * Format: date-time
             * @description When a member said that its code may be made public.
             */
            signed_off_at: string | null;
            signed_off_by: components["schemas"]["Person"] | null;
            /** Format: date-time */
            updated_at: string;
            version: number;
        };
        /** @description What the caller may do with a workspace. */
        WorkspaceCan: {
            archive: components["schemas"]["Allowed"];
            edit: components["schemas"]["Allowed"];
            move: components["schemas"]["Allowed"];
            run: components["schemas"]["Allowed"];
            sign_off: components["schemas"]["Allowed"];
            toggle_notices: components["schemas"]["Allowed"];
        };
        /** @description A workspace with who can help where the caller may not run in it. */
        WorkspaceDetail: {
            branch: string;
            readonly can: components["schemas"]["WorkspaceCan"];
            /** Format: date-time */
            created_at: string;
            created_by: components["schemas"]["Person"];
            readonly helpers: components["schemas"]["Person"][];
            /** @description Whether it takes no new runs; null for callers without any role, who are not told. */
            readonly is_archived: boolean | null;
            name: string;
            /** @description The names of the project's organisations, the leading one first. */
            readonly orgs: string[];
            project: components["schemas"]["ProjectRef"];
            purpose: string;
            repo: components["schemas"]["RepoRef"];
            should_notify: boolean;
            /**
             * Format: date-time
             * @description When a member said that its code may be made public.
             */
            signed_off_at: string | null;
            signed_off_by: components["schemas"]["Person"] | null;
            /** Format: date-time */
            updated_at: string;
            version: number;
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
    listSecondFactors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What I have. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactors"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
    makeRecoveryCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made; those before are worth nothing. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
    beginCodesApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A fresh secret, for this session alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodesAppBegun"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description `conflict`: the account has no password, or has this already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCodesApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorAnswer"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
            /** @description `conflict`: the account has no password, or has this already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    removeCodesApp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed; the recovery codes too, if it was the last factor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
            /** @description `not-found`: there is none. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: {
                /** @description That it shall sign in without the password too. */
                passwordless?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.create`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreation"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description `conflict`: the account has no password, or has this already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renamePasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyName"];
            };
        };
        responses: {
            /** @description Renamed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorAnswer"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
    addPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description Added. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorAnswer"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
            /** @description `conflict`: the account has no password, or has this already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    removePasskeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Passkeys"];
            };
        };
        responses: {
            /** @description Removed; the recovery codes too, if none is left. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Done"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPassword"];
            };
        };
        responses: {
            /** @description Changed; every other session of the person ended. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
            /** @description `conflict`: the account has no password, or has this already. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    signInByCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Code"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description No sign-in waits for a second step; begin again. */
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
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    startGitHubSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["GitHubStart"];
            };
        };
        responses: {
            /** @description To GitHub, or back to the sign-in page with `error`. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
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
    confirmPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Password"];
            };
        };
        responses: {
            /** @description Said; good for five minutes in this session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description Nobody is signed in, or (`meta.is_authenticated`) the password must be said again. */
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
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    beginPasskeyStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.get`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
            /** @description No sign-in waits for a second step; begin again. */
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
    finishPasskeyStep: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credential"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInErrorOut"];
                };
            };
            /** @description No sign-in waits for a second step; begin again. */
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
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    beginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For `navigator.credentials.get`. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequest"];
                };
            };
        };
    };
    finishPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Credential"];
            };
        };
        responses: {
            /** @description Signed in. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInAnswerOut"];
                };
            };
            /** @description Wrong, used before, or not in the right form. */
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
            /** @description `throttled`: tried too often; `Retry-After` says how long. */
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
    finishGitHubSignIn: {
        parameters: {
            query?: {
                code?: string;
                error?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To the sign-in page, which leads on. */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAccount: {
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
                    "application/json": components["schemas"]["OwnAccount"];
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
    changeAccount: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedOwnAccountChangesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OwnAccount"];
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
    closeAccount: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseAccountInRequest"];
            };
        };
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
    exportAccount: {
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
                    "application/json": {
                        [key: string]: unknown;
                    };
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
    listStandingFailures: {
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
                    "application/json": components["schemas"]["StandingFailures"];
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
    listAuditEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description A user name: events by or about the person. */
                person?: string;
                /** @description Events from then on. */
                since?: string;
                /** @description The name that an object had, or its key; with `target_type`. */
                target?: string;
                /** @description A kind of object, such as `workspace`. */
                target_type?: string;
                /** @description Events before then. */
                until?: string;
                /** @description Kinds of events, such as `role.given`; may be repeated. */
                verb?: string[];
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
                    "application/json": components["schemas"]["AuditEventPage"];
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
    listAuditEventKinds: {
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
                    "application/json": components["schemas"]["AuditEventKinds"];
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
    exportAuditEvents: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AuditExportInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
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
    createBackend: {
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
                "application/json": components["schemas"]["BackendInRequest"];
            };
        };
        responses: {
            201: {
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
    changeBackend: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedBackendChangesInRequest"];
            };
        };
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
    listBackendCalls: {
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
                    "application/json": components["schemas"]["CallHistories"];
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
    cancelWaiting: {
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
                    "application/json": components["schemas"]["Cancelled"];
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
    listBackendEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["EventPage"];
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
    listBackendMembers: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["BackendMemberPage"];
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
    addBackendMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackendMembersInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BackendMembersAdded"];
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
    removeBackendMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                username: string;
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
    listBackendTokens: {
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
                    "application/json": components["schemas"]["BackendTokens"];
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
    createBackendToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BackendTokenInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewBackendToken"];
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
    revokeBackendToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                slug: string;
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
    rotateBackendToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateTokenInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewBackendToken"];
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
    showCopiloting: {
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
                    "application/json": components["schemas"]["ProjectFiguresPage"];
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
    showProjectsInFigures: {
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
                    "application/json": components["schemas"]["ProjectFiguresPage"];
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
    showLongRunningRepos: {
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
                    "application/json": components["schemas"]["RepoRecordPage"];
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
    showReposOfSeveralProjects: {
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
                    "application/json": components["schemas"]["RepoRecordPage"];
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
    showReposAtHost: {
        parameters: {
            query: {
                /** @description OWNER/NAME; may be repeated. */
                repo: string[];
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
                    "application/json": components["schemas"]["ReposAtHost"];
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
    getFleet: {
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
                    "application/json": components["schemas"]["Fleet"];
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
    stopFleet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["StopInRequest"];
            };
        };
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
    resumeFleet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    listInvitations: {
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
                    "application/json": components["schemas"]["InvitationPage"];
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
    acceptInvitation: {
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
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
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
    declineInvitation: {
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
                /** @description Slug of an organisation that takes part in the project. */
                org?: string;
                /** @description Slug of a project. */
                project?: string;
                /** @description A number; four or more characters with which the identifier of a request or of a job begins; or the whole name of an action that ran, of a workspace, of who asked, or the slug of a project (the newest thousand requests each). */
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
    compareJobRequest: {
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
                    "application/json": components["schemas"]["Comparison"];
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
    listNotices: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description True: those alone. */
                unread?: boolean;
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
                    "application/json": components["schemas"]["NoticePage"];
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
    readNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ReadNoticesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadNotices"];
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
    countUnreadNotices: {
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
                    "application/json": components["schemas"]["UnreadNotices"];
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
                /** @description Only those that I belong to. */
                mine?: boolean;
                /** @description Part of name or slug; one letter is how one begins. */
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
    createOrg: {
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
                "application/json": components["schemas"]["OrgInRequest"];
            };
        };
        responses: {
            201: {
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
    changeOrg: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedOrgChangesInRequest"];
            };
        };
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
    listOrgEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["EventPage"];
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
    getOrgLogo: {
        parameters: {
            query?: {
                /** @description Part of `logo_url`, so that a new picture has a new address. */
                key?: string;
            };
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
                    "image/*": string;
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
    setOrgLogo: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "image/*": string;
            };
        };
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
    deleteOrgLogo: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
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
    listOrgMembers: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["OrgMemberPage"];
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
    addOrgMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrgMembersInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrgMembersAdded"];
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
    removeOrgMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                username: string;
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
    getProjectChoices: {
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
                    "application/json": components["schemas"]["ProjectChoices"];
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
                /** @description The archived ones instead. */
                archived?: boolean;
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description Only those in which I may make workspaces. */
                may_create_workspace?: boolean;
                /** @description Only those that I am a member of. */
                mine?: boolean;
                /** @description Slug of an organisation. */
                org?: string;
                /** @description Part of name, slug or number; one letter is how one begins. */
                search?: string;
                /**
                 * @description * `ongoing` - Ongoing
                 *     * `postponed` - Postponed
                 *     * `retired` - Retired
                 *     * `ongoing-and-linked` - Ongoing and linked
                 *     * `completed-and-linked` - Completed and linked
                 *     * `completed-and-awaiting` - Completed and awaiting
                 */
                status?: "ongoing" | "postponed" | "retired" | "ongoing-and-linked" | "completed-and-linked" | "completed-and-awaiting";
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
    createProject: {
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
                "application/json": components["schemas"]["ProjectInRequest"];
            };
        };
        responses: {
            201: {
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
    changeProject: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedProjectChangesInRequest"];
            };
        };
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
    listProjectEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["EventPage"];
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
    listProjectInvitations: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["InvitationPage"];
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
    inviteToProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleAndRolesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invited"];
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
    cancelProjectInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                slug: string;
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
    listProjectMembers: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
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
                    "application/json": components["schemas"]["ProjectMemberPage"];
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
    addProjectMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleAndRolesInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMembers"];
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
    removeProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                username: string;
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
    changeProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
                username: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedMemberChangesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectMember"];
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
    listProjectRepos: {
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
    listWebhooks: {
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
                    "application/json": components["schemas"]["Webhooks"];
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
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key and body gets the same answer and does nothing again. */
                "Idempotency-Key"?: string;
            };
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewWebhook"];
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
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                slug: string;
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
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
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
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
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
    sendWebhookAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery: number;
                id: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
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
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
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
    listRedirects: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                /**
                 * @description * `org` - org
                 *     * `project` - project
                 *     * `workspace` - workspace
                 */
                kind?: "org" | "project" | "workspace";
                limit?: number;
                /** @description How the old address begins. */
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
                    "application/json": components["schemas"]["RedirectPage"];
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
    deleteRedirect: {
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
    listRepoChoices: {
        parameters: {
            query: {
                /** @description Organisation or user on the git host. */
                owner: string;
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
    listRepos: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                /** @description Whether outputs are on the git host. */
                has_outputs?: boolean | null;
                limit?: number;
                /** @description Slug of an organisation that uses it. */
                org?: string;
                /** @description Part of the address; one letter is how the name begins. */
                search?: string;
                /**
                 * @description * `open` - no researcher has signed it off
                 *     * `waiting` - staff have still to sign it off
                 *     * `done` - signed off
                 */
                sign_off?: "open" | "waiting" | "done";
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
                    "application/json": components["schemas"]["RepoRecordPage"];
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
    getRepo: {
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
                    "application/json": components["schemas"]["RepoDetail"];
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
    getRepoAtHost: {
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
                    "application/json": components["schemas"]["RepoAtHost"];
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
    listRepoEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["EventPage"];
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
    signOffRepoInternally: {
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
                    "application/json": components["schemas"]["RepoDetail"];
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
    listProjectsOfRepo: {
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
                    "application/json": components["schemas"]["RepoProjects"];
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
    signOffRepo: {
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
                    "application/json": components["schemas"]["RepoDetail"];
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
    changeRoleOfMany: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleChangeInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMany"];
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
    listRoles: {
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
                    "application/json": components["schemas"]["Roles"];
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
    search: {
        parameters: {
            query: {
                /** @description How a name, number or identifier begins, in any letter case; identifiers from four characters on. Words of two letters or more are found inside a name too while there are under 10,000 such names. */
                q: string;
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
                    "application/json": components["schemas"]["Search"];
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
    beginViewAs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewAsInRequest"];
            };
        };
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
    endViewAs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    listSessions: {
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
                    "application/json": components["schemas"]["BrowserSessions"];
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
    endOtherSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    endSession: {
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
    endAllSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
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
    listSiteAlerts: {
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
                    "application/json": components["schemas"]["SiteAlerts"];
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
    createSiteAlert: {
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
                "application/json": components["schemas"]["SiteAlertInRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteAlert"];
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
    deleteSiteAlert: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
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
    changeSiteAlert: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                id: number;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedSiteAlertChangesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SiteAlert"];
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
    listSiteAlertEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: number;
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
                    "application/json": components["schemas"]["EventPage"];
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
    approveUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedMany"];
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
    listUsers: {
        parameters: {
            query?: {
                /** @description Whether a role is held, everywhere or in a project. */
                any_roles?: boolean | null;
                /** @description Slug of a backend. */
                backend?: string;
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                /** @description The accounts that are switched off, instead of all. */
                disabled?: boolean;
                limit?: number;
                /**
                 * @description What the person belongs to none of.
                 *
                 *     * `backend` - backend
                 *     * `org` - org
                 *     * `project` - project
                 */
                missing?: "backend" | "org" | "project";
                /** @description Slug of an organisation. */
                org?: string;
                /**
                 * @description * `Administrator` - Administrator
                 *     * `DeploymentAdministrator` - DeploymentAdministrator
                 *     * `OutputChecker` - OutputChecker
                 *     * `OutputPublisher` - OutputPublisher
                 *     * `ProjectCollaborator` - ProjectCollaborator
                 *     * `ServiceAdministrator` - ServiceAdministrator
                 *     * `SignOffRepoWithOutputs` - SignOffRepoWithOutputs
                 *     * `StaffAreaAdministrator` - StaffAreaAdministrator
                 *     * `TechSupport` - TechSupport
                 */
                role?: "Administrator" | "DeploymentAdministrator" | "OutputChecker" | "OutputPublisher" | "ProjectCollaborator" | "ServiceAdministrator" | "SignOffRepoWithOutputs" | "StaffAreaAdministrator" | "TechSupport";
                /** @description How a name or user name begins; for staff an e-mail address too. */
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
                    "application/json": components["schemas"]["UserPage"];
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
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
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
                    "application/json": components["schemas"]["UserDetail"];
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
    changeUser: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PatchedUserChangesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetail"];
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
    setUserBackends: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserBackendsInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetail"];
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
    listUserEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description Kinds of events, such as `role.given`; may be repeated. */
                verb?: string[];
            };
            header?: never;
            path: {
                username: string;
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
                    "application/json": components["schemas"]["EventPage"];
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
    setUserOrgs: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserOrgsInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetail"];
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
    setUserRoles: {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag of what was read. */
                "If-Match": string;
            };
            path: {
                username: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolesInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDetail"];
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
    clearUserRoles: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
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
                    "application/json": components["schemas"]["UserDetail"];
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
    endUserSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                username: string;
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
                    "application/json": components["schemas"]["SignedOut"];
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
    revokeUserToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: number;
                username: string;
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
    listVersions: {
        parameters: {
            query: {
                /** @description `requests`, `newest-requests` (the first page of them), `requests-on:BACKEND`, `requests-of:USERNAME`, `project:SLUG`, `workspace:NAME`, `job-request:IDENTIFIER`, `backends`, `standings` (the same without the last contact), `site-alerts`, `webhook:ID` (its log), `record:TYPE` (changes of objects of a type of the record, such as `workspace`), `record` (of all), or the `topic` that `countUnreadNotices` names; up to twenty of them. The narrower, the less often it moves. */
                topic: string[];
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
                    "application/json": components["schemas"]["Versions"];
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
    listWorkspaces: {
        parameters: {
            query?: {
                /** @description The archived ones, or those in use, which is the default. Only for callers with a role; others are not told which are archived and get all. */
                archived?: boolean | null;
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
                /** @description Only those that I made. */
                mine?: boolean;
                /** @description Slug of an organisation that takes part in the project. */
                org?: string;
                /** @description Slug of a project. */
                project?: string;
                /** @description Part of the name or the repository; one letter is how one of them begins. */
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
                    "application/json": components["schemas"]["WorkspaceDetail"];
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
                    "application/json": components["schemas"]["WorkspaceDetail"];
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
                    "application/json": components["schemas"]["WorkspaceDetail"];
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
    listWorkspaceEvents: {
        parameters: {
            query?: {
                /** @description The `next` or `previous` of an earlier page. */
                cursor?: string;
                limit?: number;
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
                    "application/json": components["schemas"]["EventPage"];
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
                /** @description A number; four or more characters with which the identifier of a request or of a job begins; or the whole name of an action that ran, of a workspace, of who asked, or the slug of a project (the newest thousand requests each). */
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
    signOffWorkspace: {
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
                    "application/json": components["schemas"]["WorkspaceDetail"];
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
    archiveWorkspaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ArchiveInRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Archived"];
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
