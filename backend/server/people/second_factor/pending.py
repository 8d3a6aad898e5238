"""Whether a sign-in of this browser waits for its second step."""

from allauth.account.internal.stagekit import get_pending_stage
from allauth.mfa.models import Authenticator
from allauth.mfa.stages import AuthenticateStage
from django.conf import settings
from django.http import HttpRequest


def second_step(request: HttpRequest) -> list[str] | None:
    """The kinds of second factor that would do; None where nothing waits.

    A visitor without a session costs no query.
    """
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    stage = get_pending_stage(request)
    if stage is None or stage.key != AuthenticateStage.key:
        return None
    kinds = Authenticator.objects.filter(user=stage.login.user).values_list("type", flat=True)
    return sorted(set(kinds))
