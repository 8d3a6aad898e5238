"""The library's calls about passwords and second factors, as far as this service offers them.

Each is the library's own view behind what it leaves to us: bodies that cannot be read or kept are
problems, wrong codes are counted where every process sees them, and what changes is put on record
in the same transaction.
"""

import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http import HTTPStatus
from struct import error as CutShort  # noqa: N812 - its own name says nothing
from typing import Any, ClassVar

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.headless.account import views as account
from allauth.headless.internal.restkit.response import APIResponse, ErrorResponse
from allauth.headless.mfa import views as library
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import get_totp_secret
from cryptography.exceptions import InvalidSignature
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase

from server.core import clock
from server.core.client_address import client_address
from server.core.errors import DomainError
from server.core.problems import problem_response
from server.people import policies, services
from server.people.models import User
from server.people.second_factor.inputs import (
    AddPasskeyInput,
    CodeInput,
    PasskeySignInInput,
)

_MOST_BYTES = 64 * 1024
# What the library and its parts raise at a credential that no authenticator makes.
_NO_CREDENTIAL = (
    AttributeError,
    CutShort,
    IndexError,
    InvalidSignature,
    KeyError,
    NotImplementedError,
    TypeError,
    ValueError,
)


class OurEdge:
    """First of the bases of every view here: makes problems of what the library raises."""

    http_method_names: ClassVar[Sequence[str]] = ["get", "post", "put", "delete"]
    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The library's answer, or a problem."""
        try:
            _require_storable(request)
            response: HttpResponseBase = super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        except DomainError as error:
            return problem_response(error.problem, error.detail, **error.members)
        except ImmediateHttpResponse as error:
            if error.response.status_code != HTTPStatus.BAD_REQUEST:
                raise
            return problem_response("malformed-request")
        except RecursionError:
            return problem_response("malformed-request", "The JSON is nested too deeply.")
        return response

    @property
    def person(self) -> User:
        """Who is signed in; the library lets nobody else in where this is asked."""
        user = self.request.user
        if isinstance(user, User):
            return user
        raise LookupError("The view lets in people who are not signed in.")

    @property
    def address(self) -> str:
        """Where the call came from."""
        return client_address(self.request)


def _require_storable(request: HttpRequest) -> None:
    """Refuse what is too long to be meant, and half characters and zeros, which no table keeps."""
    if len(request.body) > _MOST_BYTES:
        raise ImmediateHttpResponse(problem_response("body-too-large"))
    try:
        text = json.dumps(json.loads(request.body or b"{}"), ensure_ascii=False)
        text.encode()
    except (UnicodeError, json.JSONDecodeError) as error:
        raise ImmediateHttpResponse(problem_response("malformed-request")) from error
    if "\\u0000" in text:
        raise ImmediateHttpResponse(problem_response("malformed-request"))


class CodesAreCounted(OurEdge):
    """For views whose POST proves something: a wrong code or key is a try.

    Five in five minutes for one person, thirty for one address; then proving waits.
    """

    def handle_input(self, data: Any) -> HttpResponseBase | None:
        """The library's refusal of the input, or None."""
        if self.request.method != "POST":
            return super().handle_input(data)  # type: ignore[misc]
        user = self.get_input_kwargs().get("user")  # type: ignore[attr-defined]
        counted = services.begin_code_try(user=user, address=self.address, now=clock.now())
        try:
            refusal: HttpResponseBase | None = super().handle_input(data)  # type: ignore[misc]
        except _NO_CREDENTIAL:
            wrong = get_adapter().validation_error("incorrect_code")
            return ErrorResponse(self.request, exception=wrong)
        if refusal is None:
            services.forget_try(counted)
        return refusal


class ReauthenticateView(OurEdge, account.ReauthenticateView):
    """Saying the password again, before what lets others in or out; good for five minutes."""


class ChangePasswordView(OurEdge, account.ChangePasswordView):
    """A new password for an account that has one; every other session ends."""

    def handle_input(self, data: Any) -> HttpResponseBase | None:
        """The library's refusal of the input; a wrong present password counts as a try."""
        services.require_local_account(self.person)
        counted = services.begin_try(
            username=self.person.username, address=self.address, now=clock.now()
        )
        refusal: HttpResponseBase | None = super().handle_input(data)
        if "current_password" not in self.input.errors:
            services.forget_try(counted)
        return refusal

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Change it; this session goes on under a new key."""
        with transaction.atomic():
            response: HttpResponseBase = super().post(request, *args, **kwargs)
            services.finish_password_change(
                user=self.person, kept_key=request.session.session_key, now=clock.now()
            )
        return response


class CodeView(CodesAreCounted, library.AuthenticateView):
    """The second step of signing in, by a code."""

    input_class = CodeInput

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Sign in; a recovery code that was used up is on record."""
        used = self.input.authenticator
        if used.type == Authenticator.Type.RECOVERY_CODES:
            services.note_factor(
                user=self.stage.login.user, authenticator=used, deed="used", now=clock.now()
            )
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response


