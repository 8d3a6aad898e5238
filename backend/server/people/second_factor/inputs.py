"""The library's forms with what we hold typed values to."""

from allauth.headless.internal.restkit import inputs
from allauth.headless.mfa import inputs as library
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import get_state
from fido2.webauthn import UserVerificationRequirement

from server.people import services


class CodeInput(library.AuthenticateInput):
    """A code of the app, or a recovery code; each counts once."""

    def clean_code(self) -> str:
        """The code, used up.

        Raises:
            ValidationError: it is none of this person's, or was used before.
        """
        code: str = super().clean_code()
        if not services.claim_code(self.authenticator, code=code):
            raise get_adapter().validation_error("incorrect_code")
        return code


class PasskeySignInInput(library.LoginWebAuthnInput):
    """A passkey that is two factors in one: the device has verified who holds it."""

    def clean_credential(self) -> Authenticator:
        """The passkey.

        The library keeps one challenge a session, whatever it was made for; that of a second step
        takes a key that was only touched, and anybody with an account can begin one.

        Raises:
            ValidationError: it is nobody's, or the challenge does not ask for verification.
        """
        asked_for = (get_state() or {}).get("user_verification")
        if asked_for != UserVerificationRequirement.REQUIRED:
            raise get_adapter().validation_error("incorrect_code")
        authenticator: Authenticator = super().clean_credential()
        return authenticator


class AddPasskeyInput(library.AddWebAuthnInput):
    """A new passkey; its name is at most as long as one that is changed later."""

    name = inputs.CharField(required=False, max_length=100)
