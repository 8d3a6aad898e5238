"""The views that declare no `permission_classes`, each with what guards it instead.

Any other view without them stops the start: see `server/core/declared_access.py`.
"""

VIEWS_GUARDED_OTHERWISE = {
    # Functions have no permission classes; each of these is open to all on purpose.
    "server.core.views.favicon": "open: says only where the icon lies",
    "server.core.views.health_check": "open: says only that the process is up",
    "server.staff.metrics.metrics": "METRICS_TOKEN",
    "server.staff.metrics.ready": "open: says only whether the database answers",
    "server.core.views.unknown_address": "open: there is nothing at these addresses",
    "server.projects.views.redirects.page_or_redirect": "open: the page, which holds nothing",
    "server.runner_api.errors.unknown_path": "open: there is nothing at these addresses",
    "server.runner_api.monitors.backend_contact": "open: monitors send no token",
    "server.runner_api.monitors.database_availability": "open: monitors send no token",
    # The sign-in library asks for the person and for the CSRF token itself.
    "server.people.sign_in_views.GitHubStartView": "the library: CSRF token of our own form",
    "server.people.sign_in_views.github_callback": "the library: the state of this browser",
    "server.people.sign_in_views.SignInView": "the library: CSRF token, then the password",
    "allauth.headless.account.views.SessionView": "the library: CSRF token, one's own session",
    **{
        f"server.people.second_factor.views.{name}": f"the library: CSRF token, {guard}"
        for name, guard in {
            "ReauthenticateView": "one's own session",
            "ChangePasswordView": "one's own session, the present password",
            "CodeView": "a sign-in whose password was right",
            "PasskeyView": "a sign-in whose password was right",
            "PasskeySignInView": "the passkey itself",
            "FactorsView": "one's own session",
            "CodesAppView": "one's own session, the password said again",
            "RecoveryCodesView": "one's own session, the password said again",
            "PasskeysView": "one's own session, the password said again",
        }.items()
    },
}