class PasskeyView(CodesAreCounted, library.AuthenticateWebAuthnView):
    """The second step of signing in, by a passkey."""


class PasskeySignInView(CodesAreCounted, library.LoginWebAuthnView):
    """Signing in by a passkey that knows its owner: two factors in one."""

    input_class: ClassVar[Any] = {"POST": PasskeySignInInput}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Sign in, as far as accounts of this service may: a passkey belongs to a password."""
        user = self.input.cleaned_data["credential"].user
        sources = user.role_grants.values_list("source", flat=True)
        if refusal := policies.why_not_sign_in_by_password(sources):
            services.note_refused_sign_in(user=user, why="passkey", now=clock.now())
            return problem_response("forbidden", refusal.reason)
        response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response


class FactorsView(OurEdge, library.AuthenticatorsView):
    """The second factors that a person has."""


@contextmanager
def _noting_changes(user: User) -> Iterator[None]:
    """Put on record which second factors came and went while this was open, in one transaction."""
    with transaction.atomic():
        before = {row.pk: row for row in Authenticator.objects.filter(user=user)}
        yield
        after = {row.pk: row for row in Authenticator.objects.filter(user=user)}
        now = clock.now()
        for pk in sorted(before.keys() - after.keys()):
            services.note_factor(user=user, authenticator=before[pk], deed="removed", now=now)
        for pk in sorted(after.keys() - before.keys()):
            services.note_factor(user=user, authenticator=after[pk], deed="added", now=now)


class CodesAppView(CodesAreCounted, library.ManageTOTPView):
    """Codes of an app: begun by GET, added by POST with a first code, removed by DELETE."""

    http_method_names: ClassVar[Sequence[str]] = ["get", "post", "delete"]

    def get(self, request: HttpRequest) -> HttpResponseBase:
        """A fresh secret with its QR code; 409 where the person has codes of an app already.

        The library shows the secret with status 404, and asks for the password after the code.
        """
        services.require_local_account(self.person)
        raise_if_reauthentication_required(request, app="allauth.mfa")
        if self._get_authenticator():
            return problem_response("conflict", "You have an app for codes. Remove it first.")
        adapter = get_adapter()
        secret = get_totp_secret(regenerate=True)
        url = adapter.build_totp_url(self.person, secret)
        picture = b64encode(adapter.build_totp_svg(url).encode()).decode()
        data = {"secret": secret, "url": url, "picture": f"data:image/svg+xml;base64,{picture}"}
        return APIResponse(request, data=data)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Add it."""
        services.require_local_account(self.person)
        if self._get_authenticator():
            return problem_response("conflict", "You have an app for codes. Remove it first.")
        with _noting_changes(self.person):
            response: HttpResponseBase = super().post(request, *args, **kwargs)
            added = self._get_authenticator()
            services.claim_code(added, code=self.input.cleaned_data["code"])
        return response

    def delete(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Remove it; with the last factor the recovery codes go too."""
        if self._get_authenticator() is None:
            return problem_response("not-found", "You have no app for codes.")
        with _noting_changes(self.person):
            response: HttpResponseBase = super().delete(request, *args, **kwargs)
        return response


class RecoveryCodesView(OurEdge, library.ManageRecoveryCodesView):
    """Codes for the day when phone and key are lost; made new, they are shown this once."""

    http_method_names: ClassVar[Sequence[str]] = ["post"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Make ten new ones; the ones before are worth nothing."""
        with _noting_changes(self.person):
            response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response


class PasskeysView(CodesAreCounted, library.ManageWebAuthnView):
    """Passkeys: begun by GET, added by POST, renamed by PUT, removed by DELETE."""

    input_class: ClassVar[Any] = library.ManageWebAuthnView.input_class | {"POST": AddPasskeyInput}

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """What the browser is asked to make a passkey of."""
        services.require_local_account(self.person)
        response: HttpResponseBase = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Add it."""
        services.require_local_account(self.person)
        with _noting_changes(self.person):
            response: HttpResponseBase = super().post(request, *args, **kwargs)
        return response

    def put(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Call it something else."""
        with transaction.atomic():
            response: HttpResponseBase = super().put(request, *args, **kwargs)
            renamed = self.input.cleaned_data["id"]
            services.note_factor(
                user=self.person, authenticator=renamed, deed="renamed", now=clock.now()
            )
        return response

    def delete(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Remove some; with the last factor the recovery codes go too."""
        with _noting_changes(self.person):
            response: HttpResponseBase = super().delete(request, *args, **kwargs)
        return response
